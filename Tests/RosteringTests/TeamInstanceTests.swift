import GLPKSolver
import Testing
import Workforce

@testable import Rostering

/// The smallest team instance without its training sessions, against the prototype's objective.
@Suite(.enabled(if: TeamInstance.isPresent, "../shared is not there"))
struct TeamInstanceTests {
  @Test func `comes close to the prototype within a small budget`() throws {
    let problem = try #require(try TeamInstance.load("S1").problem)
    var pipeline = RosterPipeline(
      problem: problem,
      options: try RosterOptions(effort: 5, threads: 2),
      solver: GLPKSolver(),
      stop: StopSignal(),
      progress: nil
    )
    let state = try pipeline.run()
    #expect(state.objective < 33_470 * 1.03)
    #expect(pipeline.bound <= state.objective)
    #expect(pipeline.bound > 32_000)
    #expect(abs(state.objective - state.recomputedObjective()) < 1e-6)
  }
}
