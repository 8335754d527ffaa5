import Optimization

extension LinearModel {
  /// A proved lower bound of the objective, from any prices of the constraints.
  ///
  /// For rows l ≤ Ax ≤ u and variables in [p, q] weak duality gives for every d
  ///
  ///     min c·x ≥ Σ dᵢ·(dᵢ > 0 ? lᵢ : uᵢ) + Σ rⱼ·(rⱼ > 0 ? pⱼ : qⱼ),  r = c − dA
  ///
  /// Prices that point to an infinite bound of a row count as 0. The reduced costs r are computed
  /// here, so nothing rests on the solver; sums are compensated (Neumaier 1974).
  func lowerBound(prices: [Double]) -> Double {
    var sum = CompensatedSum(objectiveConstant)
    var reduced = variables.map { CompensatedSum($0.cost) }
    for (row, price) in zip(constraints, prices) {
      let side = price > 0 ? row.lower : row.upper
      guard price != 0, side.isFinite else { continue }
      sum.add(price * side)
      for term in row.terms { reduced[term.index].add(-price * term.coefficient) }
    }
    for (variable, cost) in zip(variables, reduced) {
      let side = cost.value > 0 ? variable.lower : variable.upper
      if cost.value != 0 { sum.add(cost.value * side) }
    }
    return sum.value
  }
}

/// A sum that keeps what rounding loses.
private struct CompensatedSum {
  private var sum: Double
  private var lost = 0.0

  init(_ start: Double) { sum = start }

  mutating func add(_ part: Double) {
    let next = sum + part
    lost += abs(sum) >= abs(part) ? (sum - next) + part : (part - next) + sum
    sum = next
  }

  var value: Double { sum + lost }
}
