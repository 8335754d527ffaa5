import Foundation
import GLPKSolver
import Testing
import Workforce

@testable import Rostering
@testable import shiftwright_bench

/// Two ways to the same relaxation: GLPK's linear program over generated weeks, and Frank–Wolfe.
@Suite struct RelaxationTests {
  /// GLPK's optimum and the bound that Frank–Wolfe certifies.
  private static func both(_ instance: TeamInstance, passes: Int) throws
    -> (program: MasterSolution, bound: Double)
  {
    let problem = try TeamProblem(instance: instance).problem()
    var start = RosterState(problem)
    for employee in problem.employees.indices {
      _ = BestResponse.improve(&start, employee: employee)
    }
    var relaxed = FrankWolfe(problem, tours: start.tours, seed: 1, threads: 2)
    relaxed.run(
      passes: passes,
      incumbent: .infinity,
      stop: StopSignal(),
      progress: { _, _ in }
    )
    let program = try MasterSolution.solve(
      problem,
      pool: relaxed.state.mixes.map { $0.map(\.tour) },
      center: try #require(relaxed.boundPrices),
      threads: 2,
      budget: 1e9,
      solver: GLPKSolver(),
      stop: StopSignal()
    )
    return (program, relaxed.bound)
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `both agree on a drawn instance of 24 people`(seed: UInt64) throws {
    let instance = try TeamCase.draft(people: 24, seed: seed)
    let (program, bound) = try Self.both(instance, passes: 600)
    #expect(program.isExact)
    #expect(bound <= program.value + 1e-6)
    #expect(bound >= program.value * (1 - 0.001))
  }

  @Test(.enabled(if: RefereeTests.folder != nil, "the shared team instances are absent"))
  func `both agree on S1`() throws {
    let folder = try #require(RefereeTests.folder)
    let instance = try TeamInstance.read(folder.appending(path: "S1.json").path)
    let (program, bound) = try Self.both(instance, passes: 800)
    #expect(program.isExact)
    #expect(bound <= program.value + 1e-6)
    #expect(bound >= program.value * (1 - 0.001))
  }
}
