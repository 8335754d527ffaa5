import Checking
import TestSupport
import Testing
import Workforce

@Suite struct OracleTests {
  private static let parts: [any KeyPath<RosterCosts, Double> & Sendable] = [
    \.pay, \.overtimePremium, \.startPreference, \.dayOffPreference, \.startChange,
    \.weekendFairness, \.understaffing, \.overstaffing, \.rules, \.contractPay, \.total,
  ]

  /// Two ways to compute rules and prices, the referee's and brute force, meet on its best rosters.
  @Test(arguments: 0..<200)
  func `finds the best brute-force roster clean and equally dear`(seed: Int) throws {
    let tiny = TinyCase(seed: seed)
    let force = BruteForceRoster(
      inputs: tiny.inputs,
      week: tiny.week,
      requirement: tiny.requirement
    )
    guard let best = force.best() else { return }
    let report = RosterChecker(inputs: tiny.inputs).check(
      best.roster,
      requirement: tiny.requirement,
      impossible: force.impossible
    )
    #expect(report.violations == [])
    let costs = try #require(report.costs)
    for part in Self.parts {
      #expect(abs(costs[keyPath: part] - best.costs[keyPath: part]) < 1e-6)
    }
  }

  /// Of every combination of the days' shifts, brute force keeps just those that the referee finds
  /// clean.
  @Test(arguments: 0..<200)
  func `agrees with brute force which weeks of one person are legal`(seed: Int) throws {
    let tiny = TinyCase(seed: seed)
    var inputs = tiny.inputs
    inputs.employees = [inputs.employees[0]]
    inputs.settings.sites = [Site(name: "site")]
    let force = BruteForceRoster(inputs: inputs, week: tiny.week, requirement: tiny.requirement)
    var random = RandomStream(seed: 7, name: "weeks", keys: seed)
    let checker = RosterChecker(inputs: inputs)
    for _ in 0..<30 {
      let week = force.randomWeek(&random)
      let violations = checker.violations(in: week.roster)
      #expect(violations.isEmpty == week.isLegal, "\(violations)")
    }
  }

  @Test func `tiny cases are varied and small`() {
    var withImpossible = 0
    var withChoice = 0
    var worked = 0
    for seed in 0..<200 {
      let tiny = TinyCase(seed: seed)
      let force = BruteForceRoster(
        inputs: tiny.inputs,
        week: tiny.week,
        requirement: tiny.requirement
      )
      let rosters = force.tourCounts.reduce(1, *)
      withImpossible += force.impossible.isEmpty ? 0 : 1
      withChoice += rosters > 4 ? 1 : 0
      worked += force.best()?.roster.tours.isEmpty == false ? 1 : 0
      #expect(rosters < 100_000_000)
    }
    #expect((10...60).contains(withImpossible))
    #expect(withChoice > 100)
    #expect(worked > 130)
  }
}
