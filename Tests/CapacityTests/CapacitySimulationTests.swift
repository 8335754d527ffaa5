import GLPKSolver
import Optimization
import Testing
import Workforce

@testable import Capacity

@Suite struct CapacitySimulationTests {
  private static let spread = CapacitySimulation.DemandSpread(monthly: 0.04, yearly: 0.08)

  private func paths(
    _ problem: CapacityProblem,
    _ choice: CapacityChoice,
    _ count: Int,
    threads: Int
  )
    -> [CapacitySimulation.Path]
  {
    let nobody = problem.sets.map { _ in
      problem.skills.map { _ in [Double](repeating: 0, count: problem.months) }
    }
    return CapacitySimulation(problem, spread: Self.spread, seed: 7)
      .paths(choice, serving: nobody, replications: count, threads: threads)
  }

  @Test func `the mean of what is played is what the program expects`() throws {
    let problem = CapacityExample.large(months: 12, skills: 3, people: 60, seed: 4)
    let solution = try CapacityModel(problem).solved(by: GLPKSolver())
    let expected = CapacityForecast(problem, solution.choice).agents
    let paths = paths(problem, solution.choice, 2000, threads: 2)
    for month in 0..<problem.months {
      let played = paths.map { path in path.agents.reduce(0) { $0 + $1[month] } }
      let mean = played.reduce(0, +) / Double(played.count)
      let variance = played.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(played.count)
      let all = expected.reduce(0) { $0 + $1[month] }
      // five standard errors: wrong by chance about once in two million
      #expect(abs(mean - all) <= 5 * (variance / Double(played.count)).squareRoot() + 1e-6)
    }
  }

  @Test func `results do not depend on the number of threads`() {
    let problem = CapacityExample.large(months: 6, skills: 3, people: 30, seed: 5)
    let choice = CapacityChoice(nothingFor: problem)
    let one = paths(problem, choice, 40, threads: 1)
    let two = paths(problem, choice, 40, threads: 2)
    #expect(one.map(\.agents) == two.map(\.agents))
    #expect(one.map(\.need) == two.map(\.need))
  }

  @Test func `demand keeps to its band`() {
    let problem = CapacityExample.large(months: 12, skills: 1, people: 30, seed: 6)
    let paths = paths(problem, CapacityChoice(nothingFor: problem), 4000, threads: 2)
    for month in 0..<problem.months {
      let band = problem.need[0][month]
      let below = { (limit: Double) in
        Double(paths.count { $0.need[0][month] <= limit }) / Double(paths.count)
      }
      // five standard errors of a share of 4000
      #expect(abs(below(band.low) - 0.1) < 0.024)
      #expect(abs(below(band.middle) - 0.5) < 0.04)
      #expect(abs(below(band.high) - 0.9) < 0.024)
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `what is missing after spreading is what every set of skills lacks at most`(seed: UInt64) {
    var stream = RandomStream(seed: seed, name: "spread")
    let sets = [[0], [1], [2], [0, 1], [1, 2], [0, 2, 3], [3]]
    let agents = sets.map { _ in 4 * stream.unit() }
    let need = (0..<4).map { _ in 5 * stream.unit() }
    let planned = sets.map { set in (0..<4).map { set.contains($0) ? stream.unit() : 0 } }
    let spread = AgentSpread(sets: sets, agents: agents, planned: planned, need: need)
    let missing = zip(need, spread.serving).reduce(0) { $0 + max(0, $1.0 - $1.1) }
    // Hall's condition with numbers: the worst set of skills decides
    let worst =
      (0..<16).map { mask -> Double in
        let chosen = (0..<4).filter { mask >> $0 & 1 == 1 }
        let able = zip(sets, agents).filter { pair in chosen.contains { pair.0.contains($0) } }
        return chosen.reduce(0) { $0 + need[$1] } - able.reduce(0) { $0 + $1.1 }
      }.max() ?? 0
    #expect(abs(missing - worst) < 1e-6)
    #expect(abs(spread.serving.reduce(0, +) - agents.reduce(0, +)) < 1e-6)
  }
}
