import Foundation
public import Workforce

/// Raises a ticket when a group is worse than its peers two weeks in a row, and closes it when the
/// figures meet its criterion.
///
/// A week counts when it is worse than the peers' mean and worse than expected, each by a one-sided
/// test at the level √(``budget`` ÷ measures), so that two chance weeks in a row are rare in all
/// measures of a group together.
public struct EarlyWarning: Sendable {
  /// False tickets per week of a group, over all its measures, if weeks were independent; a quarter of
  /// what is promised, as they are not quite.
  public static let budget = 0.0025
  /// Weeks that count together for the criterion.
  public static let criterionWeeks = 4

  /// What came of looking at all weeks.
  public struct Outcome: Hashable, Sendable {
    /// Every ticket, by week of opening, measure, kind and group.
    public var tickets: [ImprovementTicket]
    /// How each group stands.
    public var standings: [GroupStanding]
    /// Weeks of groups that were judged, counted per measure.
    public var judged: Int
  }

  private let settings: ScorecardSettings

  /// Takes settings.
  public init(_ settings: ScorecardSettings) { self.settings = settings }

  /// Goes through all weeks; of each only earlier ones are known.
  ///
  /// - Parameter figures: The figures, one per week, measure, kind and group.
  /// - Returns: Tickets and standings, the same for the same figures.
  public func outcome(_ figures: [WeeklyFigure]) -> Outcome {
    var outcome = Outcome(tickets: [], standings: [], judged: 0)
    for kind in FigureGroupKind.allCases where kind != .center {
      let tables = settings.measures.compactMap { measure in
        PeerTable(
          figures.filter { $0.kind == kind && $0.measure == measure.name },
          measure: measure,
          kind: kind
        )
      }
      guard !tables.isEmpty else { continue }
      let level = (Self.budget / Double(tables.count)).squareRoot()
      for table in tables {
        var watch = GroupWatch(table: table, level: level, settings: settings)
        watch.run()
        outcome.tickets += watch.tickets
        outcome.standings += watch.standings
        outcome.judged += watch.judged
      }
    }
    let order = outcome.tickets.enumerated().sorted {
      ($0.element.opened, $0.offset) < ($1.element.opened, $1.offset)
    }
    outcome.tickets = order.map(\.element)
    return outcome
  }
}
