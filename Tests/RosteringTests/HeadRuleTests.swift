import Checking
import GLPKSolver
import Staffing
import TestSupport
import Testing
import Workforce

@testable import Rostering

/// Rules on heads and the seats of sites, against all rosters of tiny weeks.
@Suite struct HeadRuleTests {
  private typealias Make = ScenarioFixtures

  /// A tiny case with random rules on heads.
  private struct HeadWeek {
    let inputs: PlanningInputs
    let tiny: TinyCase

    init(seed: Int) {
      let tiny = TinyCase(seed: seed)
      self.tiny = tiny
      var inputs = tiny.inputs
      var random = RandomStream(seed: UInt64(seed), name: "head rules")
      for index in inputs.employees.indices {
        inputs.employees[index].team = ["blue", "red"][random.below(2)]
        guard random.below(2) == 0 else { continue }
        let until = random.below(3) == 0 ? tiny.week.dates[random.below(7)] : nil
        let id = inputs.employees[index].id
        inputs.skills.append(SkillGrant(employee: id, skill: "aid", until: until))
      }
      inputs.settings.labor.heads = (0...random.below(3)).map { number in
        Self.rule(number, tiny.week, &random)
      }
      if random.below(3) == 0 { inputs.settings.sites[0].seats = 1 + random.below(2) }
      if random.below(5) == 0 {
        let date = tiny.week.dates[random.below(7)]
        inputs.calendar = [CalendarEntry(date: date, kind: .closed, name: "Holiday")]
      }
      self.inputs = inputs
    }

    private static func rule(
      _ number: Int,
      _ week: ISOWeek,
      _ random: inout RandomStream
    ) -> HeadRule {
      var rule = HeadRule(name: "rule \(number)")
      if random.below(3) == 0 { rule.skill = "aid" }
      if random.below(3) == 0 { rule.scope.teams = ["blue"] }
      if random.below(3) > 0 { rule.least = 1 + random.below(2) }
      if rule.least == 0 || random.below(3) == 0 { rule.most = rule.least + random.below(2) }
      if random.below(2) == 0 { rule.price = Double(1 + random.below(60)) }
      if random.below(3) == 0 {
        let windows = ["08:00-09:30", "09:00-10:00", "10:00-14:00"]
        let window = Make.window(windows[random.below(3)])
        rule.hours = OpeningHours(windows: Weekday.allCases.map { _ in [window] })
      }
      if random.below(4) == 0 { rule.from = week.dates[random.below(4)] }
      if random.below(4) == 0 { rule.until = week.dates[3 + random.below(4)] }
      return rule
    }

    var report: (outcome: RosterOutcome, check: CheckReport) {
      get throws {
        let costs = CoverCostBuilder(settings: inputs.settings).coverCosts(for: tiny.requirement)
        let outcome = try RosterOptimizer(
          inputs: inputs,
          costs: costs,
          options: RosterOptions(effort: 2, threads: 1),
          solver: GLPKSolver()
        ).build()
        let check = RosterChecker(inputs: inputs).check(
          outcome.roster,
          requirement: tiny.requirement,
          impossible: outcome.impossible.map(\.employee)
        )
        return (outcome, check)
      }
    }
  }

  private struct Tally {
    var weeks = 0
    var optimal = 0
    var paid = 0
    var missed = 0
    var fewest = 0
  }

  private static func compare(seed: Int, _ tally: inout Tally) throws {
    let week = HeadWeek(seed: seed)
    let force = BruteForceRoster(
      inputs: week.inputs,
      week: week.tiny.week,
      requirement: week.tiny.requirement
    )
    guard force.tourCounts.reduce(1, *) <= 20_000, let best = force.bestWithHeads() else { return }
    let (outcome, check) = try week.report
    guard outcome.impossible.map(\.employee) == force.impossible else { return }
    let costs = try #require(check.costs)
    #expect(abs(costs.total - outcome.costs.total) < 1e-6, "seed \(seed)")
    #expect(abs(costs.rules - outcome.costs.rules) < 1e-6, "seed \(seed)")
    #expect(outcome.bound <= outcome.costs.total + 1e-6, "seed \(seed)")
    let broken = check.violations.filter { !["heads", "site seats"].contains($0.rule) }
    #expect(broken == [], "seed \(seed)")
    tally.weeks += 1
    if best.costs.rules > 0 { tally.paid += 1 }
    guard best.missedHeads == 0 else {
      #expect(!check.violations.isEmpty, "seed \(seed)")
      tally.missed += 1
      if try missed(outcome.roster, week.inputs) == best.missedHeads { tally.fewest += 1 }
      return
    }
    #expect(outcome.bound <= best.costs.total + 1e-6, "seed \(seed)")
    guard check.violations.isEmpty else { return }
    #expect(outcome.costs.total >= best.costs.total - 1e-6, "seed \(seed)")
    if outcome.costs.total <= best.costs.total + 1e-6 { tally.optimal += 1 }
  }

  /// Heads that are missing or too many, asked of the checker by making each rule a priced one.
  private static func missed(_ roster: Roster, _ inputs: PlanningInputs) throws -> Int {
    let all = OpeningHours(windows: Weekday.allCases.map { _ in [Make.window("00:00-24:00")] })
    let seats = inputs.settings.sites.compactMap { site in
      site.seats.map { HeadRule(name: "seats", site: site.name, hours: all, most: $0) }
    }
    var open = inputs
    open.calendar = []
    let heads = inputs.settings.labor.heads.filter { $0.price == nil }
    return try paid(roster, inputs, heads) + paid(roster, open, seats)
  }

  private static func paid(
    _ roster: Roster,
    _ inputs: PlanningInputs,
    _ rules: [HeadRule]
  ) throws -> Int {
    var priced = inputs
    priced.settings.labor.heads = rules.map { rule in
      var rule = rule
      rule.price = 60 / Double(inputs.settings.rosterSlotMinutes)
      return rule
    }
    let nobody = Make.requirement(priced, week: roster.week) { _, _ in 0 }
    let costs = RosterChecker(inputs: priced).check(roster, requirement: nobody).costs
    return try Int(#require(costs).rules.rounded())
  }

  @Test func `the best roster has the price of brute force, and as few heads missed`() throws {
    var tally = Tally()
    for seed in 0..<260 { try Self.compare(seed: seed, &tally) }
    #expect(tally.weeks > 150, "\(tally)")
    #expect(tally.paid > 30, "\(tally)")
    #expect(tally.missed > 20, "\(tally)")
    #expect(tally.optimal * 100 >= (tally.weeks - tally.missed) * 97, "\(tally)")
    #expect(tally.fewest * 100 >= tally.missed * 95, "\(tally)")
  }
}
