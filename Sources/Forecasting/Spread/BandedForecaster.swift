public import Workforce

/// A method whose days always have a spread.
///
/// Where the method knows none, it is fitted to the errors of up to eight past weeks, forecast
/// again at the same distance; see ``SpreadFit``.
public struct BandedForecaster: Forecaster {
  /// The method.
  public let forecaster: any Forecaster

  /// Makes a banded method.
  public init(_ forecaster: any Forecaster) { self.forecaster = forecaster }

  /// The method's own name.
  public var method: ForecastMethod { forecaster.method }

  /// The method itself.
  public var withoutSpread: any Forecaster { forecaster.withoutSpread }

  /// The method's forecast, with a spread on every day of which anything is expected.
  public func forecast(
    _ targets: [TargetDay],
    after past: [PastDay],
    calendar: DayCalendar
  ) -> ForecastDays {
    let result = forecaster.forecast(targets, after: past, calendar: calendar)
    guard result.lacksSpread else { return result }
    return result.banded(spreadFit(targets, after: past, calendar: calendar), targets)
  }

  /// The spread that days without one of their own get; says whether it is assumed.
  public func spreadFit(
    _ targets: [TargetDay],
    after past: [PastDay],
    calendar: DayCalendar
  ) -> SpreadFit {
    let distance = targets.first.map { PastForecasts.lead(to: $0.date, after: past) } ?? 1
    return SpreadFit(
      PastForecasts(
        forecaster,
        past: past,
        calendar: calendar,
        lead: PastForecasts.judgedLead(distance, past: past)
      )
    )
  }
}

extension ForecastDays {
  /// Whether a day has means above 0 but no spread.
  var lacksSpread: Bool {
    days.contains { $0.spread == nil && $0.means.contains { ($0 ?? 0) > 0 } }
  }

  /// The same days, a spread given to those without one.
  func banded(_ fit: SpreadFit, _ targets: [TargetDay]) -> ForecastDays {
    var result = self
    for day in days.indices where days[day].spread == nil {
      result.days[day].spread = fit.spread(around: days[day].means)
    }
    if link == nil, days.allSatisfy({ $0.spread == nil }) {
      result.link = fit.link(targets.map(\.date))
    }
    return result
  }
}
