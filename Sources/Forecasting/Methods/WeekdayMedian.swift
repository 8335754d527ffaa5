public import Workforce

/// The median of the last same weekdays, interval by interval.
///
/// The most robust of the simple methods: up to half of the days may be anything. Counts under
/// about five per interval give it away, because their median is a whole number; there the mean is
/// the better choice.
public struct WeekdayMedian: Forecaster {
  /// How many past days count.
  public let dayCount: Int

  /// Makes the method; `dayCount` is at least 1.
  public init(dayCount: Int = 8) {
    precondition(dayCount >= 1, "a median needs a day")
    self.dayCount = dayCount
  }

  /// Weekday median.
  public var method: ForecastMethod { .weekdayMedian }

  /// The median of the last days with the same operating weekday, per interval.
  public func forecast(
    _ targets: [TargetDay],
    after past: [PastDay],
    calendar: DayCalendar
  ) -> ForecastDays {
    forecastFromSameWeekdays(targets, after: past, dayCount: dayCount, value: median)
  }
}
