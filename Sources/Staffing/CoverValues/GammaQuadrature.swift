/// Nodes and weights that integrate over a gamma number of mean one, exact for polynomials up to
/// degree 13.
///
/// Gauss's rule for the weight x^(k−1)·e^(−x) (generalized Laguerre) with k = 1 ÷ variation: the nodes
/// are the eigenvalues of the Jacobi matrix of its recursion (Golub & Welsch 1969), found by
/// bisection on Sturm's sequence; the weights follow from the orthonormal polynomials.
struct GammaQuadrature: Sendable {
  private static let count = 7

  let nodes: [Double]
  let weights: [Double]

  /// Takes the squared coefficient of variation, at least 0; 0 gives the mean alone.
  init(variation: Double) {
    guard variation > 1e-9 else {
      (nodes, weights) = ([1], [1])
      return
    }
    let matrix = Jacobi(variation: variation, count: Self.count)
    nodes = (0..<Self.count).map(matrix.eigenvalue)
    weights = nodes.map(matrix.weight)
  }

  /// Σ wᵢ·f(xᵢ).
  func mean(of f: (Double) -> Double) -> Double {
    zip(nodes, weights).reduce(0) { $0 + $1.1 * f($1.0) }
  }
}

/// The symmetric tridiagonal matrix of the recursion, scaled to mean one.
private struct Jacobi {
  private let diagonal: [Double]
  /// Squares of the numbers beside the diagonal; the first is 0.
  private let squares: [Double]

  init(variation: Double, count: Int) {
    diagonal = (0..<count).map { 2 * Double($0) * variation + 1 }
    squares = (0..<count).map { index in
      let step = Double(index)
      return step * variation * ((step - 1) * variation + 1)
    }
  }

  /// The eigenvalue with so many below it.
  func eigenvalue(_ index: Int) -> Double {
    var low = 0.0
    var high = 2 * (diagonal.last ?? 1) + 2
    for _ in 0..<200 {
      let middle = (low + high) / 2
      guard middle > low, middle < high else { break }
      if eigenvalues(below: middle) > index { high = middle } else { low = middle }
    }
    return (low + high) / 2
  }

  private func eigenvalues(below limit: Double) -> Int {
    var count = 0
    var pivot = 1.0
    for (entry, square) in zip(diagonal, squares) {
      pivot = entry - limit - square / pivot
      if pivot == 0 { pivot = -1e-300 }
      if pivot < 0 { count += 1 }
    }
    return count
  }

  /// 1 ÷ Σ pᵢ(x)² over the orthonormal polynomials.
  func weight(at node: Double) -> Double {
    var (before, value) = (0.0, 1.0)
    var sum = 1.0
    for index in 0..<diagonal.count - 1 {
      let rise = (node - diagonal[index]) * value - squares[index].squareRoot() * before
      (before, value) = (value, rise / squares[index + 1].squareRoot())
      sum += value * value
    }
    return 1 / sum
  }
}
