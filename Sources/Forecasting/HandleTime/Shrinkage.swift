/// Means of groups, drawn to a common center by empirical Bayes.
///
/// The variance between groups is DerSimonian and Laird's moment estimate (1986); a group's mean
/// with variance v keeps the share τ² ÷ (τ² + v) of its distance from the center. Groups without
/// data take the center.
struct Shrinkage {
  /// The center: the mean of the groups weighted by 1 ÷ v.
  let center: Double
  /// τ².
  let betweenVariance: Double
  /// The drawn means.
  let values: [Double]

  /// Draws means with known variances; groups without a mean have `nil`.
  init(_ groups: [(mean: Double, variance: Double)?]) {
    let known = groups.compactMap { $0 }
    let size = known.map { abs($0.mean) }.max() ?? 0
    // A variance of zero would make the weights infinite.
    let floor = max(1e-12 * size * size, .leastNormalMagnitude)
    let weights = known.map { 1 / max($0.variance, floor) }
    let sum = weights.reduce(0, +)
    guard sum > 0 else {
      center = 0
      betweenVariance = 0
      values = groups.map { _ in 0 }
      return
    }
    let middle = zip(known, weights).reduce(0) { $0 + $1.0.mean * $1.1 } / sum
    let distance = zip(known, weights).reduce(0) { total, pair in
      total + pair.1 * (pair.0.mean - middle) * (pair.0.mean - middle)
    }
    let squares = weights.reduce(0) { $0 + $1 * $1 }
    let scale = sum - squares / sum
    let between =
      known.count > 1 && scale > 0 ? max(0, (distance - Double(known.count - 1)) / scale) : 0
    center = middle
    betweenVariance = between
    values = groups.map { group in
      guard let group, between > 0 else { return middle }
      let kept = between / (between + max(group.variance, floor))
      return middle + kept * (group.mean - middle)
    }
  }
}
