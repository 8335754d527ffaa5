import Optimization
import Testing

@Suite struct LinearModelTests {
  @Test func `expressions become rows and costs`() {
    var model = LinearModel()
    let x = model.variable("x", cost: 1)
    let y = model.variable("y", upper: 9, isInteger: true)
    model.require("sum", 2 * x + y - 0.5 * (x - y) + 3, .atLeast(12))
    model.require("range", x - y, .between(-1, 1))
    model.require("cap", y, .atMost(4))
    model.require("equal", LinearExpression(summing: [x, y]), .exactly(7))
    model.addCost(4 * y + x + 0.5)
    let sum = model.constraints[0]
    #expect(sum.lower == 9 && sum.upper == .infinity)
    #expect(sum.terms.filter { $0.index == x.index }.map(\.coefficient) == [2, -0.5])
    #expect(sum.terms.filter { $0.index == y.index }.map(\.coefficient) == [1, 0.5])
    #expect(model.constraints.map(\.lower) == [9, -1, -.infinity, 7])
    #expect(model.constraints.map(\.upper) == [.infinity, 1, 4, 7])
    #expect(model.variables.map(\.cost) == [2, 4])
    #expect(model.objective(at: [3, 4]) == 22.5)
  }

  @Test func `a number that is none is named`() throws {
    var model = LinearModel()
    let x = model.addVariable("agents 09:00")
    model.addConstraint(
      "cover 09:00",
      lower: 1,
      upper: .infinity,
      terms: [LinearModel.Term(index: x, coefficient: .nan)]
    )
    #expect {
      try model.checkNumbers()
    } throws: { error in
      "\(error)" == """
        model: a coefficient in constraint 'cover 09:00' is nan.
        Give a finite number; only a missing bound may be infinite (lower −inf, upper +inf).
        """
    }
  }

  @Test(arguments: [
    (Double.nan, 1.0), (0.0, Double.nan), (Double.infinity, Double.infinity),
    (-Double.infinity, -Double.infinity),
  ])
  func `impossible bounds are refused`(lower: Double, upper: Double) {
    var model = LinearModel()
    model.addVariable("x", lower: lower, upper: upper)
    #expect(throws: SolverError.self) { try model.checkNumbers() }
  }
}
