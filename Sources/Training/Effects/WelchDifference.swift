public import Workforce

/// Means and differences of means with Student's intervals.
public enum WelchDifference {
  /// The mean of some numbers, with its interval where there are two at least.
  public static func mean(_ values: [Double], confidence: Double = 0.95) -> EffectEstimate.Change {
    let (mean, variance) = moments(values)
    guard values.count > 1 else {
      return EffectEstimate.Change(mean: mean, low: nil, high: nil)
    }
    let degrees = Double(values.count - 1)
    let quantile = StudentQuantile.value(at: (1 + confidence) / 2, degrees: degrees)
    let half = quantile * (variance / Double(values.count)).squareRoot()
    return EffectEstimate.Change(mean: mean, low: mean - half, high: mean + half)
  }

  /// How much larger the mean of the first is than that of the second, without assuming equal
  /// variances (Welch 1947, degrees of freedom after Satterthwaite 1946).
  public static func difference(
    _ first: [Double],
    _ second: [Double],
    confidence: Double = 0.95
  ) -> EffectEstimate.Change {
    let (one, other) = (moments(first), moments(second))
    let difference = one.mean - other.mean
    guard first.count > 1, second.count > 1 else {
      return EffectEstimate.Change(mean: difference, low: nil, high: nil)
    }
    let (n, m) = (Double(first.count), Double(second.count))
    let (a, b) = (one.variance / n, other.variance / m)
    guard a + b > 0 else {
      return EffectEstimate.Change(mean: difference, low: difference, high: difference)
    }
    let degrees = (a + b) * (a + b) / (a * a / (n - 1) + b * b / (m - 1))
    let quantile = StudentQuantile.value(at: (1 + confidence) / 2, degrees: degrees)
    let half = quantile * (a + b).squareRoot()
    return EffectEstimate.Change(
      mean: difference,
      low: difference - half,
      high: difference + half
    )
  }

  /// Mean and variance of a sample.
  private static func moments(_ values: [Double]) -> (mean: Double, variance: Double) {
    guard !values.isEmpty else { return (0, 0) }
    let mean = values.reduce(0, +) / Double(values.count)
    guard values.count > 1 else { return (mean, 0) }
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, squares / Double(values.count - 1))
  }
}
