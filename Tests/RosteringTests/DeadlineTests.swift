import GLPKSolver
import Optimization
import Testing
import Workforce

@testable import Rostering

/// A time limit reaches every program that GLPK solves.
@Suite struct DeadlineTests {
  @Test(arguments: 0..<20)
  func `no program gets more time than is left`(seed: Int) throws {
    let problem = try TinyWeek(seed: seed).built().problem
    guard !problem.employees.isEmpty else { return }
    let spy = LimitSpy()
    let result = try problem.optimized(
      options: RosterOptions(effort: 1),
      solver: spy,
      stop: StopSignal(deadline: .now + .seconds(15))
    )
    // less than any guard that a program has by itself
    #expect(spy.guards.allSatisfy { $0 <= 15_000 })
    #expect(!spy.guards.isEmpty)
    #expect(!result.isCutShort)
    #expect(!result.stages.contains { $0.detail.contains("the time was over") })
  }

  @Test(arguments: 0..<20)
  func `without a limit the programs keep their own guards`(seed: Int) throws {
    let problem = try TinyWeek(seed: seed).built().problem
    guard !problem.employees.isEmpty else { return }
    let spy = LimitSpy()
    _ = try problem.optimized(
      options: RosterOptions(effort: 1),
      solver: spy,
      stop: StopSignal()
    )
    #expect(spy.guards.allSatisfy { $0 >= 20_000 })
  }

  @Test(arguments: 0..<20)
  func `a day program whose time is over is dropped and says why`(seed: Int) throws {
    let problem = try TinyWeek(seed: seed).built().problem
    var weeks = RandomWeeks(problem, name: "deadline", seed: seed)
    let state = weeks.state()
    var random = RandomStream(seed: 1, name: "deadline")
    let places = DayPlace.all(state, days: Array(0..<problem.dayCount), &random)
    for place in places {
      let program = place.program(state, seed: 1, round: 1, nodes: 8)
      let outcome = try program.solve(
        GLPKSolver(),
        stop: StopSignal(deadline: .now - .seconds(1))
      )
      #expect(outcome.isDropped && outcome.wasGuarded)
      #expect(outcome.shifts == nil && !outcome.isProved)
    }
  }

  /// The sweep counts it, so that the run is not called repeatable.
  @Test func `the tally counts what the clock stopped`() throws {
    let problem = try TinyWeek(seed: 3).built().problem
    var weeks = RandomWeeks(problem, name: "deadline", seed: 3)
    var state = weeks.state()
    let before = state.objective
    let place = DayPlace(day: 0, group: 0, people: [])
    var tally = DayTally()
    tally.take(
      DayProgram.Outcome(isDropped: true, wasGuarded: true),
      of: place,
      least: 0,
      &state
    )
    #expect(tally.dropped == 1 && tally.guarded == 1 && tally.improved == 0)
    #expect(state.objective == before)
  }
}
