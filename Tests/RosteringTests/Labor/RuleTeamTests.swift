import Checking
import TestSupport
import Testing
import Workforce

@testable import Rostering

/// Runs of the engine whose optimum is not proved, with one rule and without any.
@Suite struct RuleTeamTests {
  /// Every rule once hard, every third one at a price too, over six teams.
  @Test(arguments: 0..<6)
  func `without a rule no run is worse beyond its gap, and a hard one is kept`(seed: Int) throws {
    let team = RuleTeam(seed: seed)
    let off = try team.built(team.free)
    #expect(off.report.violations == [])
    #expect(off.outcome.bound > 0)
    let names = SoleRuleWeek.names
    var compared = 0
    for (number, name) in names.enumerated() {
      for isPriced in [false, true] where (number + (isPriced ? 2 : 0)) % 6 == seed {
        if isPriced, number % 3 > 0 { continue }
        guard let on = try Self.planned(team, name, isPriced) else { continue }
        try Self.compare(on, off, team, isPriced, "\(name) \(seed) \(isPriced)")
        compared += 1
      }
    }
    #expect(compared >= 3)
  }

  /// The same for what contracts, availability and budgets ask, half of the rules on each of two teams.
  @Test(arguments: 0..<2)
  func `without a contract's rule no run is worse beyond its gap`(seed: Int) throws {
    let team = RuleTeam(seed: 10 + seed)
    let on = try team.built(team.limited)
    #expect(on.outcome.impossible.isEmpty && on.report.violations == [])
    let rules: [RosterRule] = [
      .minimumRest, .consecutiveDays, .startChange, .shiftWindow, .leastHours, .mostHours,
      .fewestDays, .mostDays, .availability, .overtimeBudget,
    ]
    for (number, rule) in rules.enumerated() where number % 2 == seed {
      let off = try team.built(#require(rule.lifted(from: team.limited)))
      let gap = off.outcome.costs.total - off.outcome.bound
      #expect(off.outcome.impossible.isEmpty && off.report.violations == [], "\(rule.name)")
      #expect(off.outcome.costs.total <= on.outcome.costs.total + gap + 1e-6, "\(rule.name)")
      let same = team.report(on.outcome.roster, off.inputs)
      #expect(same.violations == [], "\(rule.name)")
      #expect(try #require(same.costs).total <= on.outcome.costs.total + 1e-6, "\(rule.name)")
    }
  }

  private static func planned(_ team: RuleTeam, _ name: String, _ isPriced: Bool) throws
    -> SoleRuleWeek.Built?
  {
    for round in 0..<6 {
      guard let inputs = team.stating(name, round: round, isPriced: isPriced) else { continue }
      // with somebody left out the two weeks would not be of the same people
      if try team.optimizer(inputs).impossible.isEmpty { return try team.built(inputs) }
    }
    return nil
  }

  private static func compare(
    _ on: SoleRuleWeek.Built,
    _ off: SoleRuleWeek.Built,
    _ team: RuleTeam,
    _ isPriced: Bool,
    _ label: String
  ) throws {
    #expect(on.report.violations == [], "\(label)")
    let costs = try #require(on.report.costs)
    #expect(abs(costs.total - on.outcome.costs.total) < 1e-6, "\(label)")
    let gap = off.outcome.costs.total - off.outcome.bound
    #expect(off.outcome.costs.total <= on.outcome.costs.total + gap + 1e-6, "\(label)")
    #expect(on.outcome.bound <= on.outcome.costs.total + 1e-6, "\(label)")
    // the roster with the rule is one of those without it, at what it costs but for the rule
    let free = team.report(on.outcome.roster, off.inputs)
    #expect(free.violations == [], "\(label)")
    let paid = try #require(free.costs)
    #expect(abs(paid.total + costs.rules - costs.total) < 1e-6, "\(label)")
    #expect(isPriced || costs.rules == 0, "\(label)")
    #expect(off.outcome.bound <= paid.total + 1e-6, "\(label)")
  }
}
