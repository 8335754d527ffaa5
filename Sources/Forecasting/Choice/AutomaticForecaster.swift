public import Workforce

/// Per queue the method that past errors prefer; see ``ChosenForecaster``.
public struct AutomaticForecaster: Forecaster {
  private let candidates: [any Forecaster]

  /// Makes the choice among methods, the most trusted first; not empty.
  public init(_ candidates: [any Forecaster] = ForecastMethods.all) {
    precondition(!candidates.isEmpty, "a choice needs a method")
    self.candidates = candidates
  }

  /// Automatic.
  public var method: ForecastMethod { .automatic }

  /// Compares the methods at the targets' distance, and forecasts with the preferred one.
  public func forecast(
    _ targets: [TargetDay],
    after past: [PastDay],
    calendar: DayCalendar
  ) -> ForecastDays {
    chosen(.automatic, candidates, targets, past, calendar)
      .forecast(targets, after: past, calendar: calendar)
  }
}

/// The two methods with the smallest past errors, weighted by their inverse squared errors.
public struct BlendForecaster: Forecaster {
  private let candidates: [any Forecaster]

  /// Makes the blend of two out of several methods; not empty.
  public init(_ candidates: [any Forecaster] = ForecastMethods.all) {
    precondition(!candidates.isEmpty, "a blend needs a method")
    self.candidates = candidates
  }

  /// Blend.
  public var method: ForecastMethod { .blend }

  /// Compares the methods at the targets' distance, and forecasts with the two best.
  public func forecast(
    _ targets: [TargetDay],
    after past: [PastDay],
    calendar: DayCalendar
  ) -> ForecastDays {
    chosen(.blend, candidates, targets, past, calendar)
      .forecast(targets, after: past, calendar: calendar)
  }
}

private func chosen(
  _ wanted: ForecastMethod,
  _ candidates: [any Forecaster],
  _ targets: [TargetDay],
  _ past: [PastDay],
  _ calendar: DayCalendar
) -> ChosenForecaster {
  let distance = targets.first.map { PastForecasts.lead(to: $0.date, after: past) } ?? 1
  return ChosenForecaster(
    wanted,
    past: past,
    calendar: calendar,
    lead: PastForecasts.judgedLead(distance, past: past),
    candidates: candidates
  )
}
