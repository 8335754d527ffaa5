import Foundation
import Workforce

/// Past errors of a method, as pairs of what was expected and what came.
struct PastErrors {
  var expected: [Double] = []
  var actual: [Double] = []

  var isEmpty: Bool { expected.isEmpty }

  mutating func append(_ expected: Double, _ actual: Double) {
    self.expected.append(expected)
    self.actual.append(actual)
  }

  /// Sum of absolute errors over the sum of what came; `nil` when nothing came.
  var weightedPercentageError: Double? {
    let total = actual.reduce(0, +)
    guard total > 0 else { return nil }
    return zip(expected, actual).reduce(0) { $0 + abs($1.0 - $1.1) } / total
  }

  /// Squared coefficient of variation of the rate around its expectation beyond Poisson, at least
  /// 0: (Σ (y − m)² − Σ m) ÷ Σ m², errors drawn to within four robust deviations.
  var excessVariation: Double {
    let relative = zip(expected, actual).filter { $0.0 > 0 }.map {
      ($0.1 - $0.0) / $0.0.squareRoot()
    }
    let limit = 4 * max(1, 1.4826 * median(relative.map(abs)))
    var squares = 0.0
    var poisson = 0.0
    var weights = 0.0
    for (mean, value) in zip(expected, actual) where mean > 0 {
      let error = min(max((value - mean) / mean.squareRoot(), -limit), limit)
      squares += error * error * mean
      poisson += mean
      weights += mean * mean
    }
    return weights > 0 ? max(0, (squares - poisson) / weights) : 0
  }
}

/// How far counts stray from their expectation, on the scale of square roots.
///
/// A Poisson count with mean m whose rate varies with squared coefficient of variation κ has a root
/// with variance about ¼ + m·κ/4, whatever m. Past errors on this scale give the quantiles; they
/// are never narrower than Poisson's.
struct ErrorSpread {
  /// κ.
  let excessVariation: Double
  /// Quantiles of the standardized root errors: 2.5, 10, 90 and 97.5 %.
  let points: [Double]

  static let normalPoints = [
    -NormalPoint.outer, -NormalPoint.inner, NormalPoint.inner, NormalPoint.outer,
  ]

  /// Normal quantiles around a given variation.
  init(excessVariation: Double) {
    self.excessVariation = excessVariation
    points = Self.normalPoints
  }

  /// Quantiles of past errors: their own from 200 on, normal ones below.
  init(_ errors: PastErrors) {
    let excess = errors.excessVariation
    let standardized = zip(errors.expected, errors.actual).map { mean, value in
      ((value + 0.25).squareRoot() - (mean + 0.25).squareRoot())
        / Self.deviation(mean, excess)
    }.sorted()
    excessVariation = excess
    points =
      standardized.count >= 200
      ? [0.025, 0.1, 0.9, 0.975].map { quantile($0, ofSorted: standardized) }
      : Self.normalPoints
  }

  private static func deviation(_ mean: Double, _ excess: Double) -> Double {
    ((1 + mean * excess) / 4).squareRoot()
  }

  /// The four quantiles around a mean, ascending, the mean between the inner two.
  func quantiles(around mean: Double) -> [Double] {
    guard mean > 0 else { return [0, 0, 0, 0] }
    let deviation = Self.deviation(mean, excessVariation)
    let root = (mean + 0.25).squareRoot()
    let shares = [0.025, 0.1, 0.9, 0.975]
    let values = shares.indices.map { index -> Double in
      let poisson = Self.normalPoints[index] / 2
      let own = points[index] * deviation
      let step = index < 2 ? min(own, poisson) : max(own, poisson)
      let edge = max(0, root + step)
      let value = max(0, edge * edge - 0.25)
      guard mean < 30 else { return value }
      let count = Double(poissonQuantile(shares[index], mean: mean))
      return index < 2 ? min(value, count) : max(value, count)
    }
    let low80 = min(values[1], mean)
    let high80 = max(values[2], mean)
    return [min(values[0], low80), low80, high80, max(values[3], high80)]
  }

  /// Bands around many means.
  func band(around means: [Double]) -> QueueForecast.Band {
    let quantiles = means.map(quantiles(around:))
    return QueueForecast.Band(
      mean: means,
      low95: quantiles.map { $0[0] },
      low80: quantiles.map { $0[1] },
      high80: quantiles.map { $0[2] },
      high95: quantiles.map { $0[3] }
    )
  }
}
