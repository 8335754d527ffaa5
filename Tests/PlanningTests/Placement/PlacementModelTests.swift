import GLPKSolver
import Optimization
import Testing

@testable import Planning

@Suite struct PlacementModelTests {
  @Test(arguments: 0..<60 as Range<UInt64>)
  func `is the cheapest of all choices`(seed: UInt64) throws {
    let problem = TinyPlacement.problem(seed: seed)
    let found = try PlacementSearch(solver: GLPKSolver()).solve(problem)
    let best = PlacementBruteForce(problem: problem).best()
    #expect(found.cost <= best * 1.0021 + 1e-6 && found.cost >= best - 1e-6)
    #expect(found.bound <= best + 1e-6)
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `the greedy start is a point of the program`(seed: UInt64) throws {
    let problem = TinyPlacement.problem(seed: seed)
    var greedy = PlacementGreedy(problem)
    let model = PlacementModel(problem)
    let point = model.point(greedy.placed())
    for row in model.model.constraints {
      let sum = row.terms.reduce(0.0) { $0 + point[$1.index] * $1.coefficient }
      #expect(row.lower - 1e-6 <= sum && sum <= row.upper + 1e-6, "\(row.name)")
    }
    let best = PlacementBruteForce(problem: problem).best()
    #expect(model.model.objective(at: point) >= best - 1e-6)
  }

  @Test func `people of several queues are missed where it costs least`() throws {
    let step = { (people: Double, cost: Double) in AwayPrices.Step(people: people, cost: cost) }
    let prices = AwayPrices(
      blockMinutes: 30,
      steps: [[[step(1, 3), step(1, 50)]], [[step(2, 10), step(1, 70)]]],
      idle: [0]
    )
    // two serve both, one serves the first only: 3 for the one, 10 for each of the two
    let costs = try AwayModel.costs(
      of: [[2], [1]],
      prices,
      pools: [[0, 1], [0]],
      solver: GLPKSolver()
    )
    #expect(abs(costs[0] - 23) < 1e-9)
    #expect(abs(prices.pour([2, 1], pools: [[0, 1], [0]], block: 0).cost - 23) < 1e-9)
  }
}
