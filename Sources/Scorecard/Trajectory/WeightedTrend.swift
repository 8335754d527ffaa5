/// A straight line through weekly values that are noisier than their sampling says.
///
/// Weights are 1 ÷ (sampling variance + extra variance); the extra variance is that of Paule and
/// Mandel (1982). Where neighboring weeks are off to the same side, the variances grow by
/// (1 + r) ÷ (1 − r), with r the correlation of neighbors, 0 to 0.6.
struct WeightedTrend {
  /// Fewer weeks have no trend.
  static let leastWeeks = 6

  let extra: Double
  let degrees: Int
  /// The mean sampling variance of a week.
  let sampling: Double
  /// By how much neighbors that go together widen the variances.
  let inflation: Double
  private let middle: Double
  private let level: Double
  private let slope: Double
  private let weight: Double
  private let moment: Double

  /// Fits the line.
  ///
  /// - Parameter points: Values with their sampling variances, at least ``leastWeeks``, at different
  ///   times.
  init?(_ points: [(time: Double, value: Double, variance: Double)]) {
    guard points.count >= Self.leastWeeks, Set(points.map(\.time)).count > 1 else { return nil }
    degrees = points.count - 2
    let extra = Self.extraVariance(points)
    let line = Line(points, extra: extra)
    self.extra = extra
    (middle, level, slope) = (line.middle, line.level, line.slope)
    (weight, moment) = (line.weight, line.moment)
    sampling = points.reduce(0) { $0 + $1.variance } / Double(points.count)
    let correlation = Self.correlation(points, line, extra)
    inflation = (1 + correlation) / (1 - correlation)
  }

  /// The line at a time, with its own variance.
  func value(at time: Double) -> (value: Double, variance: Double) {
    let off = time - middle
    return (level + slope * off, inflation * (1 / weight + off * off / moment))
  }

  /// What four weeks around a time will show: the line's variance and that of the weeks.
  func fourWeeks(at time: Double) -> (value: Double, variance: Double) {
    let line = value(at: time)
    return (line.value, line.variance + (inflation * extra + sampling) / 4)
  }

  private struct Line {
    var middle = 0.0
    var level = 0.0
    var slope = 0.0
    var weight = 0.0
    var moment = 0.0

    init(_ points: [(time: Double, value: Double, variance: Double)], extra: Double) {
      let weights = points.map { 1 / max(1e-12, $0.variance + extra) }
      weight = weights.reduce(0, +)
      for (point, own) in zip(points, weights) {
        middle += own * point.time / weight
        level += own * point.value / weight
      }
      var shared = 0.0
      for (point, own) in zip(points, weights) {
        moment += own * (point.time - middle) * (point.time - middle)
        shared += own * (point.time - middle) * (point.value - level)
      }
      slope = shared / moment
    }

    func value(at time: Double) -> Double { level + slope * (time - middle) }
  }

  /// Fits and estimates in turn until the variance stands.
  private static func extraVariance(_ points: [(time: Double, value: Double, variance: Double)])
    -> Double
  {
    var extra = 0.0
    for _ in 0..<12 {
      let line = Line(points, extra: extra)
      let deviations = points.map { point in
        let off = point.value - line.value(at: point.time)
        return ExtraVariance.Deviation(square: off * off, sampling: point.variance)
      }
      extra = ExtraVariance.estimate(deviations, degrees: Double(points.count - 2))
    }
    return extra
  }

  private static func correlation(
    _ points: [(time: Double, value: Double, variance: Double)],
    _ line: Line,
    _ extra: Double
  ) -> Double {
    let off = points.map { point in
      (point.value - line.value(at: point.time)) / max(1e-12, point.variance + extra).squareRoot()
    }
    let square = off.reduce(0) { $0 + $1 * $1 }
    guard square > 0 else { return 0 }
    let pairs = zip(off, off.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 }
    return min(0.6, max(0, pairs / square))
  }
}
