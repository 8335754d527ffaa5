import Optimization
import Workforce

/// Items to pick, each with a gain and a weight in every row.
func knapsackModel(_ random: inout RandomStream, items count: Int, rows: Int) -> LinearModel {
  var model = LinearModel("knapsack")
  let items = (0..<count).map {
    model.variable("\($0)", upper: 1, cost: Double(-10 - random.below(90)), isInteger: true)
  }
  for row in 0..<rows {
    var load = LinearExpression()
    for item in items { load += Double(5 + random.below(60)) * item }
    let total = load.terms.reduce(0) { $0 + $1.coefficient }
    model.require("row \(row)", load, .atMost((total * 0.45).rounded()))
  }
  return model
}

/// A knapsack whose gains follow its weights, so that the tree is large.
func hardKnapsackModel(items count: Int, rows: Int) -> LinearModel {
  var random = RandomStream(seed: 5, name: "hard knapsack")
  var model = knapsackModel(&random, items: count, rows: rows)
  for row in model.constraints {
    for term in row.terms { model.addCost(-4 * term.coefficient, ofVariable: term.index) }
  }
  return model
}
