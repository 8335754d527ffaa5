import TestSupport
import Testing
import Workforce

@testable import Rostering

@Suite struct FrankWolfeThreadsTests {
  private struct Reached: Equatable {
    let bound: Double
    let marginals: [Double]
    let coupling: [Double]
    let weights: [[Double]]
    let tours: [[PlannedTour]]
  }

  private static func reached(_ problem: RosterProblem, seed: Int, threads: Int) -> Reached {
    var weeks = RandomWeeks(problem, name: "threads", seed: seed)
    var method = FrankWolfe(
      problem,
      tours: weeks.state().tours,
      seed: UInt64(seed),
      threads: threads
    )
    method.run(passes: 20, incumbent: .infinity, stop: StopSignal()) { _, _ in }
    return Reached(
      bound: method.bound,
      marginals: method.state.prices.marginals,
      coupling: method.state.prices.coupling,
      weights: method.state.mixes.map { $0.map(\.weight) },
      tours: method.state.mixes.map { $0.map(\.tour) }
    )
  }

  @Test(arguments: 0..<30)
  func `one, two and seven threads reach the same mixes and prices`(seed: Int) throws {
    let problem = try TinyWeek(seed: seed).built().problem
    guard !problem.employees.isEmpty else { return }
    let alone = Self.reached(problem, seed: seed, threads: 1)
    #expect(Self.reached(problem, seed: seed, threads: 2) == alone)
    #expect(Self.reached(problem, seed: seed, threads: 7) == alone)
  }
}
