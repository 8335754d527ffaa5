import Checking
import TestSupport
import Testing
import Workforce

@testable import Rostering

/// Heads at once and the seats of a site: kept wherever people can, and never of use to the cost.
@Suite struct CrowdRuleOffTests {
  private typealias Make = ScenarioFixtures

  /// Weeks per part of the seeds.
  private static let seeds = 150

  private struct Tally {
    /// Weeks in which some roster keeps everything.
    var weeks = 0
    /// Weeks that heads or seats make dearer.
    var dearer = 0
  }

  /// A tiny case with hard limits on heads, and every third with seats.
  private static func inputs(_ tiny: TinyCase, seed: Int) -> PlanningInputs {
    var inputs = tiny.inputs
    var random = RandomStream(seed: UInt64(seed), name: "crowd rules")
    for index in inputs.employees.indices {
      inputs.employees[index].team = ["blue", "red"][random.below(2)]
    }
    let open = (0..<7).filter { day in
      let weekday = Weekday.allCases[day]
      return inputs.settings.queues.contains { !$0.openingHours.windows(on: weekday).isEmpty }
    }
    let windows = ["08:00-09:30", "09:00-10:00", "08:00-11:00"].map { Make.window($0) }
    inputs.settings.labor.heads = (0...random.below(2)).map { number in
      var rule = HeadRule(name: "rule \(number)")
      if random.below(3) == 0 { rule.scope.teams = ["blue"] }
      if random.below(2) == 0 { rule.least = 1 } else { rule.most = 1 + random.below(2) }
      let (window, weekday) = (windows[random.below(3)], open[random.below(open.count)])
      let isDaily = rule.least == 0
      rule.hours = OpeningHours(
        windows: (0..<7).map { isDaily || $0 == weekday ? [window] : [] }
      )
      return rule
    }
    if random.below(3) == 0 { inputs.settings.sites[0].seats = 1 + random.below(2) }
    return inputs
  }

  private static func force(_ inputs: PlanningInputs, _ tiny: TinyCase) -> BruteForceRoster {
    BruteForceRoster(inputs: inputs, week: tiny.week, requirement: tiny.requirement)
  }

  @Test(arguments: 0..<4)
  func `hard heads and seats are kept where some roster keeps them, and cost`(part: Int) throws {
    var tally = Tally()
    for seed in 3000 + part * Self.seeds..<3000 + (part + 1) * Self.seeds {
      try Self.compare(seed, &tally)
    }
    #expect(tally.weeks >= 50, "\(tally)")
    #expect(tally.dearer >= 5, "\(tally)")
  }

  private static func compare(_ seed: Int, _ tally: inout Tally) throws {
    let tiny = TinyCase(seed: seed)
    let inputs = inputs(tiny, seed: seed)
    let force = force(inputs, tiny)
    guard force.impossible.isEmpty, force.tourCounts.reduce(1, *) <= 4000,
      let best = force.bestWithHeads(), best.missedHeads == 0
    else { return }
    let on = try tiny.built(inputs)
    guard on.impossible.isEmpty else { return }
    let report = RosterChecker(inputs: inputs).check(on.roster, requirement: tiny.requirement)
    #expect(report.violations == [], "seed \(seed)")
    tally.weeks += 1
    var free = RosterRule.heads.lifted(from: inputs) ?? inputs
    free = RosterRule.siteSeats.lifted(from: free) ?? free
    let off = try tiny.built(free)
    let cheapest = try #require(Self.force(free, tiny).best()).costs.total
    #expect(cheapest <= best.costs.total + 1e-6, "seed \(seed)")
    #expect(abs(off.costs.total - cheapest) < 1e-6, "seed \(seed)")
    #expect(off.costs.total <= on.costs.total + off.costs.total - off.bound + 1e-6, "seed \(seed)")
    if cheapest < best.costs.total - 1e-6 { tally.dearer += 1 }
  }
}
