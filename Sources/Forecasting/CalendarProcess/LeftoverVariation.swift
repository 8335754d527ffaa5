import Foundation

/// Smooth variation within the day that profiles and scores do not explain (the design's step 8).
///
/// Products of residuals that lie some intervals apart hold no counting noise; r²·e^{−lag/length}
/// is fitted to their means.
struct LeftoverVariation: Hashable, Sendable {
  /// r².
  let variance: Double
  /// The lag at which the correlation falls to 1/e.
  let length: Double

  private static let lengths = [2.0, 4, 6, 9, 13, 20]

  init(_ counts: RootCounts, residuals: Matrix) {
    let products = Self.lagProducts(counts, residuals)
    var best = (error: Double.infinity, variance: 0.0, length: Self.lengths[0])
    for length in Self.lengths {
      let shape = products.map { exp(-Double($0.lag) / length) }
      let weight = shape.reduce(0) { $0 + $1 * $1 }
      guard weight > 0 else { continue }
      let sum = zip(products, shape).reduce(0) { $0 + $1.0.mean * $1.1 }
      let variance = max(0, sum / weight)
      let error = zip(products, shape).reduce(0) {
        $0 + ($1.0.mean - variance * $1.1) * ($1.0.mean - variance * $1.1)
      }
      if error < best.error { best = (error, variance, length) }
    }
    variance = best.variance
    length = best.length
  }

  private static func lagProducts(
    _ counts: RootCounts,
    _ residuals: Matrix
  ) -> [(lag: Int, mean: Double)] {
    guard let first = counts.groups.first, let last = counts.groups.last else { return [] }
    var places = [Int?](repeating: nil, count: last - first + 1)
    for (column, group) in counts.groups.enumerated() { places[group - first] = column }
    let clipped = residuals.values.map { min(max($0, -4), 4) }
    let most = max(1, min(24, counts.groups.count / 3 - 1))
    return (1...most).compactMap { lag in
      var sum = 0.0
      var count = 0
      let pairs = places.indices.dropLast(lag).compactMap { place -> (Int, Int)? in
        guard let one = places[place], let other = places[place + lag] else { return nil }
        return (one, other)
      }
      for row in 0..<residuals.rows {
        let start = row * residuals.columns
        for (one, other) in pairs
        where counts.isKnown[start + one] && counts.isKnown[start + other] {
          sum += clipped[start + one] * clipped[start + other]
          count += 1
        }
      }
      return count > 0 ? (lag, sum / Double(count)) : nil
    }
  }
}
