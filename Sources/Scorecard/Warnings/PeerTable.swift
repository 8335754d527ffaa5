import Foundation
import Workforce

/// The weeks of all groups of a kind in one measure, each beside its peers.
struct PeerTable {
  /// Fewer cases in a week are not judged.
  static let leastCases = 10.0

  /// How much worse than its peers a group was, on the even scale.
  struct Difference {
    /// Above 0 where the group was worse.
    var worse: Double
    /// What sampling gives it.
    var variance: Double
  }

  let measure: ScorecardMeasure
  let kind: FigureGroupKind
  /// All weeks from the first to the last, also those without figures.
  let weeks: [ISOWeek]
  let groups: [String]
  /// By group and week; `nil` without cases.
  let cells: [[Pool?]]
  /// All groups of a week together.
  private let sums: [Pool]
  /// By group and week.
  let differences: [[Difference?]]

  /// Puts the figures of one measure and kind into a table; `nil` without a group that has peers.
  init?(_ figures: [WeeklyFigure], measure: ScorecardMeasure, kind: FigureGroupKind) {
    let known = figures.filter { $0.cases > 0 }
    let groups = Set(known.map(\.group)).sorted()
    guard groups.count > 1, let first = known.map(\.week).min(), let last = known.map(\.week).max()
    else { return nil }
    let count = (last.monday.daysSinceEpoch - first.monday.daysSinceEpoch) / 7 + 1
    let positions = Dictionary(uniqueKeysWithValues: groups.enumerated().map { ($1, $0) })
    var cells = [[Pool?]](repeating: Array(repeating: nil, count: count), count: groups.count)
    var sums = [Pool](repeating: Pool(), count: count)
    for figure in known {
      guard let group = positions[figure.group] else { continue }
      let week = (figure.week.monday.daysSinceEpoch - first.monday.daysSinceEpoch) / 7
      cells[group][week] = Pool(figure)
      sums[week] += Pool(figure)
    }
    self.measure = measure
    self.kind = kind
    self.groups = groups
    self.cells = cells
    self.sums = sums
    weeks = (0..<count).map(first.adding(weeks:))
    differences = groups.indices.map { group in
      (0..<count).map { week in
        Self.difference(cells[group][week], beside: sums[week], measure)
      }
    }
  }

  /// All others of a group's week together; `nil` where there are none with cases.
  func peers(of group: Int, in week: Int) -> Pool? {
    guard let own = cells[group][week] else { return nil }
    let rest = sums[week] - own
    return rest.cases > 0.5 ? rest : nil
  }

  /// The same difference as if one of the other groups were not there.
  func difference(of group: Int, in week: Int, without other: Int) -> Difference? {
    guard let absent = cells[other][week] else { return differences[group][week] }
    return Self.difference(cells[group][week], beside: sums[week] - absent, measure)
  }

  private static func difference(_ own: Pool?, beside sum: Pool, _ measure: ScorecardMeasure)
    -> Difference?
  {
    guard let own, own.cases >= leastCases else { return nil }
    let peers = sum - own
    guard peers.cases >= leastCases else { return nil }
    guard measure.form == .share || (own.total > 0 && peers.total > 0) else { return nil }
    let (mine, theirs) = (own.even(measure.form), peers.even(measure.form))
    let sign = measure.better == .higher ? 1.0 : -1.0
    return Difference(
      worse: sign * (theirs.value - mine.value),
      variance: mine.variance + theirs.variance
    )
  }

  /// How much worse a figure is than another, as shares' difference or a factor less 1.
  func shortfall(_ own: Double, beside peers: Double) -> Double {
    switch (measure.form, measure.better) {
    case (.share, .higher): peers - own
    case (.share, .lower): own - peers
    case (.mean, .higher): own > 0 ? peers / own - 1 : .infinity
    case (.mean, .lower): peers > 0 ? own / peers - 1 : .infinity
    }
  }

  /// What a group loses that falls by a difference on the even scale from what is usual for it: a
  /// difference of shares, or a part of a mean; `nil` where shares end before.
  func decline(_ difference: Double, from usual: Double, beside peers: Double) -> Double? {
    guard measure.form == .share else {
      return measure.better == .lower ? exp(difference) - 1 : 1 - exp(-difference)
    }
    let sign = measure.better == .higher ? 1.0 : -1.0
    let from = min(.pi / 2, max(0, asin(min(1, max(0, peers)).squareRoot()) - sign * usual))
    let to = from - sign * difference
    guard (0...Double.pi / 2).contains(to) else { return nil }
    return abs(sin(from) * sin(from) - sin(to) * sin(to))
  }

  /// The same for a difference on the even scale, at the peers' figure.
  func shortfall(of difference: Double, beside peers: Double) -> Double {
    guard measure.form == .share else { return exp(difference) - 1 }
    let sign = measure.better == .higher ? 1.0 : -1.0
    let angle = asin(min(1, max(0, peers)).squareRoot()) - sign * difference
    let share = sin(min(.pi / 2, max(0, angle)))
    return shortfall(share * share, beside: peers)
  }
}
