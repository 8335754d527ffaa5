import Foundation

/// The level of weekly means at their end, and where it goes.
///
/// The slope is the median of the slopes between all pairs of weeks (Theil 1950, Sen 1968). It
/// counts only with at least six weeks and a t-value above Student's 97.5 % quantile, which is above
/// 2, and fades by a fifth with each week ahead. Without it the level is the mean of the weeks, each counting half as much as the one four
/// weeks later.
struct LevelTrend {
  /// One week's mean.
  struct Week {
    /// Weeks before the last one, at most 0.
    var position: Double
    var mean: Double
    /// Variance of the mean from chance within the week.
    var variance: Double
  }

  /// Change per week; 0 when it is no more than chance.
  let slope: Double
  /// The level of the last week.
  let level: Double
  /// The t-value of the slope.
  let tValue: Double
  /// Variance of ``level``.
  let levelVariance: Double

  static let damping = 0.8
  static let halfLifeWeeks = 4.0

  init(_ weeks: [Week]) {
    let recency = weeks.map { pow(0.5, -$0.position / Self.halfLifeWeeks) }
    let weights = zip(weeks, recency).map { $1 / max($0.variance, 1e-12) }
    let sum = weights.reduce(0, +)
    let mean = sum > 0 ? zip(weeks, weights).reduce(0) { $0 + $1.0.mean * $1.1 } / sum : 0
    let fit = Self.robustLine(weeks)
    let isUsed = weeks.count >= 6 && abs(fit.tValue) > Self.limit(freedom: weeks.count - 2)
    slope = isUsed ? fit.slope : 0
    level = isUsed ? fit.level : mean
    tValue = fit.tValue
    let spread = weeks.map { $0.mean - (isUsed ? fit.level + fit.slope * $0.position : mean) }
    let total = recency.reduce(0, +)
    let effective = weeks.isEmpty ? 1 : total * total / recency.reduce(0) { $0 + $1 * $1 }
    let scatter = 1.4826 * median(spread.map(abs))
    levelVariance = scatter * scatter / (isUsed ? effective / 4 : effective)
  }

  /// The level some weeks after the last one.
  func level(weeksAhead: Int) -> Double {
    guard slope != 0, weeksAhead > 0 else { return level }
    let damping = Self.damping
    return level + slope * damping * (1 - pow(damping, Double(weeksAhead))) / (1 - damping)
  }

  /// The 97.5 % quantile of Student's t within 0.05 from four degrees of freedom on.
  static func limit(freedom: Int) -> Double {
    let inverse = 1 / Double(freedom)
    return NormalPoint.outer + 2.37 * inverse + 2.8 * inverse * inverse
  }

  private static func robustLine(_ weeks: [Week])
    -> (slope: Double, level: Double, tValue: Double)
  {
    guard weeks.count >= 3 else { return (0, weeks.last?.mean ?? 0, 0) }
    var slopes: [Double] = []
    for (index, later) in weeks.enumerated() {
      for earlier in weeks[..<index] where later.position > earlier.position {
        slopes.append((later.mean - earlier.mean) / (later.position - earlier.position))
      }
    }
    let slope = median(slopes)
    let level = median(weeks.map { $0.mean - slope * $0.position })
    let scatter = 1.4826 * median(weeks.map { abs($0.mean - level - slope * $0.position) })
    let chance = weeks.reduce(0) { $0 + $1.variance } / Double(weeks.count)
    let middle = weeks.reduce(0) { $0 + $1.position } / Double(weeks.count)
    let width = weeks.reduce(0) { $0 + ($1.position - middle) * ($1.position - middle) }
    let error = (max(scatter * scatter, chance) / max(width, 1e-12)).squareRoot()
    let size = weeks.map { abs($0.mean) }.max() ?? 0
    return (slope, level, abs(slope) > 1e-9 * size ? slope / max(error, 1e-9 * size) : 0)
  }
}
