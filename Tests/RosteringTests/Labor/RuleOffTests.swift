import Checking
import TestSupport
import Testing
import Workforce

@testable import Rostering

/// Every rule on a person's dates, one at a time: kept where it is hard, and never of use to the optimum.
@Suite struct RuleOffTests {
  /// Weeks per part of the seeds.
  private static let seeds = 53

  private struct Tally {
    /// Weeks that were planned with the rule.
    var weeks = 0
    /// Of these, weeks whose optimum without the rule breaks it.
    var binding = 0
    /// Of these, weeks that it makes dearer.
    var dearer = 0
  }

  /// Weeks without the rule, the four that replace the contract's numbers apart from the others.
  private struct Free {
    let week: SoleRuleWeek
    let plain: SoleRuleWeek.Built
    let whole: SoleRuleWeek.Built

    init(seed: Int) throws {
      week = SoleRuleWeek(seed: seed)
      plain = try week.built(week.without(""))
      whole = try week.built(week.without(SoleRuleWeek.ofContracts.sorted()[0]))
    }

    func built(_ name: String) -> SoleRuleWeek.Built {
      SoleRuleWeek.ofContracts.contains(name) ? whole : plain
    }
  }

  @Test func `every rule on a person's dates is among them`() {
    #expect(SoleRuleWeek.names.count == 23)
    #expect(SoleRuleWeek.names.allSatisfy(RosterChecker.rules.contains))
  }

  /// 200 weeks of each rule and more, in four parts.
  @Test(arguments: 0..<4)
  func `a hard rule is kept, and without it the proved optimum is no worse`(part: Int) throws {
    var tallies: [String: Tally] = [:]
    for seed in part * Self.seeds..<(part + 1) * Self.seeds {
      let free = try Free(seed: seed)
      for name in SoleRuleWeek.names {
        try Self.compare(free, name, seed, &tallies[name, default: Tally()])
      }
    }
    for name in SoleRuleWeek.names {
      let tally = tallies[name, default: Tally()]
      #expect(tally.weeks >= 50, "\(name): \(tally)")
      #expect(tally.binding >= 1, "\(name): \(tally)")
    }
    #expect(tallies.values.reduce(0) { $0 + $1.dearer } > 100, "\(tallies)")
  }

  private static func compare(
    _ free: Free,
    _ name: String,
    _ seed: Int,
    _ tally: inout Tally
  ) throws {
    let off = free.built(name)
    guard off.outcome.impossible.isEmpty, let on = try planned(free.week, name) else { return }
    #expect(on.report.violations == [], "\(name) \(seed)")
    let judged = try #require(on.report.costs).total
    #expect(abs(judged - on.outcome.costs.total) < 1e-6, "\(name) \(seed)")
    #expect(on.isProved && off.isProved, "\(name) \(seed)")
    #expect(off.outcome.costs.total <= on.outcome.costs.total + 1e-6, "\(name) \(seed)")
    tally.weeks += 1
    let broken = RosterChecker(inputs: on.inputs).violations(in: off.outcome.roster)
    #expect(broken.allSatisfy { $0.rule == name }, "\(name) \(seed): \(broken)")
    if !broken.isEmpty { tally.binding += 1 }
    let isDearer = off.outcome.costs.total < on.outcome.costs.total - 1e-6
    if isDearer { tally.dearer += 1 }
    // what is dearer is so because the cheaper roster is not allowed
    #expect(!isDearer || !broken.isEmpty, "\(name) \(seed)")
  }

  /// The week with the rule, of limits that leave the person some week.
  private static func planned(_ week: SoleRuleWeek, _ name: String) throws -> SoleRuleWeek.Built? {
    for round in 0..<40 {
      guard let inputs = week.stating(name, round: round) else { continue }
      let built = try week.built(inputs)
      if built.outcome.impossible.isEmpty { return built }
    }
    return nil
  }

  /// The same by trying all weeks, which shares no code with the engine; rules at a price too.
  @Test(arguments: 0..<4)
  func `brute force finds no rule that makes the optimum cheaper`(part: Int) throws {
    var compared = 0
    for seed in 400 + part * 4..<400 + part * 4 + 4 {
      let free = try Free(seed: seed)
      let week = free.week
      let least = [free.plain, free.whole].map { week.least($0.inputs) ?? .infinity }
      for (number, name) in SoleRuleWeek.names.enumerated() {
        guard var inputs = week.stating(name, round: 0) else { continue }
        if (seed + number).isMultiple(of: 2) { Self.price(&inputs) }
        let (on, off) = (try week.built(inputs), free.built(name))
        guard on.outcome.impossible.isEmpty, off.outcome.impossible.isEmpty else { continue }
        let dear = try #require(week.least(inputs))
        let cheap = least[SoleRuleWeek.ofContracts.contains(name) ? 1 : 0]
        #expect(cheap <= dear + 1e-6, "\(name) \(seed)")
        #expect(abs(on.outcome.costs.total - dear) < 1e-6, "\(name) \(seed)")
        #expect(abs(off.outcome.costs.total - cheap) < 1e-6, "\(name) \(seed)")
        compared += 1
      }
    }
    #expect(compared > 50)
  }

  private static func price(_ inputs: inout PlanningInputs) {
    for index in inputs.settings.labor.rules.indices {
      inputs.settings.labor.rules[index].price = Double(3 + index)
    }
    for index in inputs.settings.labor.rotations.indices {
      inputs.settings.labor.rotations[index].price = 5
    }
  }
}
