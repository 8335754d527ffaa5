public import Workforce

/// All methods, and how to find one by name.
public enum ForecastMethods {
  /// Every method that stands on its own, the most trusted first.
  ///
  /// Where past errors do not tell two apart, the choice falls on the earlier.
  public static let all: [any Forecaster] = [
    CalendarProcess(), FactorModel(), PoissonLevel(), ExponentialSmoothing(), WeekdayMean(),
    WeekdayMedian(), WeeklyNaive(),
  ]

  /// The method with a name.
  public static func forecaster(for method: ForecastMethod) -> any Forecaster {
    switch method {
    case .automatic: AutomaticForecaster()
    case .blend: BlendForecaster()
    case .weeklyNaive: WeeklyNaive()
    case .weekdayMean: WeekdayMean()
    case .weekdayMedian: WeekdayMedian()
    case .poissonLevel: PoissonLevel()
    case .factorModel: FactorModel()
    case .exponentialSmoothing: ExponentialSmoothing()
    case .calendarProcess: CalendarProcess()
    }
  }
}
