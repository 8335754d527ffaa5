import GLPKSolver
import Planning
import Rostering
import Staffing
import TestSupport
import Testing
import Workforce

/// Code that the documentation quotes and no other test holds.
@Suite struct DocsExamplesTests {
  @Test func `a week with a clock change has fewer intervals`() throws {
    let london = try #require(Zone(identifier: "Europe/London"))
    let week = try #require(ISOWeek("2026-W13"))
    let grid = try #require(TimeGrid(week: week, stepMinutes: 30, zone: london))
    // The clocks skip an hour on that Sunday: two half hours fewer than 7 × 48.
    #expect(grid.count == 334)
  }

  @Test func `a roster comes with its bound`() throws {
    let tiny = TinyCase(seed: 5)
    let optimizer = try RosterOptimizer(
      inputs: tiny.inputs,
      costs: CoverCostBuilder(settings: tiny.inputs.settings).coverCosts(for: tiny.requirement),
      options: RosterOptions(effort: 1),
      solver: GLPKSolver()
    )
    let outcome = try optimizer.build()
    #expect(outcome.bound <= outcome.costs.total)
  }

  @Test func `a week is planned from a scenario and a solver`() throws {
    let sample = try SampleOptions(people: 20, queues: 1, weeks: 4)
    let planner = WeekPlanner(
      inputs: SampleScenario(options: sample).inputs(),
      findings: [],
      options: try PlanOptions(effort: 1, replications: 20),
      solver: GLPKSolver()
    )
    let plan = try planner.plan(sample.week)
    #expect(plan.isUsable)
  }
}
