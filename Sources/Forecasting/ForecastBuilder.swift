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
    var effects: [CalendarEffect] = []
    var findings = CalendarNotes(inputs: inputs).notes(on: week.dates)
    var hygiene: [HygieneEntry] = []
    var problems: [String] = []
    for queue in settings.queues {
      do throws(ShiftwrightError) {
        var work = QueueWork(inputs: inputs, queue: queue, grid: grid, cutoff: cutoff)
        let own = try work.forecast()
        effects += work.calendarEffects(on: own)
        forecasts.append(SpecialDayBands(inputs: inputs, grid: grid).widened(own))
        findings += work.findings
        hygiene += work.hygiene
      } catch {
        problems.append(error.message)
      }
    }
    guard problems.isEmpty else {
      throw ShiftwrightError(problems.joined(separator: "\n"))
    }
    return ForecastOverrides(inputs.overrides).applied(
      to: Forecast(
        grid: grid,
        queues: forecasts,
        diagnostics: findings,
        calendarEffects: inOrder(effects),
        hygiene: hygiene
      )
    )
  }

  /// By entry of the calendar, then by queue.
  private func inOrder(_ effects: [CalendarEffect]) -> [CalendarEffect] {
    let places = effects.map { effect in
      inputs.calendar.firstIndex { $0.date == effect.date && $0.kind == effect.kind } ?? 0
    }
    return effects.indices.sorted { (places[$0], $0) < (places[$1], $1) }.map { effects[$0] }
  }

  private func clockChangeMessage(_ week: ISOWeek) -> String {
    """
    scenario.yaml: intervals of \(inputs.settings.intervalMinutes) minutes do not fit the clock \
    change of \(inputs.settings.zone.identifier) in \(week).
    Use interval_minutes: 30 or less.
    """
  }
}
