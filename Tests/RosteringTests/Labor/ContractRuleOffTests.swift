import Checking
import TestSupport
import Testing
import Workforce

@testable import Rostering

/// Rules of contracts, availability, absences, budgets of overtime, wishes and fairness: kept, and never of use to
/// the optimum.
@Suite struct ContractRuleOffTests {
  /// Weeks per part of the seeds.
  private static let seeds = 160

  private struct Tally {
    var weeks = 0
    /// Weeks that the rule makes dearer.
    var dearer = 0
  }

  /// Limits and prices that can be lifted; what a rule of single dates is about cannot.
  private static let rules: [RosterRule] = [
    .minimumRest, .consecutiveDays, .startChange, .shiftWindow, .leastHours, .mostHours,
    .fewestDays, .mostDays, .availability, .overtimeBudget, .startWishes, .dayOffWishes,
    .startChangePrice, .weekendFairness, .overtimePremium,
  ]

  /// A tiny case; every second one with two steps of overtime, and balances of past weeks.
  private static func inputs(_ tiny: TinyCase, seed: Int) -> PlanningInputs {
    var inputs = tiny.inputs
    guard seed.isMultiple(of: 2) else { return inputs }
    inputs.settings.costs.overtimeSteps = [
      OvertimeStep(after: .hours(3), premium: 0.75), OvertimeStep(after: .hours(6), premium: 2),
    ]
    inputs.settings.labor.kinds = [
      ShiftKind(name: "late", ends: ScenarioFixtures.window("10:30-20:00"))
    ]
    inputs.settings.labor.fairness = FairnessSettings(
      weeks: 3,
      weekends: 4,
      lates: 2,
      lateKinds: ["late"],
      refused: 0.5,
      seniorityPerYear: 0.1
    )
    return inputs
  }

  /// Other seeds than those of the comparison with brute force.
  @Test(arguments: 0..<5)
  func `a rule is kept, and without it the proved optimum is no worse`(part: Int) throws {
    var (stated, off): ([String: Int], [RosterRule: Tally]) = ([:], [:])
    for seed in 2000 + part * Self.seeds..<2000 + (part + 1) * Self.seeds {
      let tiny = TinyCase(seed: seed)
      let inputs = Self.inputs(tiny, seed: seed)
      let outcome = try tiny.built(inputs)
      let report = RosterChecker(inputs: inputs).check(
        outcome.roster,
        requirement: tiny.requirement,
        impossible: outcome.impossible.map(\.employee)
      )
      #expect(report.violations == [], "\(seed)")
      let judged = try #require(report.costs)
      #expect(abs(judged.total - outcome.costs.total) < 1e-6, "\(seed)")
      for name in Self.stated(inputs) { stated[name, default: 0] += 1 }
      let acting = Self.rules.filter { $0.lifted(from: inputs) != nil }
      // the rule that was taken away least often so far
      let weeks = { (rule: RosterRule) in off[rule, default: Tally()].weeks }
      guard outcome.impossible.isEmpty,
        let rule = acting.min(by: { weeks($0) < weeks($1) })
      else { continue }
      try Self.compare(rule, inputs, tiny, outcome, &off[rule, default: Tally()])
    }
    for name in ["shift window", "availability", "absence", "overtime budget", "start change"] {
      #expect(stated[name, default: 0] >= 40, "\(name): \(stated)")
    }
    for rule in Self.rules { #expect(off[rule, default: Tally()].weeks >= 5, "\(rule.name)") }
    #expect(off.values.reduce(0) { $0 + $1.dearer } > 10, "\(off)")
  }

  private static func compare(
    _ rule: RosterRule,
    _ inputs: PlanningInputs,
    _ tiny: TinyCase,
    _ on: RosterOutcome,
    _ tally: inout Tally
  ) throws {
    let off = try tiny.built(#require(rule.lifted(from: inputs)))
    let words = "\(rule.name) \(tiny.week)"
    #expect(off.impossible.isEmpty, "\(words)")
    #expect(on.bound >= on.costs.total - 1e-6 && off.bound >= off.costs.total - 1e-6, "\(words)")
    #expect(off.costs.total <= on.costs.total + 1e-6, "\(words)")
    tally.weeks += 1
    if off.costs.total < on.costs.total - 1e-6 { tally.dearer += 1 }
  }

  /// Rules of which something is stated beside the numbers that every contract has.
  private static func stated(_ inputs: PlanningInputs) -> [String] {
    let contracts = inputs.employees.compactMap { person in
      inputs.settings.contracts.first { $0.name == person.contract }
    }
    var names: [String] = []
    if contracts.contains(where: { $0.shiftWindow != nil }) { names.append("shift window") }
    if contracts.contains(where: { $0.rules.maximumStartChange != nil }) {
      names.append("start change")
    }
    if !inputs.availability.isEmpty { names.append("availability") }
    if !inputs.absences.isEmpty { names.append("absence") }
    if inputs.settings.sites.contains(where: { $0.overtimeBudget != nil }) {
      names.append("overtime budget")
    }
    return names
  }
}
