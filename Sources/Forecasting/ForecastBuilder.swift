public import Workforce

/// Forecasts weeks from a scenario's history and calendar.
///
/// Only rows before the Monday (00:00 on the wall clock) of the first week count.
public struct ForecastBuilder: Sendable {
  let inputs: PlanningInputs

  /// Makes a builder over a scenario.
  public init(inputs: PlanningInputs) { self.inputs = inputs }

  /// The forecast of one week from everything before it.
  ///
  /// Throws when a queue has no usable history before the week.
  public func forecast(_ week: ISOWeek) throws(ShiftwrightError) -> Forecast {
    try forecast(week, dataBefore: week.monday)
  }

  /// The forecast of one week from the rows before `cutoff`, a date no later than its Monday.
  ///
  /// Throws when a queue has no usable history before the date.
  public func forecast(
    _ week: ISOWeek,
    dataBefore cutoff: LocalDate
  ) throws(ShiftwrightError) -> Forecast {
    let settings = inputs.settings
    guard
      let grid = TimeGrid(week: week, stepMinutes: settings.intervalMinutes, zone: settings.zone)
    else { throw ShiftwrightError(clockChangeMessage(week)) }
    var forecasts: [QueueForecast] = []
    var findings = calendarNotes(week)
    var hygiene: [HygieneEntry] = []
    var problems: [String] = []
    for queue in settings.queues {
      do throws(ShiftwrightError) {
        var work = QueueWork(inputs: inputs, queue: queue, grid: grid, cutoff: cutoff)
        forecasts.append(try work.forecast())
        findings += work.findings
        hygiene += work.hygiene
      } catch {
        problems.append(error.message)
      }
    }
    guard problems.isEmpty else {
      throw ShiftwrightError(problems.joined(separator: "\n"))
    }
    return Forecast(grid: grid, queues: forecasts, diagnostics: findings, hygiene: hygiene)
  }

  private func clockChangeMessage(_ week: ISOWeek) -> String {
    """
    scenario.yaml: intervals of \(inputs.settings.intervalMinutes) minutes do not fit the clock \
    change of \(inputs.settings.zone.identifier) in \(week).
    Use interval_minutes: 30 or less.
    """
  }

  private func calendarNotes(_ week: ISOWeek) -> [Diagnostic] {
    week.dates.flatMap { inputs.calendarEntries(on: $0) }.map { entry in
      let effect =
        switch (entry.kind, entry.factor) {
        case (.closed, _): "closed, nothing is expected"
        case (.makeUpDay, nil): "works like a Friday"
        case (.makeUpDay, let factor?): "works like a Friday, times \(factor)"
        case (_, let factor?): "the forecast is multiplied by \(factor)"
        case (_, nil): "has no factor, so the day is forecast as usual"
        }
      return Diagnostic(
        .note,
        file: "calendar.csv",
        message: "\(entry.date) \(entry.name) (\(entry.kind.rawValue)): \(effect).",
        suggestion: ""
      )
    }
  }
}
