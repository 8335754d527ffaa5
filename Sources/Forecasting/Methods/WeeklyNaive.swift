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
    let means = targets.map { target -> [Double?] in
      let comparable = past.filter { $0.weekday == target.weekday && $0.isOrdinary }.reversed()
      return target.isOpen.indices.map { cell in
        guard target.isOpen[cell] else { return 0 }
        return comparable.lazy.compactMap { $0.arrivals[cell] }.first
      }
    }
    return ForecastDays(means: means)
  }
}
