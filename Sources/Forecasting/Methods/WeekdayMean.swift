public import Workforce

/// The robust mean of the last eight same weekdays.
///
/// Per interval, each value is first drawn to within four deviations of the values' median, where
/// a deviation is the larger of 1.4826 times the median absolute deviation and the spread of a
/// Poisson count; then the mean is taken. A spike moves the result little, and small counts keep
/// an unbiased mean, which trimming would not leave them.
public struct WeekdayMean: Forecaster {
  /// How many past days count.
  public let dayCount: Int

  /// Makes the method; `dayCount` is at least 1.
  public init(dayCount: Int = 8) {
    precondition(dayCount >= 1, "a mean needs a day")
    self.dayCount = dayCount
  }

  /// Weekday mean.
  public var method: ForecastMethod { .weekdayMean }

  /// The robust mean of the last days with the same operating weekday, per interval.
  public func forecast(
    _ targets: [TargetDay],
    after past: [PastDay],
    calendar: DayCalendar
  ) -> ForecastDays {
    forecastFromSameWeekdays(targets, after: past, dayCount: dayCount, value: guardedMean)
  }
}

/// The mean of values drawn to within four deviations of their median; `nil` of none.
func guardedMean(_ values: [Double]) -> Double? {
  guard !values.isEmpty else { return nil }
  let center = median(values)
  let deviation = max(1.4826 * median(values.map { abs($0 - center) }), max(center, 1).squareRoot())
  let guarded = values.map { min(max($0, center - 4 * deviation), center + 4 * deviation) }
  return guarded.reduce(0, +) / Double(values.count)
}

/// The middle value, the mean of the two middle ones for an even count; 0 of none.
func median(_ values: [Double]) -> Double {
  guard !values.isEmpty else { return 0 }
  let sorted = values.sorted()
  let middle = sorted.count / 2
  return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/// The value below which a share of the sorted values lies, interpolated; `sorted` is not empty.
func quantile(_ share: Double, ofSorted sorted: [Double]) -> Double {
  let position = share * Double(sorted.count - 1)
  let low = Int(position)
  let high = min(low + 1, sorted.count - 1)
  return sorted[low] + (position - Double(low)) * (sorted[high] - sorted[low])
}
