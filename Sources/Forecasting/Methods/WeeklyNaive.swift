public import Workforce

/// The same weekday of the last comparable week.
///
/// Days that were closed, special or faulty are not in the past that it is given. An interval that
/// the last such day lacks comes from the one before.
public struct WeeklyNaive: Forecaster {
  /// Makes the method.
  public init() {}

  /// Weekly naive.
  public var method: ForecastMethod { .weeklyNaive }

  /// The arrivals of the last day with the same operating weekday, per interval.
  public func forecast(
    _ targets: [TargetDay],
    after past: [PastDay],
    calendar: DayCalendar
  ) -> ForecastDays {
    forecastFromSameWeekdays(targets, after: past, dayCount: past.count, value: \.last)
  }
}
