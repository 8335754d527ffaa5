import Checking
import TestSupport
import Testing
import Workforce

/// Labor rules read a third time, by brute force.
@Suite struct LaborOracleTests {
  /// What random weeks showed.
  private struct Tally {
    var legal = 0
    var illegal = 0
    var priced = 0
    /// Names of the rules that were stated.
    var stated: Set<String> = []
    /// Weeks in which a rule was broken.
    var broken: [String: Int] = [:]
  }

  private static func compare(_ seed: Int, _ tally: inout Tally) {
    let tiny = TinyNights(seed: seed, people: 1)
    guard let weeks = BruteForceWeeks(inputs: tiny.inputs, week: tiny.week) else { return }
    var random = RandomStream(seed: 11, name: "labor weeks", keys: seed)
    let checker = RosterChecker(inputs: tiny.inputs)
    for round in 0..<24 {
      let week = weeks.randomWeek(&random, isGuided: round.isMultiple(of: 2))
      let violations = checker.violations(in: week.roster)
      #expect(violations.isEmpty == (week.rules != nil), "\(seed) \(round) \(violations)")
      if let rules = week.rules {
        let costs = checker.check(week.roster, requirement: tiny.requirement).costs
        #expect(abs((costs?.rules ?? -1) - rules) < 1e-6, "\(seed) \(round): \(rules)")
        tally.priced += rules > 0 ? 1 : 0
      }
      tally.legal += violations.isEmpty ? 1 : 0
      tally.illegal += violations.isEmpty ? 0 : 1
      for name in Set(violations.map(\.rule)) { tally.broken[name, default: 0] += 1 }
    }
    tally.stated.formUnion(tiny.stated)
  }

  /// Of random weeks, the referee finds those clean that brute force allows, and prices what is
  /// missed alike; every rule is broken in some.
  @Test func `agrees with brute force which weeks are legal and what misses cost`() {
    var tally = Tally()
    for seed in 0..<250 { Self.compare(seed, &tally) }
    #expect(tally.legal > 80)
    #expect(tally.illegal > 1000)
    #expect(tally.priced > 40)
    #expect(tally.stated.count == 23)
    for name in tally.stated.sorted() { #expect(tally.broken[name, default: 0] > 5, "\(name)") }
  }

  @Test func `tiny nights state every rule in about half of the seeds`() {
    var counts: [String: Int] = [:]
    for seed in 0..<200 {
      let tiny = TinyNights(seed: seed)
      #expect((1...2).contains(tiny.inputs.employees.count))
      for name in tiny.stated { counts[name, default: 0] += 1 }
      let hard = TinyNights(seed: seed, hasPrices: false)
      #expect(hard.inputs.settings.labor.rules.allSatisfy { $0.price == nil })
    }
    #expect(counts.count == 23)
    for (name, count) in counts { #expect((70...130).contains(count), "\(name): \(count)") }
  }

  @Test func `a date offers three shifts or none`() throws {
    for seed in 0..<40 {
      let tiny = TinyNights(seed: seed, people: 1)
      let weeks = try #require(BruteForceWeeks(inputs: tiny.inputs, week: tiny.week))
      #expect(weeks.optionCounts.allSatisfy { (1...4).contains($0) }, "\(weeks.optionCounts)")
      #expect(weeks.optionCounts.contains { $0 > 1 } || !tiny.inputs.absences.isEmpty)
    }
  }

  /// Two ways to compute rules and prices meet on the best rosters of brute force.
  @Test(arguments: 0..<12)
  func `finds the best brute-force week clean and equally dear`(seed: Int) throws {
    let tiny = TinyNights(seed: seed, people: 1)
    let force = BruteForceRoster(
      inputs: tiny.inputs,
      week: tiny.week,
      requirement: tiny.requirement
    )
    let best = try #require(force.best())
    let report = RosterChecker(inputs: tiny.inputs).check(
      best.roster,
      requirement: tiny.requirement,
      impossible: force.impossible
    )
    #expect(report.violations == [])
    let costs = try #require(report.costs)
    #expect(abs(costs.rules - best.costs.rules) < 1e-6)
    #expect(abs(costs.overtimePremium - best.costs.overtimePremium) < 1e-6)
    #expect(abs(costs.contractPay - best.costs.contractPay) < 1e-6)
    #expect(abs(costs.total - best.costs.total) < 1e-6)
  }
}
