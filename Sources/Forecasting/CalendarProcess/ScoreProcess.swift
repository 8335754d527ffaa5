import Foundation

/// A Gaussian process for one score over days (the design's step 5).
///
/// Rasmussen & Williams 2006, algorithm 2.1, with leave-one-out residuals of §5.4.2.
struct ScoreProcess {
  /// The score's robust scale.
  let scale: Double
  /// The median that the process runs around.
  let center: Double
  /// Noise weights: above 1 where a day strays too far.
  private(set) var weights: [Double]
  /// Standardized leave-one-out residuals.
  private(set) var residuals: [Double] = []
  /// What the process expects of each day from all the others.
  private(set) var leaveOneOut: [Double] = []
  private let noise: Double
  private var factor: Cholesky?
  private var pull: [Double] = []

  /// Learns a score.
  ///
  /// - Parameters:
  ///   - values: The score per day.
  ///   - groups: The weekday per day, for the scale.
  ///   - variances: Noise variance per day.
  ///   - kernel: All pairs of days, in units of the squared scale.
  ///   - noise: A day's own variance in the same units.
  ///   - leastScale: The least scale, for short histories.
  init(
    _ values: [Double],
    groups: [Int],
    variances: [Double],
    kernel: Matrix,
    noise: Double,
    leastScale: Double
  ) {
    scale = max(leastScale, Self.scale(of: values, groups: groups))
    center = median(values)
    self.noise = noise
    weights = Array(repeating: 1, count: values.count)
    learn(values, variances, kernel)
    weights = residuals.map { abs($0) > 2.5 ? $0 * $0 / 4 : 1 }
    if weights.contains(where: { $0 != 1 }) { learn(values, variances, kernel) }
  }

  /// 1.4826 times the median distance from the median of the value's group.
  static func scale(of values: [Double], groups: [Int]) -> Double {
    let medians = (0...(groups.max() ?? 0)).map { group in
      median(values.indices.filter { groups[$0] == group }.map { values[$0] })
    }
    return 1.4826 * median(zip(values, groups).map { abs($0 - medians[$1]) })
  }

  private mutating func learn(_ values: [Double], _ variances: [Double], _ kernel: Matrix) {
    let square = scale * scale
    var matrix = kernel
    for index in values.indices {
      matrix[index, index] += noise * weights[index] + variances[index] / square
    }
    guard let factor = Cholesky(matrix) else {
      // the diagonal exceeds its row by far, so this takes numbers that are not finite
      residuals = values.map { _ in 0 }
      leaveOneOut = values.map { _ in center }
      pull = residuals
      return
    }
    self.factor = factor
    pull = factor.solve(values.map { $0 - center })
    let diagonal = factor.inverseDiagonal()
    residuals = zip(pull, diagonal).map { $0 / ($1.squareRoot() * scale) }
    leaveOneOut = values.indices.map { values[$0] - pull[$0] / diagonal[$0] }
  }

  /// What is expected of new days.
  struct Prediction {
    var mean: [Double]
    /// Covariance of the errors, noise included.
    var covariance: Matrix
  }

  /// Predicts new days.
  ///
  /// - Parameters:
  ///   - toPast: Kernel of past days (rows) and new days (columns).
  ///   - among: Kernel of the new days.
  /// - Returns: Means and the covariance of their errors.
  func prediction(toPast: Matrix, among: Matrix) -> Prediction {
    let square = scale * scale
    let columns = (0..<toPast.columns).map { toPast.column($0) }
    let mean = columns.map { column in
      center + zip(column, pull).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let halves = columns.map { factor?.forward($0) ?? $0.map { _ in 0 } }
    var covariance = among
    for row in columns.indices {
      for column in columns.indices {
        let known = dotProduct(halves[row], 0, halves[column], 0, count: halves[row].count)
        covariance[row, column] = square * (among[row, column] - known)
      }
      covariance[row, row] = max(0, covariance[row, row]) + noise * square
    }
    return Prediction(mean: mean, covariance: covariance)
  }
}
