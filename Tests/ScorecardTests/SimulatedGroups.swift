import Foundation
import Workforce

/// Weekly shares of groups, drawn from a model of its own: a log odds per group that stays, noise from
/// week to week, and a count of cases drawn one by one.
struct SimulatedGroups {
  var groups = 8
  var weeks = 30
  var cases = 200
  var share = 0.85
  /// Standard deviations of log odds between groups and from week to week.
  var between = 0.0
  var weekly = 0.0
  /// How much of a week's noise stays to the next.
  var memory = 0.0
  /// From this week on the first group's share is lower.
  var declineWeek: Int?
  var decline = 0.0
  var measure = "satisfaction"
  var kind = FigureGroupKind.team

  static let firstWeek = ISOWeek(containing: LocalDate(daysSinceEpoch: 20_332))

  func figures(seed: UInt64) -> [WeeklyFigure] {
    (0..<groups).flatMap { group -> [WeeklyFigure] in
      var stream = RandomStream(seed: seed, name: "simulated \(measure)", keys: group)
      let own = between * stream.normal()
      var noise = stream.normal()
      return (0..<weeks).map { week in
        noise = memory * noise + (1 - memory * memory).squareRoot() * stream.normal()
        let odds = log(share / (1 - share)) + own + weekly * noise
        var chance = 1 / (1 + exp(-odds))
        if group == 0, let declineWeek, week >= declineWeek { chance = max(0, chance - decline) }
        let hits = (0..<cases).count { _ in stream.unit() < chance }
        return WeeklyFigure(
          week: Self.firstWeek.adding(weeks: week),
          measure: measure,
          kind: kind,
          group: "team \(group + 1)",
          cases: Double(cases),
          total: Double(hits)
        )
      }
    }
  }
}
