import GLPKSolver
import Optimization
import Testing

@Suite struct SessionTests {
  private let solver = GLPKSolver()

  /// Gilmore and Gomory's cutting stock: rolls of 100, orders 97 × 45, 610 × 36, 395 × 31, 211 × 14.
  ///
  /// Its relaxation is known to need 452.25 rolls, and 453 suffice.
  @Test func `column generation cuts stock with the fewest rolls`() throws {
    let widths = [45, 36, 31, 14]
    var model = LinearModel("cutting stock")
    for (width, order) in zip(widths, [97.0, 610, 395, 211]) {
      model.addConstraint("width \(width)", lower: order, upper: .infinity, terms: [])
    }
    let (relaxed, whole, rounds) = try solver.withSession(model) { session in
      let limits = SolveLimits()
      for width in widths {
        session.addVariables([Self.pattern(widths.map { $0 == width ? 100 / width : 0 })])
      }
      var rounds = 0
      var solution = session.solveRelaxation(limits)
      while let pattern = Self.bestPattern(widths, prices: solution.duals) {
        session.addVariables([Self.pattern(pattern)])
        let next = session.solveRelaxation(limits)
        #expect(next.objective <= solution.objective + 1e-9)
        solution = next
        rounds += 1
      }
      #expect(session.variableCount == 4 + rounds && session.constraintCount == 4)
      return (solution, session.solveInteger(limits), rounds)
    }
    #expect(abs(relaxed.objective - 452.25) < 1e-9)
    #expect(whole.termination == .optimal && whole.objective == 453)
    #expect(rounds > 0 && rounds < 20)
  }

  @Test func `a warm start takes fewer pivots than a cold one`() throws {
    let model = Self.transport(size: 12)
    let cold = try solver.solveRelaxation(model)
    let (again, changed) = try solver.withSession(model) { session in
      _ = session.solveRelaxation(SolveLimits())
      let again = session.solveRelaxation(SolveLimits())
      session.setCost(ofVariable: 5, 0.5)
      return (again, session.solveRelaxation(SolveLimits()))
    }
    #expect(again.pivots == 0 && again.objective == cold.objective)
    #expect(changed.pivots < cold.pivots / 2)
  }

  @Test func `new rows keep the basis and cut the optimum off`() throws {
    var model = LinearModel()
    let x = model.addVariable("x", cost: -1)
    let y = model.addVariable("y", cost: -1)
    model.addConstraint(
      "sum",
      lower: -.infinity,
      upper: 10,
      terms: [.init(index: x, coefficient: 1), .init(index: y, coefficient: 2)]
    )
    let objectives = try solver.withSession(model) { session in
      let first = session.solveRelaxation(SolveLimits())
      session.addConstraints([
        LinearModel.Constraint(
          name: "x in two terms",
          lower: -.infinity,
          upper: 4,
          terms: [.init(index: x, coefficient: 0.5), .init(index: x, coefficient: 0.5)]
        )
      ])
      return [first, session.solveRelaxation(SolveLimits())].map(\.objective)
    }
    #expect(objectives == [-10, -7])
  }

  @Test func `removing basic and other variables leaves the right model`() throws {
    let size = 8
    let model = Self.transport(size: size)
    let (removed, rest) = try solver.withSession(model) { session in
      let first = session.solveRelaxation(SolveLimits())
      let used = first.values.indices.filter { first.values[$0] > 0.5 }.prefix(3)
      session.removeVariables(Array(used) + [0, 1, used[0]])
      return (Set(used).union([0, 1]), session.solveRelaxation(SolveLimits()))
    }
    var smaller = model
    for index in removed { smaller.setBounds(ofVariable: index, lower: 0, upper: 0) }
    let expected = try solver.solveRelaxation(smaller)
    #expect(rest.termination == .optimal)
    #expect(abs(rest.objective - expected.objective) < 1e-9)
    #expect(rest.values.count == size * size - removed.count)
    let kept = model.variables.indices.filter { !removed.contains($0) }
    let cost = zip(kept, rest.values).reduce(0) { $0 + model.variables[$1.0].cost * $1.1 }
    #expect(abs(cost - rest.objective) < 1e-9)
  }

  @Test func `removing idle variables keeps the basis`() throws {
    let model = Self.transport(size: 8)
    let solutions = try solver.withSession(model) { session in
      let first = session.solveRelaxation(SolveLimits())
      session.removeVariables(first.reducedCosts.indices.filter { first.reducedCosts[$0] > 5 })
      return [first, session.solveRelaxation(SolveLimits())]
    }
    #expect(solutions[1].values.count < solutions[0].values.count)
    #expect(solutions[1].pivots == 0 && solutions[1].objective == solutions[0].objective)
  }

  @Test func `a constructed basis leads to the same optimum`() throws {
    let model = Self.transport(size: 10)
    let constructed = try solver.withSession(model) { session in
      session.constructBasis()
      return session.solveRelaxation(SolveLimits())
    }
    #expect(abs(constructed.objective - (try solver.solveRelaxation(model)).objective) < 1e-9)
  }

  @Test func `an integer search leaves the session usable`() throws {
    var model = LinearModel()
    let x = model.variable("x", cost: -1, isInteger: true)
    let y = model.variable("y", cost: -1, isInteger: true)
    model.require("sum", 2 * x + 2 * y, .atMost(7))
    let results = try solver.withSession(model) { session in
      let before = session.solveRelaxation(SolveLimits()).objective
      let whole = session.solveInteger(SolveLimits()).objective
      let after = session.solveRelaxation(SolveLimits()).objective
      session.setBounds(ofVariable: x.index, lower: 0, upper: 1)
      session.setBounds(ofVariable: y.index, lower: 0, upper: 1.5)
      return [before, whole, after, session.solveInteger(SolveLimits()).objective]
    }
    #expect(results == [-3.5, -3, -3.5, -2])
  }

  @Test(arguments: [-1, 1])
  func `an index that names nothing fails every later solve`(index: Int) throws {
    let model = Self.transport(size: 1)
    let terminations = try solver.withSession(model) { session in
      session.setBounds(ofVariable: index, lower: 0, upper: 1)
      return [
        session.solveRelaxation(SolveLimits()).termination,
        session.solveInteger(SolveLimits()).termination,
      ]
    }
    let expected = Termination.failed(
      """
      session: there is no variable \(index); it has 0 to 0.
      Use the index from when the variable was added; removing variables moves later ones down.
      """
    )
    #expect(terminations == [expected, expected])
  }

  @Test func `what the body throws comes out`() {
    struct Stop: Error {}
    #expect(throws: Stop.self) { try solver.withSession(LinearModel()) { _ in throw Stop() } }
  }

  /// A transport problem whose costs follow no pattern that favors the first basis.
  private static func transport(size: Int) -> LinearModel {
    var model = LinearModel("transport")
    let flow = (0..<size).map { from in
      (0..<size).map { to -> DecisionVariable in
        let mixed = from * 37 + to * 61 + from * to * 17
        return model.variable("\(from)-\(to)", cost: Double(mixed % 53 + 1))
      }
    }
    for index in 0..<size {
      let amount = Double(10 + index % 3)
      model.require("from \(index)", LinearExpression(summing: flow[index]), .atMost(amount + 2))
      model.require(
        "to \(index)",
        LinearExpression(summing: flow.map { $0[index] }),
        .atLeast(amount)
      )
    }
    return model
  }

  private static func pattern(_ pieces: [Int]) -> LinearModel.Column {
    LinearModel.Column(
      LinearModel.Variable(name: "\(pieces)", cost: 1, isInteger: true),
      terms: pieces.enumerated().map { .init(index: $0.offset, coefficient: Double($0.element)) }
    )
  }

  /// The pattern worth most at these prices, by trying all; nil when none is worth more than a roll.
  private static func bestPattern(_ widths: [Int], prices: [Double]) -> [Int]? {
    var patterns: [[Int]] = [[]]
    for width in widths {
      patterns = patterns.flatMap { start in
        let used = zip(start, widths).reduce(0) { $0 + $1.0 * $1.1 }
        return (0...((100 - used) / width)).map { start + [$0] }
      }
    }
    func worth(_ pattern: [Int]) -> Double {
      zip(pattern, prices).reduce(0) { $0 + Double($1.0) * $1.1 }
    }
    return patterns.max { worth($0) < worth($1) }.flatMap { worth($0) > 1 + 1e-9 ? $0 : nil }
  }
}
