import Checking
import GLPKSolver
import Planning
import Rostering
import Staffing
import TestSupport
import Testing
import Workforce

/// Changes whose effect is known beforehand.
@Suite struct KnownEffectsTests {
  /// A fifth more people needed in every interval of a tiny week.
  private func busier(_ requirement: Requirement) -> Requirement {
    var busier = requirement
    for queue in busier.queues.indices {
      for index in busier.queues[queue].intervals.indices {
        let own = busier.queues[queue].intervals[index]
        busier.queues[queue].intervals[index].agents = Int((Double(own.agents) * 1.2).rounded(.up))
        busier.queues[queue].intervals[index].rostered =
          Int((Double(own.rostered) * 1.2).rounded(.up))
      }
    }
    return busier
  }

  private func best(_ inputs: PlanningInputs, _ week: ISOWeek, _ requirement: Requirement) -> (
    roster: Roster, costs: RosterCosts
  )? {
    BruteForceRoster(inputs: inputs, week: week, requirement: requirement).best()
  }

  /// What is proved about all rosters: more to do never makes the cheapest week cheaper, where idle time
  /// has no price.
  @Test(arguments: 0..<120)
  func `a fifth more to do never makes the best week cheaper`(seed: Int) throws {
    let tiny = TinyCase(seed: seed)
    var inputs = tiny.inputs
    inputs.settings.costs.overstaffingPerHour = 0
    guard let before = best(inputs, tiny.week, tiny.requirement) else { return }
    let after = try #require(best(inputs, tiny.week, busier(tiny.requirement)))
    #expect(after.costs.total >= before.costs.total - 1e-6)
  }

  @Test(arguments: 0..<120)
  func `a rule set free never makes the best week dearer`(seed: Int) throws {
    let tiny = TinyCase(seed: seed)
    guard let before = best(tiny.inputs, tiny.week, tiny.requirement) else { return }
    var rule = WhatIfRule()
    rule.minimumRest = .off
    rule.maximumConsecutiveDays = .off
    rule.maximumStartChange = .off
    var inputs = tiny.inputs
    for index in inputs.settings.contracts.indices {
      let rules = inputs.settings.contracts[index].rules
      inputs.settings.contracts[index].rules = rule.applied(to: rules)
    }
    let after = try #require(best(inputs, tiny.week, tiny.requirement))
    #expect(after.costs.total <= before.costs.total + 1e-6)
  }

  private func plan(_ inputs: PlanningInputs) throws -> WeekPlan {
    let planner = WeekPlanner(
      inputs: inputs,
      findings: [],
      options: try PlanOptions(effort: 1, replications: 2, cover: .need),
      solver: GLPKSolver()
    )
    return try planner.plan(SampleOptions.standardWeek)
  }

  /// A roster that keeps a rule is one of those without it: what is proved without it holds with it.
  @Test(arguments: [UInt64(1), 2, 3, 4])
  func `effects on rosters lie within the proved gaps`(seed: UInt64) throws {
    let options = try SampleOptions(people: 24, queues: 2, weeks: 4, seed: seed)
    var inputs = SampleScenario(options: options).inputs()
    inputs.settings.costs.overstaffingPerHour = 0
    let base = try plan(inputs)
    var freer = inputs
    var rule = WhatIfRule()
    rule.minimumRest = .off
    rule.maximumStartChange = .off
    for index in freer.settings.contracts.indices {
      freer.settings.contracts[index].rules = rule.applied(
        to: freer.settings.contracts[index].rules
      )
    }
    let free = try plan(freer)
    #expect(free.outcome.bound <= base.outcome.costs.total + 1e-6)
    var busier = inputs
    busier.assumptions = [.volume(queue: nil, factor: 1.2, dates: nil)]
    let busy = try plan(busier)
    #expect(busy.outcome.costs.total >= base.outcome.bound - 1e-6)
    let needed = { (plan: WeekPlan) in
      plan.requirement.queues.flatMap { $0.intervals.map(\.rostered) }
    }
    #expect(zip(needed(base), needed(busy)).allSatisfy { $0 <= $1 })
    #expect(needed(base).reduce(0, +) < needed(busy).reduce(0, +))
    let hours = { (plan: WeekPlan) in Double(plan.check.paidMinutes) / 60 }
    let gaps = [base, busy].reduce(0) { $0 + $1.outcome.costs.total - $1.outcome.bound }
    let wage = inputs.settings.contracts.map(\.wagePerHour).min() ?? 1
    #expect(hours(busy) >= hours(base) - gaps / wage)
  }
}
