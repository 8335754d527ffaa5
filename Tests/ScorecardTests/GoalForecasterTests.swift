import Foundation
import Testing
import Workforce

@testable import Scorecard

@Suite struct GoalForecasterTests {
  private static let first = SimulatedGroups.firstWeek
  private static let baseline = first...first.adding(weeks: 7)
  private static var start: LocalDate { first.adding(weeks: 8).monday }
  private static let satisfaction = ScorecardMeasure.standard[2]
  private static let seconds = ScorecardMeasure.standard[0]

  private static func forecaster(weeks: Int) -> GoalForecaster {
    GoalForecaster(
      baseline: baseline,
      start: start,
      date: first.adding(weeks: weeks).monday.adding(days: -1)
    )
  }

  private static func goal(_ bound: Double?, change: Double? = nil, weeks: Int) -> ScorecardGoal {
    ScorecardGoal(
      name: "g",
      title: "G",
      measure: "m",
      bound: bound,
      change: change,
      due: .date(first.adding(weeks: weeks).monday.adding(days: -1))
    )
  }

  private static func shares(_ weeks: Int, cases: Double, _ share: (Int) -> Double)
    -> [WeeklyFigure]
  {
    (0..<weeks).map { week in
      WeeklyFigure(
        week: first.adding(weeks: week),
        measure: "satisfaction",
        kind: .center,
        group: "",
        cases: cases,
        total: cases * share(week)
      )
    }
  }

  @Test func `a line on the scale of log odds goes on`() throws {
    let line = { (week: Double) in 1 / (1 + exp(-(0.5 + 0.03 * week))) }
    let figures = Self.shares(26, cases: 1e7) { line(Double($0)) }
    let outlook = Self.forecaster(weeks: 26)
      .outlook(Self.goal(0.7, weeks: 40), Self.satisfaction, figures)
    // the middle of weeks 36 to 39
    #expect(abs(try #require(outlook.forecast).value - line(37.5)) < 1e-4)
    #expect(outlook.verdict == .onTrack)
    #expect(try #require(outlook.chance) > 0.99)
    let higher = Self.forecaster(weeks: 26)
      .outlook(Self.goal(0.9, weeks: 40), Self.satisfaction, figures)
    #expect(higher.verdict == .offTrack)
    #expect(try #require(higher.chance) < 0.01)
  }

  /// Ordinary least squares, from its textbook formulas.
  @Test func `equal weights give the plain line`() throws {
    var stream = RandomStream(seed: 5, name: "line")
    let values = (0..<20).map { 0.2 * Double($0) + stream.normal() }
    let trend = try #require(
      WeightedTrend(values.enumerated().map { (Double($0.offset), $0.element, 1e-9) })
    )
    let mean = values.reduce(0, +) / 20
    let shared = values.enumerated().map { (Double($0.offset) - 9.5) * $0.element }.reduce(0, +)
    let slope = shared / 665
    #expect(abs(trend.value(at: 30).value - (mean + slope * 20.5)) < 1e-9)
    let off = values.enumerated().map { $0.element - mean - slope * (Double($0.offset) - 9.5) }
    let rest = off.map { $0 * $0 }.reduce(0, +) / 18
    #expect(abs(trend.extra / rest - 1) < 1e-3)
    #expect(WeightedTrend(Array(repeating: (0, 1, 1), count: 9)) == nil)
  }

  /// The band holds what comes as often as it says.
  @Test(arguments: [0.0, 0.15])
  func `nine of ten bands hold the four weeks that come`(weekly: Double) {
    var held = 0
    for seed in 0..<UInt64(400) {
      var stream = RandomStream(seed: seed, name: "band")
      let shares = (0..<40).map { week -> Double in
        let odds = 0.8 + 0.02 * Double(week) + weekly * stream.normal()
        let chance = 1 / (1 + exp(-odds))
        return Double((0..<400).count { _ in stream.unit() < chance }) / 400
      }
      let figures = Self.shares(28, cases: 400) { shares[$0] }
      let outlook = Self.forecaster(weeks: 28)
        .outlook(Self.goal(0.8, weeks: 40), Self.satisfaction, figures)
      let came = shares[36...39].reduce(0, +) / 4
      if let band = outlook.forecast, (band.low...band.high).contains(came) { held += 1 }
    }
    #expect((340...385).contains(held), "\(held) of 400")
  }

  @Test func `the stricter of bound and change counts`() throws {
    let times = { (level: Double) in
      (0..<20).map { week in
        WeeklyFigure(
          week: Self.first.adding(weeks: week),
          measure: "response_seconds",
          kind: .center,
          group: "",
          cases: 1000,
          total: 1000 * level * (week < 8 ? 1 : 0.6),
          deviation: level
        )
      }
    }
    let goal = Self.goal(30, change: -0.5, weeks: 30)
    let forecaster = Self.forecaster(weeks: 20)
    #expect(forecaster.outlook(goal, Self.seconds, times(80)).threshold == 30)
    #expect(forecaster.outlook(goal, Self.seconds, times(50)).threshold == 25)
    let baseline = try #require(forecaster.outlook(goal, Self.seconds, times(50)).baseline)
    #expect(abs(baseline - 50) < 1e-9)
  }

  @Test func `a date that has passed is judged by its four weeks`() {
    let figures = Self.shares(30, cases: 500) { $0 < 24 ? 0.9 : 0.5 }
    let forecaster = Self.forecaster(weeks: 30)
    let met = forecaster.outlook(Self.goal(0.85, weeks: 24), Self.satisfaction, figures)
    #expect(met.verdict == .met && met.latest?.value == 0.9 && met.latest?.cases == 2000)
    #expect(met.forecast == nil && met.chance == nil)
    let missed = forecaster.outlook(Self.goal(0.85, weeks: 28), Self.satisfaction, figures)
    #expect(missed.verdict == .missed && missed.latest?.value == 0.5)
  }

  @Test func `too little to tell is said`() {
    let forecaster = Self.forecaster(weeks: 13)
    let goal = Self.goal(0.85, weeks: 40)
    let short = forecaster.outlook(goal, Self.satisfaction, Self.shares(13, cases: 50) { _ in 0.8 })
    #expect(short.verdict == .open && short.forecast == nil)
    #expect(
      short.reason
        == "A trend needs 6 weeks with figures from \(Self.start) on; there are 5."
    )
    #expect(forecaster.outlook(goal, Self.satisfaction, []).verdict == .noData)
    let zeros = Self.shares(13, cases: 0) { _ in 0 }
    #expect(forecaster.outlook(goal, Self.satisfaction, zeros).verdict == .noData)
    let relative = Self.goal(nil, change: -0.2, weeks: 40)
    let late = Self.shares(13, cases: 50) { _ in 0.8 }.filter { $0.week.monday >= Self.start }
    let without = forecaster.outlook(relative, Self.satisfaction, late)
    #expect(without.verdict == .open && without.threshold == nil && without.latest != nil)
  }

  @Test(arguments: [
    ("2025-08-31", 6, "2026-02-27"), ("2025-10-27", 6, "2026-04-26"),
    ("2025-10-27", 12, "2026-10-26"), ("2024-02-29", 12, "2025-02-27"),
  ])
  func `months end the day before`(start: String, months: Int, due: String) throws {
    let forecaster = GoalForecaster(
      baseline: Self.baseline,
      start: try #require(LocalDate(start)),
      date: Self.start
    )
    var goal = Self.goal(1, weeks: 1)
    goal.due = .month(months)
    #expect(forecaster.due(goal).description == due)
  }
}
