import TestSupport
import Testing
import Workforce

@testable import Rostering

@Suite struct BestResponseTests {
  @Test(arguments: 0..<200)
  func `no step makes a roster worse, and the running objective is right`(seed: Int) throws {
    let problem = try TinyWeek(seed: seed).built().problem
    var weeks = RandomWeeks(problem, name: "best response", seed: seed)
    var state = weeks.state()
    #expect(abs(state.objective - state.recomputedObjective()) < 1e-6)
    for employee in weeks.order() + weeks.order() {
      let (before, overtime) = (state.objective, state.overtime)
      let hasChanged = BestResponse.improve(&state, employee: employee)
      #expect(state.objective <= before + 1e-9)
      #expect(hasChanged == (state.objective < before - 1e-9))
      #expect(abs(state.objective - state.recomputedObjective()) < 1e-6)
      let isWithin = zip(state.overtime, problem.overtimeBudgets).allSatisfy { $0 <= $1 }
      #expect(
        isWithin || state.overtime.elementsEqual(overtime) || state.overtime[0] <= overtime[0]
      )
    }
  }

  /// With all others fixed, one person's best week is the best of all weeks: a problem of one
  /// person is solved by one step.
  @Test(arguments: 0..<200)
  func `one step solves a team of one`(seed: Int) throws {
    let week = TinyWeek(seed: seed)
    let problem = try week.built().problem
    guard problem.employees.count == 1, week.force.impossible.isEmpty,
      let best = week.force.best()
    else { return }
    var state = RosterState(problem)
    _ = BestResponse.improve(&state, employee: 0)
    #expect(abs(state.objective - best.costs.total) < 1e-6)
  }

  @Test(arguments: 0..<200)
  func `shares the overtime so that everyone has a week`(seed: Int) throws {
    let week = TinyWeek(seed: seed)
    let built = try week.built()
    let least = built.problem.leastOvertimes().reduce(0, +)
    #expect(least <= built.problem.overtimeBudgets[0])
    let named = built.impossible.filter { !week.force.impossible.contains($0.employee) }
    #expect(named.isEmpty == (week.force.best() != nil))
  }
}
