/// Sums over judged intervals, from which the measures of a forecast follow.
///
/// Sums of several weeks are added before ratios are taken, so a busy week counts for more.
public struct BacktestScore: Hashable, Sendable {
  /// Intervals or days that were judged.
  public var intervals = 0
  /// What came.
  public var actual = 0.0
  /// What was expected.
  public var forecast = 0.0
  /// Absolute errors of the mean.
  public var absoluteError = 0.0
  /// Pinball losses, each the mean over the five quantiles; the mean stands for the median.
  public var pinballLoss = 0.0
  /// Intervals inside the 80 % band, its ends included.
  public var covered80 = 0
  /// Intervals inside the 95 % band, its ends included.
  public var covered95 = 0
  /// Widths of the 80 % band.
  public var width80 = 0.0
  /// Widths of the 95 % band.
  public var width95 = 0.0
  /// Absolute errors where the weekly naive says something too.
  public var comparedError = 0.0
  /// Absolute errors of the weekly naive there.
  public var naiveError = 0.0

  /// Makes sums over nothing.
  public init() {}

  /// Adds the sums of other intervals.
  public static func += (left: inout Self, right: Self) {
    left.intervals += right.intervals
    left.actual += right.actual
    left.forecast += right.forecast
    left.absoluteError += right.absoluteError
    left.pinballLoss += right.pinballLoss
    left.covered80 += right.covered80
    left.covered95 += right.covered95
    left.width80 += right.width80
    left.width95 += right.width95
    left.comparedError += right.comparedError
    left.naiveError += right.naiveError
  }
}

extension BacktestScore {
  /// Σ |error| ÷ Σ actual; `nil` when nothing came.
  public var weightedError: Double? { perContact(absoluteError) }
  /// Mean absolute error ÷ that of the weekly naive over the same intervals; `nil` when the naive
  /// says nothing or is never wrong.
  public var scaledError: Double? { naiveError > 0 ? comparedError / naiveError : nil }
  /// Σ (forecast − actual) ÷ Σ actual; `nil` when nothing came.
  public var bias: Double? { perContact(forecast - actual) }
  /// Mean pinball loss ÷ mean actual; `nil` when nothing came.
  public var pinball: Double? { perContact(pinballLoss) }
  /// Share of intervals inside the 80 % band; `nil` without intervals.
  public var coverage80: Double? { perInterval(covered80) }
  /// Share of intervals inside the 95 % band; `nil` without intervals.
  public var coverage95: Double? { perInterval(covered95) }
  /// Mean width of the 80 % band ÷ mean actual; `nil` when nothing came.
  public var relativeWidth80: Double? { perContact(width80) }
  /// Mean width of the 95 % band ÷ mean actual; `nil` when nothing came.
  public var relativeWidth95: Double? { perContact(width95) }
  /// 1 − wMAPE ÷ wMAPE of the weekly naive over the same intervals.
  public var skill: Double? { scaledError.map { 1 - $0 } }

  private func perContact(_ sum: Double) -> Double? { actual > 0 ? sum / actual : nil }

  private func perInterval(_ count: Int) -> Double? {
    intervals > 0 ? Double(count) / Double(intervals) : nil
  }
}
