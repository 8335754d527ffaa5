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
    let kept = plan.rounds.filter(\.isChosen)
    #expect(kept.count == 1)
    let chosen = try #require(kept.first)
    #expect(chosen.isMet)
    let dearer = plan.rounds.filter(\.isMet).filter { $0.cost < chosen.cost }
    #expect(dearer.isEmpty)
    #expect(plan.contactPrices == chosen.prices)
    #expect(missed(plan).isEmpty)
    let certified = plan.simulation.queues.map(\.total.serviceLevel)
    #expect(certified != chosen.service)
    #expect(plan.shortfall == nil)
    let costs = plan.outcome.costs
    #expect(abs(costs.total - costs.understaffing - chosen.cost) < 1e-6)
    let recomputed = try #require(plan.check.costs)
    #expect(abs(recomputed.total - costs.total) < 0.01)
    #expect(plan.outcome.bound <= recomputed.total + 1e-6)
  }

  /// The queues that miss a promise.
  private func missed(_ plan: WeekPlan) -> [String] {
    plan.simulation.queues.filter { !$0.meetsTarget }.map(\.queue)
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
    let names = shortfall.queues.map(\.queue)
    #expect(names == missed(plan))
    for queue in shortfall.queues {
      #expect(queue.contacts > 0)
      #expect(!queue.intervals.isEmpty)
    }
    let remedy = try #require(shortfall.remedy)
    let staff = StaffAddition(inputs: inputs, week: week)
    let helped = try self.plan(staff.inputs(with: remedy.additions))
    #expect(missed(helped).isEmpty)
    #expect(helped.check.isClean)
    if let few = shortfall.notEnough {
      #expect(few.people < remedy.people)
    }
  }

  /// The pay that the checker adds up, overtime premiums included.
  private func pay(_ plan: WeekPlan) throws -> Double {
    let costs = try #require(plan.check.costs)
    return costs.pay + costs.overtimePremium
  }

  @Test func `pay is kept within a limit, and service pays for it`() throws {
    var free = try inputs(isUnderstaffed: false)
    // contracts that leave something to decide
    for index in free.settings.contracts.indices {
      free.settings.contracts[index].minimumWeeklyHours = .hours(8)
      free.settings.contracts[index].minimumDays = 1
    }
    let plan = try plan(free)
    let (whole, contracts) = (try pay(plan), plan.outcome.costs.contractPay)
    try #require(contracts < whole - 200)
    var limited = free
    limited.settings.costs.maximumPay = contracts + 0.4 * (whole - contracts)
    let cheap = try self.plan(limited)
    let most = try #require(limited.settings.costs.maximumPay)
    #expect(try pay(cheap) <= most)
    #expect(try pay(cheap) >= contracts - 1e-6)
    #expect(cheap.check.isClean)
    #expect(cheap.rounds.count { $0.isChosen } == 1)
    #expect(cheap.contactPrices == cheap.rounds.first(where: \.isChosen)?.prices)
    let kept = cheap.rounds.filter { $0.pay <= most }
    let chosen = try #require(cheap.rounds.first { $0.isChosen })
    #expect(kept.allSatisfy { $0.missing >= chosen.missing })
    let service = { (plan: WeekPlan) in
      plan.simulation.queues.map(\.total.serviceLevel.mean).reduce(0, +)
    }
    #expect(service(cheap) < service(plan))
    #expect(cheap.shortfall == nil)
    #expect(cheap.findings.contains { $0.severity == .note && $0.message.contains("pay is kept") })
  }

  @Test func `a limit above the pay changes nothing, one below the contracts is told`() throws {
    let free = try inputs(isUnderstaffed: false)
    let plan = try plan(free)
    var wide = free
    wide.settings.costs.maximumPay = try pay(plan) + 1
    let same = try self.plan(wide)
    #expect(same.outcome.roster == plan.outcome.roster)
    #expect(same.rounds == plan.rounds)
    #expect(same.findings == plan.findings)
    var narrow = free
    narrow.settings.costs.maximumPay = plan.outcome.costs.contractPay - 1
    let told = try self.plan(narrow)
    #expect(told.outcome.roster == plan.outcome.roster)
    #expect(
      told.findings.contains { $0.severity == .warning && $0.message.contains("contracts alone") }
    )
  }
}
