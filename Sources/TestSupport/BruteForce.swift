public import Optimization

/// The least objective over all whole points of a small model, or nil where none is feasible.
///
/// Every variable must be whole and bounded; the time is the product of their ranges.
public func bruteForceOptimum(of model: LinearModel) -> Double? {
  bruteForcePoints(of: model).map { model.objective(at: $0) }.min()
}

/// All whole points within bounds that satisfy a small model's constraints.
public func bruteForcePoints(of model: LinearModel) -> [[Double]] {
  let points = model.variables.reduce([[]] as [[Double]]) { points, variable in
    let range = Int(variable.lower.rounded(.up))...Int(variable.upper.rounded(.down))
    return points.flatMap { point in range.map { point + [Double($0)] } }
  }
  return points.filter { point in
    model.constraints.allSatisfy { row in
      let sum = row.terms.reduce(0.0) { $0 + $1.coefficient * point[$1.index] }
      return sum >= row.lower - 1e-9 && sum <= row.upper + 1e-9
    }
  }
}
