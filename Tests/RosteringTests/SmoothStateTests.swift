import Testing
import Workforce

@testable import Rostering

@Suite struct SmoothStateTests {
  @Test(arguments: 0..<100)
  func `mean worth is the mean of the marginal worth`(seed: Int) {
    var random = RandomStream(seed: 9, name: "mean worth", keys: seed)
    let cover = PlainProblem.cover(&random)
    let table = PlainProblem.make(slotCount: 1, cover: [[cover]], idleCost: 2).cover
    let low = 8 * random.unit() - 1
    let high = low + 0.1 + 3 * random.unit()
    let points = 20_000
    let sum = (0..<points).reduce(0.0) { sum, point in
      let people = low + (high - low) * (Double(point) + 0.5) / Double(points)
      let count = max(0, Int(people.rounded(.down)))
      return sum + (table.worth(ofNextAfter: count, cell: 0) ?? -2)
    }
    let mean = table.meanWorth(from: low, to: high, cell: 0)
    #expect(abs(mean - sum / Double(points)) < 0.01)
    #expect(table.meanWorth(from: low + 0.3, to: high + 0.3, cell: 0) <= mean + 1e-9)
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
