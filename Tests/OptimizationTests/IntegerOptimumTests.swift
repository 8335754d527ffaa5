import GLPKSolver
import Optimization
import TestSupport
import Testing
import Workforce

@Suite struct IntegerOptimumTests {
  private let solver = GLPKSolver()

  @Test(arguments: 0..<100)
  func `multi-row knapsacks have the optimum of brute force`(seed: Int) throws {
    var random = RandomStream(seed: UInt64(seed), name: "knapsack")
    let model = knapsackModel(&random, items: 6 + random.below(4), rows: 1 + random.below(3))
    let solution = try solver.solve(model)
    let best = try #require(bruteForceOptimum(of: model))
    #expect(solution.termination == .optimal)
    #expect(abs(solution.objective - best) < 1e-6)
    #expect(abs(solution.bound - best) < 1e-6)
    #expect(bruteForcePoints(of: model).contains(solution.values))
  }

  @Test(arguments: 0..<100)
  func `assignments with a budget have the optimum of brute force`(seed: Int) throws {
    var random = RandomStream(seed: UInt64(seed), name: "assignment")
    let size = 4
    var model = LinearModel("assignment")
    let cells = (0..<size).map { person in
      (0..<size).map { job in
        model.variable(
          "\(person)-\(job)",
          upper: 1,
          cost: Double(random.below(50)),
          isInteger: true
        )
      }
    }
    var spent = LinearExpression()
    for index in 0..<size {
      model.require("person \(index)", LinearExpression(summing: cells[index]), .exactly(1))
      model.require("job \(index)", LinearExpression(summing: cells.map { $0[index] }), .exactly(1))
      for cell in cells[index] { spent += Double(random.below(9)) * cell }
    }
    let budget = Double(3 + random.below(10))
    model.require("budget", spent, .atMost(budget))
    let points = Self.permutations(size).map { order in
      (0..<size).flatMap { person in (0..<size).map { order[person] == $0 ? 1.0 : 0 } }
    }
    let best = points.filter { point in
      spent.terms.reduce(0) { $0 + $1.coefficient * point[$1.index] } <= budget
    }
    .map { model.objective(at: $0) }.min()
    let solution = try solver.solve(model)
    #expect(solution.termination == (best == nil ? .infeasible : .optimal))
    #expect(solution.objective == best ?? .infinity)
  }

  @Test(arguments: 0..<60)
  func `mixed models with equations and negative ranges agree with brute force`(seed: Int) throws {
    var random = RandomStream(seed: UInt64(seed), name: "ranges")
    var model = LinearModel("ranges")
    let variables = (0..<5).map {
      model.variable(
        "\($0)",
        lower: Double(-random.below(4)),
        upper: Double(random.below(4)),
        cost: Double(random.below(41) - 20),
        isInteger: true
      )
    }
    for row in 0..<3 {
      var sum = LinearExpression()
      for variable in variables { sum += Double(random.below(11) - 5) * variable }
      let low = Double(random.below(13) - 6)
      let demands: [LinearModel.Demand] = [
        .exactly(low), .between(low, low + 4), .atLeast(low), .atMost(low),
      ]
      model.require("\(row)", sum, demands[random.below(4)])
    }
    let solution = try solver.solve(model)
    let best = bruteForceOptimum(of: model)
    #expect(solution.termination == (best == nil ? .infeasible : .optimal))
    #expect(solution.objective == best ?? .infinity)
  }

  private static func permutations(_ count: Int) -> [[Int]] {
    (0..<count).reduce([[]]) { orders, next in
      orders.flatMap { order in
        (0...order.count).map { place in
          var longer = order
          longer.insert(next, at: place)
          return longer
        }
      }
    }
  }
}
