import Testing
import Workforce

@testable import Rostering

@Suite struct SmoothStateTests {
  @Test(arguments: 0..<100)
  func `mean worth is the mean of the marginal worth`(seed: Int) {
    var random = RandomStream(seed: 9, name: "mean worth", keys: seed)
    let cover = PlainProblem.cover(&random)
    // a second queue, so that the cell asked for has another one beside it
    let other = PlainProblem.cover(&random)
    let problem = PlainProblem.make(slotCount: 1, cover: [[other], [cover]], idleCost: 2)
    let table = SmoothTable(problem.cover)
    let worths = cover.steps.flatMap { Array(repeating: $0.worth, count: $0.people) }
    let half = 0.05 + 1.5 * random.unit()
    let center = 8 * random.unit() - 1 + half
    let points = 20_000
    let sum = (0..<points).reduce(0.0) { sum, point in
      let people = center + half * (2 * (Double(point) + 0.5) / Double(points) - 1)
      let count = max(0, Int(people.rounded(.down)))
      return sum + (count < worths.count ? worths[count] : -2)
    }
    let mean = table.mean(cell: 1, people: center, half: half)
    #expect(abs(mean - sum / Double(points)) < 0.01)
    #expect(table.mean(cell: 1, people: center + 0.3, half: half) <= mean + 1e-9)
  }

  /// After passes of Frank–Wolfe the people at work are those of the mixes, and each mix is convex.
  @Test(arguments: 0..<60)
  func `supply is the cover of the mixes`(seed: Int) throws {
    let problem = try TinyWeek(seed: seed).built().problem
    guard !problem.employees.isEmpty else { return }
    var weeks = RandomWeeks(problem, name: "supply", seed: seed)
    var method = FrankWolfe(problem, tours: weeks.state().tours, seed: 1, threads: 1)
    for _ in 0..<8 { method.pass(stop: StopSignal()) }
    var present = [Double](repeating: 0, count: problem.slotCount)
    for mix in method.state.mixes {
      #expect(abs(mix.reduce(0) { $0 + $1.weight } - 1) < 1e-6)
      #expect(mix.allSatisfy { $0.weight > 0 })
      for part in mix {
        for shift in part.tour.shifts {
          problem.forEachStretch(of: shift) { for slot in $0 { present[slot] += part.weight } }
        }
      }
    }
    for slot in present.indices {
      let supply = (0..<problem.queueCount).reduce(0.0) {
        $0 + method.state.supply[$1 * problem.slotCount + slot]
      }
      #expect(abs(supply - present[slot]) < 1e-5)
    }
  }

  @Test(arguments: 0..<60)
  func `marginals lie between the price of idling and the dearest tier`(seed: Int) throws {
    let problem = try TinyWeek(seed: seed).built().problem
    var weeks = RandomWeeks(problem, name: "marginals", seed: seed)
    var state = SmoothState(problem, tours: weeks.state().tours, width: 1)
    for width in [1, 0.5, 0.01] {
      state.setWidth(width)
      for cell in state.marginals.indices {
        let top = problem.cover.steps(of: cell).map(\.worth).max() ?? 0
        #expect(state.marginals[cell] >= -problem.cover.idleCost - 1e-9)
        #expect(state.marginals[cell] <= top + 1e-9)
      }
    }
  }
}
