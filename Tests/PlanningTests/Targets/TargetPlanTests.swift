import GLPKSolver
import Simulation
import Testing
import Workforce

@testable import Planning

/// Plans that look for prices, and what they say when the people are too few.
@Suite struct TargetPlanTests {
  private let week = SampleOptions.standardWeek

  private func inputs(isUnderstaffed: Bool) throws -> PlanningInputs {
    let options = try SampleOptions(
      people: 24,
      queues: 2,
      weeks: 4,
      isUnderstaffed: isUnderstaffed
    )
    return SampleScenario(options: options).inputs()
  }

  private func plan(_ inputs: PlanningInputs, cover: CoverBasis? = nil) throws -> WeekPlan {
    let options = try PlanOptions(effort: 1, threads: 2, replications: 60, cover: cover)
    return try WeekPlanner(inputs: inputs, findings: [], options: options, solver: GLPKSolver())
      .plan(week)
  }

  @Test
  func
    `the cheapest roster that meets all targets is kept, and streams that were never seen agree`()
    throws
  {
    let plan = try plan(inputs(isUnderstaffed: false))
    #expect((1...5).contains(plan.rounds.count))
    let chosen = try #require(plan.rounds.first(where: \.isChosen))
    #expect(plan.rounds.count(where: \.isChosen) == 1)
    #expect(chosen.isMet)
    #expect(plan.rounds.filter(\.isMet).allSatisfy { $0.cost >= chosen.cost })
    #expect(plan.contactPrices == chosen.prices)
    #expect(plan.simulation.queues.allSatisfy(\.meetsTarget))
    #expect(plan.simulation.queues.map(\.total.serviceLevel) != chosen.service)
    #expect(plan.shortfall == nil)
    let costs = plan.outcome.costs
    #expect(abs(costs.total - costs.understaffing - chosen.cost) < 1e-6)
    let recomputed = try #require(plan.check.costs)
    #expect(abs(recomputed.total - costs.total) < 0.01)
    #expect(plan.outcome.bound <= recomputed.total + 1e-6)
  }

  @Test func `people priced by the need have no rounds`() throws {
    let plan = try plan(inputs(isUnderstaffed: false), cover: .need)
    #expect(plan.rounds.isEmpty)
    #expect(plan.contactPrices == nil)
  }

  @Test func `too few people: what is missing, and adding it is enough`() throws {
    let inputs = try inputs(isUnderstaffed: true)
    let plan = try plan(inputs)
    let shortfall = try #require(plan.shortfall)
    let missed = plan.simulation.queues.filter { !$0.meetsTarget }
    #expect(shortfall.queues.map(\.queue) == missed.map(\.queue))
    for queue in shortfall.queues {
      #expect(queue.contacts > 0)
      #expect(!queue.intervals.isEmpty)
    }
    let remedy = try #require(shortfall.remedy)
    let staff = StaffAddition(inputs: inputs, week: week)
    let helped = try self.plan(staff.inputs(with: remedy.additions))
    #expect(helped.simulation.queues.allSatisfy(\.meetsTarget))
    #expect(helped.check.isClean)
    if let few = shortfall.notEnough {
      #expect(few.people < remedy.people)
      let tried = try self.plan(staff.inputs(with: few.additions))
      #expect(!tried.simulation.queues.allSatisfy(\.meetsTarget))
    }
  }
}
