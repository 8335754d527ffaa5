import Foundation
import GLPKSolver
import Optimization
import Testing
import Workforce

@Suite struct LPTextTests {
  @Test func `names are made safe and unique, numbers and kinds kept`() {
    var model = LinearModel("two\nlines")
    let x = model.variable("cover 09:00", cost: 1.5)
    let y = model.variable("cover_09_00", lower: -.infinity, cost: -1)
    let z = model.variable("2nd", lower: 0, upper: 1, isInteger: true)
    let w = model.variable("free", lower: -3, upper: 4, isInteger: true)
    let v = model.variable("e5", lower: 2, upper: 2)
    model.addVariable("Zürich ☕️", lower: -.infinity, upper: -1)
    model.require("need", x + 2 * y - z + x, .between(1, 1e-7 + 2))
    model.require("need", w - v, .exactly(-3))
    model.addConstraint("loose", lower: -.infinity, upper: .infinity, terms: [])
    model.addConstraint("", lower: -1, upper: .infinity, terms: [])
    model.objectiveConstant = 10
    #expect(
      model.lpText() == """
        \\ two lines
        Minimize
         objective: + 1.5 cover_09_00 - cover_09_00_2 + 0 Z_rich__ + 10 objective_constant
        Subject To
         need: + 2 cover_09_00 + 2 cover_09_00_2 - x_2nd >= 1
         need_most: + 2 cover_09_00 + 2 cover_09_00_2 - x_2nd <= 2.0000001
         need_2: + x_free - x_e5 = -3
        \\ loose: no bounds
         c_: + 0 objective_constant >= -1
        Bounds
         cover_09_00 >= 0
         cover_09_00_2 free
         0 <= x_2nd <= 1
         -3 <= x_free <= 4
         x_e5 = 2
         -inf <= Z_rich__ <= -1
         objective_constant = 1
        Generals
         x_free
        Binaries
         x_2nd
        End

        """
    )
  }

  @Test(.enabled(if: Glpsol.path != nil, "glpsol is not installed"), arguments: 0..<40)
  func `glpsol reads the text and finds the same optimum`(seed: Int) throws {
    let model = Self.randomModel(seed)
    let solution = try GLPKSolver().solve(model)
    let optimum = try #require(try Glpsol.optimum(ofLP: model.lpText()))
    #expect(solution.termination == (optimum.isFinite ? .optimal : .infeasible))
    #expect(
      optimum == solution.objective
        || abs(optimum - solution.objective) < 1e-5 * max(1, abs(optimum))
    )
  }

  @Test(
    .enabled(if: Glpsol.path != nil, "glpsol is not installed"),
    arguments: ["no variables", "no rows", "awkward names", "idle"]
  )
  func `glpsol reads odd models`(kind: String) throws {
    var model = LinearModel(kind)
    model.objectiveConstant = -2.5
    if kind != "no variables" { model.addVariable("x", lower: 3, cost: 2) }
    if kind == "awkward names" {
      let names = [
        "st", "subject to", "Bounds", "inf", "INFINITY", "e", "e12", "E_1", "max", "s.t.", ".5",
        "", "ß", "٣", "x>=1", "end", "integer", String(repeating: "long ", count: 99),
      ]
      for name in names {
        let index = model.addVariable(name, lower: 1, cost: 1)
        let terms = [LinearModel.Term(index: index, coefficient: -1)]
        model.addConstraint(name, lower: -.infinity, upper: -2, terms: terms)
      }
    }
    if kind == "idle" { model.addVariable("unused", lower: -.infinity) }
    let optimum = try #require(try Glpsol.optimum(ofLP: model.lpText()))
    #expect(optimum == (try GLPKSolver().solve(model)).objective)
  }

  /// A model with every kind of bound, row and variable; bounded, so never without end.
  private static func randomModel(_ seed: Int) -> LinearModel {
    var random = RandomStream(seed: UInt64(seed), name: "lp text")
    var model = LinearModel("random \(seed)")
    model.objectiveConstant = Double(random.below(100)) / 8 - 5
    let variables = (0..<12).map { index in
      let lower = Double(random.below(9) - 4)
      return model.variable(
        "v \(index % 5)",
        lower: random.below(4) == 0 ? -.infinity : lower,
        upper: random.below(4) == 0 ? .infinity : lower + Double(random.below(6)),
        cost: Double(random.below(21) - 10) / 3,
        isInteger: random.below(2) == 0
      )
    }
    for index in 0..<6 {
      var sum = LinearExpression()
      for variable in variables where random.below(2) == 0 {
        sum += (Double(random.below(19) - 9) / 4) * variable
      }
      let low = Double(random.below(30) - 20)
      let demands: [LinearModel.Demand] = [
        .atLeast(low), .atMost(low + 25), .between(low, low + 15), .exactly(low / 2),
      ]
      model.require("r\(index / 2)", sum, demands[random.below(4)])
    }
    for variable in variables { model.require("box", 1 * variable, .between(-20, 20)) }
    return model
  }
}
