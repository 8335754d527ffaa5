import Foundation
public import Workforce

public enum ForecastMethods {
  public static let all: [any Forecaster] = [CalendarProcess(), WeekdayMean(), WeeklyNaive()]
  public static func forecaster(for method: ForecastMethod) -> any Forecaster {
    all.first { $0.method == method } ?? WeekdayMean()
  }
}

public struct BandedForecaster: Forecaster {
  let base: any Forecaster
  public init(_ forecaster: any Forecaster) { base = forecaster }
  public var method: ForecastMethod { base.method }
  public func forecast(
    _ targets: [TargetDay],
    after past: [PastDay],
    calendar: DayCalendar
  ) -> ForecastDays {
    var result = base.forecast(targets, after: past, calendar: calendar)
    for index in result.days.indices where result.days[index].spread == nil {
      let roots = result.days[index].means.map { max(0, $0 ?? 0).squareRoot() }
      result.days[index].spread = RootSpread(
        roots: roots,
        loadings: [roots],
        scoreCovariance: [[0.003]],
        leftoverVariance: 0.01,
        leftoverLength: 4
      )
    }
    return result
  }
}
