import Foundation
import GLPKSolver
import Testing
import Workforce

@testable import Rostering

/// The team instances without their training sessions, against the figures of the prototype.
@Suite(.enabled(if: TeamInstance.isPresent, "../shared is not there"))
struct TeamInstanceTests {
  @Test(arguments: [(ProcessInfo.processInfo.environment["TEAM"] ?? "S1", 33_132.9, 33_469.6)])
  func `comes close to the prototype's bound and objective`(
    name: String,
    bound: Double,
    objective: Double
  ) throws {
    let problem = try #require(try TeamInstance.load(name).problem)
    let effort = Int(ProcessInfo.processInfo.environment["EFFORT"] ?? "20")
    let start = ContinuousClock.now
    var pipeline = RosterPipeline(
      problem: problem,
      options: try RosterOptions(effort: effort, threads: 2, seed: 1),
      solver: GLPKSolver(),
      stop: StopSignal(),
      progress: { print($0.stage, $0.detail, ContinuousClock.now - start) }
    )
    let state = try pipeline.run()
    print(
      pipeline.stages.map { "\($0.name) \($0.objective ?? 0) \($0.bound ?? 0) \($0.detail)" }
        .joined(separator: "\n")
    )
    print(
      "seconds",
      ContinuousClock.now - start,
      "objective",
      state.objective,
      "recomputed",
      state.recomputedObjective(),
      "bound",
      pipeline.bound
    )
    #expect(abs(state.objective - state.recomputedObjective()) < 1e-6)
    #expect(pipeline.bound <= state.objective)
  }
}
