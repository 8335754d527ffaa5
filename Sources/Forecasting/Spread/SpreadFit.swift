import Foundation
public import Workforce

/// How far a method's past forecasts strayed, on the scale of square roots.
///
/// The error of an interval is e = √(y + ¼) − √m; its Poisson part has variance ¼ whatever the mean
/// (Brown et al. 2005). The day's common error is one score with loading x = √m: b = Σ x e ÷ Σ x².
/// What it leaves within the day has covariance r²·e^{−lag/length}; see `LeftoverFit`. Intervals
/// are merged until five contacts are usual, because root counts below that are not near normal.
public struct SpreadFit: Hashable, Sendable {
  /// Fewer judged days than this give no spread; then a wide one is assumed.
  public static let leastDays = 5
  /// The assumed relative standard deviation of a day's rate where too little was judged.
  public static let priorDeviation = 0.1

  /// How many days were judged.
  public let dayCount: Int
  /// Successive intervals that were looked at together.
  public let mergedIntervals: Int
  /// Variance of the day's score: the squared relative error of the root rate.
  public let scoreVariance: Double
  /// Variance of the leftover, on the scale of merged roots.
  public let leftoverVariance: Double
  /// Merged intervals over which the leftover's correlation falls to 1/e.
  public let leftoverLength: Double
  /// Factor on the smooth error's standard deviation.
  public let inflation: Double
  /// Correlation of the scores of two days of a week, 0…1.
  public let dayCorrelation: Double

  /// True when the spread is assumed because fewer than ``leastDays`` days could be judged.
  public var isAssumed: Bool { dayCount < Self.leastDays }

  /// Fits the spread of a method's past forecasts.
  public init(_ past: PastForecasts) {
    let merge = Self.merge(past)
    let weeks = past.weeks.map { week in
      zip(week.days, week.forecasts).compactMap { RootErrors($0, $1, merge: merge) }
    }
    let days = weeks.flatMap(\.self)
    dayCount = days.count
    mergedIntervals = merge
    guard days.count >= Self.leastDays else {
      scoreVariance = Self.priorDeviation * Self.priorDeviation / 4
      (leftoverVariance, leftoverLength) = (0, 1)
      (inflation, dayCorrelation) = (1, 0)
      return
    }
    let leftover = LeftoverFit(days)
    let variance = Self.scoreVariance(days, leftover)
    scoreVariance = variance
    (leftoverVariance, leftoverLength) = (leftover.variance, leftover.length)
    inflation = Self.inflation(
      days.map { $0.standardized(scoreVariance: variance, leftover) }
    )
    dayCorrelation = Self.correlation(weeks, scoreVariance: variance)
  }

  /// √((20·1.2² + Σ min(z², 9)) ÷ (20 + count)): the spread's factor from standardized day errors,
  /// as if twenty earlier ones had asked for 1.2.
  public static func inflation(_ scores: [Double]) -> Double {
    var inflation = Inflation(days: 20, squares: 20 * 1.44)
    for score in scores { inflation.add(score) }
    return inflation.factor
  }

  /// The spread around a day's means; `nil` where none is above 0.
  public func spread(around means: [Double?]) -> RootSpread? {
    let known = means.map { max(0, $0 ?? 0) }
    guard known.contains(where: { $0 > 0 }) else { return nil }
    let groups = stride(from: 0, to: known.count, by: mergedIntervals).map { start in
      known[start..<min(start + mergedIntervals, known.count)].reduce(0, +)
    }
    let factor = inflation * inflation
    // squared roots and the smooth error's variance add up to the means
    let roots = known.indices.map { cell in
      let group = max(groups[cell / mergedIntervals], 1e-9)
      let share = 1 - factor * (scoreVariance + leftoverVariance / group)
      return (known[cell] * max(share, 0.5)).squareRoot()
    }
    return RootSpread(
      roots: roots,
      loadings: [known.map { $0.squareRoot() }],
      scoreCovariance: [[scoreVariance]],
      leftoverVariance: leftoverVariance,
      leftoverLength: leftoverLength,
      mergedIntervals: mergedIntervals,
      inflation: inflation
    )
  }

  /// Correlations of the scores of days: ``dayCorrelation`` within a week, none across weeks.
  public func link(_ dates: [LocalDate]) -> DayLink {
    let weeks = dates.map { ISOWeek(containing: $0) }
    return DayLink(
      correlations: [
        dates.indices.map { day in
          dates.indices.map { other in
            day == other ? 1 : weeks[day] == weeks[other] ? dayCorrelation : 0
          }
        }
      ]
    )
  }

  /// The fewest successive intervals with a mean of five, else the whole day.
  private static func merge(_ past: PastForecasts) -> Int {
    let width = past.weeks.first?.days.first?.arrivals.count ?? 1
    var sum = 0.0
    var count = 0.0
    for (day, forecast) in past.days {
      for (value, mean) in zip(day.arrivals, forecast.means) where value != nil {
        sum += mean ?? 0
        count += 1
      }
    }
    let mean = count > 0 ? sum / count : 0
    let divisors = intervalGroups(of: width)
    return divisors.first { Double($0) * mean >= 5 } ?? width
  }

  /// The square of the days' mean absolute score, as a variance, without what Poisson noise and the
  /// leftover explain.
  private static func scoreVariance(_ days: [RootErrors], _ leftover: LeftoverFit) -> Double {
    let count = Double(days.count)
    let size = days.reduce(0) { $0 + abs($1.score) } / count
    let noise = days.reduce(0) { $0 + (0.25 + leftover.variance(of: $1)) / $1.size } / count
    return max(0, .pi / 2 * size * size - noise)
  }

  /// The mean product of two days' scores of a week over the score's variance, drawn to 0 as if
  /// by twenty more days.
  private static func correlation(_ weeks: [[RootErrors]], scoreVariance: Double) -> Double {
    guard scoreVariance > 0 else { return 0 }
    var sum = 0.0
    var pairs = 0.0
    for days in weeks {
      for day in days.indices {
        for other in 0..<day {
          sum += min(max(days[day].score * days[other].score / scoreVariance, -4), 4)
          pairs += 1
        }
      }
    }
    let count = Double(weeks.reduce(0) { $0 + $1.count })
    guard pairs > 0 else { return 0 }
    return min(max(sum / pairs, 0), 1) * count / (count + 20)
  }
}

/// The numbers of successive intervals that can be looked at together: divisors of a day's count.
func intervalGroups(of count: Int) -> [Int] {
  [1, 2, 3, 4, 6, 8, 12, 16, 24, 36, 48, 72, 96, 144, 288].filter {
    $0 <= count && count % $0 == 0
  }
}
