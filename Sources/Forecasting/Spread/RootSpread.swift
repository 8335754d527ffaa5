import Foundation

/// How far the counts of one day stray from their expectation, on the scale of square roots.
///
/// The square root of the arrival rate in interval j is `roots[j]` plus a smooth error: the
/// loadings times scores with the covariance ``scoreCovariance``, plus a leftover with variance r²
/// and correlation e^{−|j − k| / length} within the day. Counts add Poisson noise, ¼ on this scale.
/// Any set of intervals gets its band from this one description.
public struct RootSpread: Hashable, Sendable {
  /// The mean, and quantiles at 2.5, 10, 90 and 97.5 %, of the count in a set of intervals.
  public struct Quantiles: Hashable, Sendable {
    /// Expected count.
    public var mean: Double
    /// 2.5 % quantile.
    public var low95: Double
    /// 10 % quantile.
    public var low80: Double
    /// 90 % quantile.
    public var high80: Double
    /// 97.5 % quantile.
    public var high95: Double

    /// Makes quantiles.
    public init(mean: Double, low95: Double, low80: Double, high80: Double, high95: Double) {
      self.mean = mean
      self.low95 = low95
      self.low80 = low80
      self.high80 = high80
      self.high95 = high95
    }
  }

  /// Expected roots per interval of the day; 0 where closed.
  public var roots: [Double]
  /// Per score, its effect on each interval's root.
  public var loadings: [[Double]]
  /// Covariance of the scores' errors, one row per score.
  public var scoreCovariance: [[Double]]
  /// Variance of the leftover.
  public var leftoverVariance: Double
  /// Intervals over which the leftover's correlation falls to 1/e, above 0.
  public var leftoverLength: Double
  /// Intervals that share one leftover: how many successive intervals were worked on together.
  public var mergedIntervals: Int
  /// Multiplies the standard deviation of the smooth error, above 0.
  public var inflation: Double

  /// Makes a spread.
  public init(
    roots: [Double],
    loadings: [[Double]],
    scoreCovariance: [[Double]],
    leftoverVariance: Double,
    leftoverLength: Double,
    mergedIntervals: Int = 1,
    inflation: Double = 1
  ) {
    self.roots = roots
    self.loadings = loadings
    self.scoreCovariance = scoreCovariance
    self.leftoverVariance = leftoverVariance
    self.leftoverLength = leftoverLength
    self.mergedIntervals = mergedIntervals
    self.inflation = inflation
  }
}
