import Foundation

/// The eigenvectors of a symmetric matrix that belong to its largest eigenvalues.
///
/// Lanczos iteration with full reorthogonalization (Golub & Van Loan 2013, §10.1 and §10.3.2): the
/// matrix is reduced to a growing tridiagonal one until the wanted pairs stand still.
struct LeadingEigenvectors {
  /// Eigenvalues, largest first.
  let eigenvalues: [Double]
  /// Unit eigenvectors in the same order; their signs are arbitrary but always the same.
  let vectors: [[Double]]

  /// Computes `wanted` pairs of a symmetric matrix, fewer when it is smaller.
  init(_ matrix: Matrix, count wanted: Int) {
    let size = matrix.rows
    let count = min(wanted, size)
    var basis: [[Double]] = []
    var diagonal: [Double] = []
    var beside: [Double] = []
    var found = TridiagonalEigen(diagonal: [], beside: [])
    while basis.count < size {
      let next = Self.nextVector(basis, matrix, diagonal.last, beside.last, size)
      basis.append(next.vector)
      if basis.count > 1 { beside.append(next.norm) }
      diagonal.append(dotProduct(matrix.times(next.vector), 0, next.vector, 0, count: size))
      let isCheckpoint = basis.count == size || basis.count >= 8 && basis.count % 8 == 0
      guard isCheckpoint, basis.count >= count else { continue }
      found = TridiagonalEigen(diagonal: diagonal, beside: beside)
      let residual = Self.residual(matrix, basis.last ?? [], basis, diagonal, beside)
      let scale = found.eigenvalues.first.map(abs) ?? 0
      let isDone = found.vectors.prefix(count).allSatisfy {
        abs($0[basis.count - 1]) * residual <= 1e-13 * scale
      }
      if isDone { break }
    }
    eigenvalues = Array(found.eigenvalues.prefix(count))
    vectors = found.vectors.prefix(count).map { weights in
      var sum = [Double](repeating: 0, count: size)
      for (weight, vector) in zip(weights, basis) {
        for index in sum.indices { sum[index] += weight * vector[index] }
      }
      let length = dotProduct(sum, 0, sum, 0, count: size).squareRoot()
      return sum.map { $0 / length }
    }
  }

  /// The next direction, at right angles to all before, and how long it was.
  private static func nextVector(
    _ basis: [[Double]],
    _ matrix: Matrix,
    _ diagonal: Double?,
    _ beside: Double?,
    _ size: Int
  ) -> (vector: [Double], norm: Double) {
    if let last = basis.last {
      let image = matrix.times(last)
      let before = dotProduct(image, 0, image, 0, count: size).squareRoot()
      let rest = orthogonalized(image, to: basis)
      let norm = dotProduct(rest, 0, rest, 0, count: size).squareRoot()
      if norm > 1e-12 * before { return (rest.map { $0 / norm }, norm) }
    }
    // an invariant subspace is complete: go on with a fixed new direction
    var stream = UInt64(basis.count) &* 0x9e37_79b9_7f4a_7c15 &+ 1
    for _ in 0..<4 {
      let fresh = (0..<size).map { _ -> Double in
        stream = stream &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return 0.25 + Double(stream >> 40) * 0x1p-24
      }
      let rest = orthogonalized(fresh, to: basis)
      let norm = dotProduct(rest, 0, rest, 0, count: size).squareRoot()
      if norm > 1e-6 { return (rest.map { $0 / norm }, 0) }
    }
    return ([Double](repeating: 0, count: size), 0)
  }

  /// Twice, since once leaves rounding errors behind.
  private static func orthogonalized(_ vector: [Double], to basis: [[Double]]) -> [Double] {
    var rest = vector
    for _ in 0..<2 {
      for other in basis {
        let share = dotProduct(rest, 0, other, 0, count: rest.count)
        for index in rest.indices { rest[index] -= share * other[index] }
      }
    }
    return rest
  }

  /// The length of what the next direction would be.
  private static func residual(
    _ matrix: Matrix,
    _ last: [Double],
    _ basis: [[Double]],
    _ diagonal: [Double],
    _ beside: [Double]
  ) -> Double {
    let rest = orthogonalized(matrix.times(last), to: basis)
    return dotProduct(rest, 0, rest, 0, count: rest.count).squareRoot()
  }
}

/// All eigenpairs of a symmetric tridiagonal matrix, largest first.
///
/// QL iteration with implicit shifts (Golub & Van Loan 2013, §8.3.3; Dubrulle, Martin & Wilkinson
/// 1968).
struct TridiagonalEigen {
  private(set) var eigenvalues: [Double]
  private(set) var vectors: [[Double]]

  /// `beside` holds the elements next to the diagonal, one fewer than `diagonal`.
  init(diagonal: [Double], beside: [Double]) {
    let size = diagonal.count
    var d = diagonal
    var e = beside + [0]
    var z = (0..<size).map { row in (0..<size).map { row == $0 ? 1.0 : 0 } }
    for low in 0..<size {
      for _ in 0..<60 {
        var high = low
        while high + 1 < size {
          if abs(e[high]) <= .ulpOfOne * (abs(d[high]) + abs(d[high + 1])) { break }
          high += 1
        }
        if high == low { break }
        Self.sweep(low, high, &d, &e, &z)
      }
    }
    let order = (0..<size).sorted { (d[$0], $1) > (d[$1], $0) }
    eigenvalues = order.map { d[$0] }
    vectors = order.map { index in z[index] }
  }

  /// One implicit QL step on the block from `low` to `high`; `z` holds eigenvectors as rows.
  private static func sweep(
    _ low: Int,
    _ high: Int,
    _ d: inout [Double],
    _ e: inout [Double],
    _ z: inout [[Double]]
  ) {
    var g = (d[low + 1] - d[low]) / (2 * e[low])
    let r = hypot(g, 1)
    g = d[high] - d[low] + e[low] / (g + (g >= 0 ? r : -r))
    var (s, c, p) = (1.0, 1.0, 0.0)
    for index in (low..<high).reversed() {
      let f = s * e[index]
      let b = c * e[index]
      let length = hypot(f, g)
      e[index + 1] = length
      if length == 0 {
        d[index + 1] -= p
        e[high] = 0
        return
      }
      s = f / length
      c = g / length
      g = d[index + 1] - p
      let t = (d[index] - g) * s + 2 * c * b
      p = s * t
      d[index + 1] = g + p
      g = c * t - b
      for column in z[index].indices {
        let upper = z[index + 1][column]
        let lower = z[index][column]
        z[index + 1][column] = s * lower + c * upper
        z[index][column] = c * lower - s * upper
      }
    }
    d[low] -= p
    e[low] = g
    e[high] = 0
  }
}
