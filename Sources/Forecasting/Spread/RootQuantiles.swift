import Foundation
public import Workforce

extension RootSpread.Quantiles {
  private static let points = [
    -NormalPoint.outer, -NormalPoint.inner, NormalPoint.inner, NormalPoint.outer,
  ]
  private static let shares = [0.025, 0.1, 0.9, 0.975]
  /// Below this mean counts are taken as negative binomial instead of normal on the root scale.
  static let smallMean = 10.0

  /// Quantiles of a count whose rate has a root with this mean and variance.
  ///
  /// Quantile p is max(0, length + z_p·√(variance + ¼))² − ¼, at least 0; below a mean of 10 that of
  /// the negative binomial with variance mean + 4·length²·variance + 2·variance².
  init(mean: Double, length: Double, variance: Double) {
    let edges =
      mean < Self.smallMean
      ? Self.countQuantiles(mean: mean, length: length, variance: variance)
      : Self.points.map { point in
        let edge = max(0, length + point * (variance + 0.25).squareRoot())
        return max(0, edge * edge - 0.25)
      }
    let low80 = min(edges[1], mean)
    let high80 = max(edges[2], mean)
    self.init(
      mean: mean,
      low95: min(edges[0], low80),
      low80: low80,
      high80: high80,
      high95: max(edges[3], high80)
    )
  }

  private static func countQuantiles(mean: Double, length: Double, variance: Double) -> [Double] {
    let excess = 4 * length * length * variance + 2 * variance * variance
    guard excess > 1e-9 * mean * mean else {
      return shares.map { Double(poissonQuantile($0, mean: mean)) }
    }
    let size = mean * mean / excess
    let failure = mean / (size + mean)
    var probability = exp(size * log(size / (size + mean)))
    var cumulative = probability
    var count = 0
    return shares.map { share in
      while cumulative < share, count < 10_000 {
        probability *= failure * (size + Double(count)) / Double(count + 1)
        cumulative += probability
        count += 1
      }
      return Double(count)
    }
  }
}

extension QueueForecast.Band {
  /// A band of one number per entry.
  public init(_ quantiles: [RootSpread.Quantiles]) {
    self.init(
      mean: quantiles.map(\.mean),
      low95: quantiles.map(\.low95),
      low80: quantiles.map(\.low80),
      high80: quantiles.map(\.high80),
      high95: quantiles.map(\.high95)
    )
  }
}

/// The standard normal distribution function.
func normalProbability(below point: Double) -> Double { erfc(-point / 2.0.squareRoot()) / 2 }
