public import Workforce

/// Forecasts weeks from a scenario's history and calendar.
///
/// Only rows before the Monday (00:00 on the wall clock) of the first week count.
public struct ForecastBuilder: Sendable {
  let inputs: PlanningInputs
  private let threads: Int

  /// Makes a builder over a scenario; queues are worked on side by side, and what comes out does
  /// not depend on the number of threads.
  public init(inputs: PlanningInputs, threads: Int = 1) {
    self.inputs = inputs
    self.threads = threads
  }

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
    let parts = parallelMap(count: settings.queues.count, threads: threads) { index in
      part(settings.queues[index], grid, cutoff)
    }
    let machines = parallelMap(count: settings.selfService.count, threads: threads) { index in
      machine(settings.selfService[index], grid, cutoff)
    }
    let problems = (parts + machines).compactMap(\.problem)
    guard problems.isEmpty else {
      throw ShiftwrightError(problems.joined(separator: "\n"))
    }
    let (queues, channels) = AssumedContainment(inputs: inputs, grid: grid)
      .spilled(over: parts.compactMap(\.forecast), from: machines.compactMap(\.channel))
    let forecast = ForecastOverrides(inputs.overrides).applied(
      to: Forecast(
        grid: grid,
        queues: queues,
        diagnostics: CalendarNotes(inputs: inputs).notes(on: week.dates)
          + (parts + machines).flatMap(\.findings),
        calendarEffects: inOrder(parts.flatMap(\.effects)),
        hygiene: (parts + machines).flatMap(\.hygiene),
        selfService: channels
      )
    )
    return ForecastAssumptions(inputs: inputs, week: week).applied(to: forecast)
  }

  /// One queue's part of the forecast, or why there is none.
  private struct Part: Sendable {
    var forecast: QueueForecast?
    var channel: SelfServiceForecast?
    var effects: [CalendarEffect] = []
    var findings: [Diagnostic] = []
    var hygiene: [HygieneEntry] = []
    var problem: String?
  }

  private func part(_ settings: QueueSettings, _ grid: TimeGrid, _ cutoff: LocalDate) -> Part {
    // the history knows nothing of hours that a what-if opens
    let queue = inputs.assumptions.reduce(into: settings) { queue, assumption in
      if case .openedHours(queue.name, let before, _) = assumption { queue.openingHours = before }
    }
    let items = DeferredItems(inputs: inputs, queue: queue)
    if items.comesFromOthers {
      return Part(forecast: items.nothing(on: grid), findings: [items.note])
    }
    var work = QueueWork(inputs: inputs, queue: items.asReceived, grid: grid, cutoff: cutoff)
    do throws(ShiftwrightError) {
      var own = try work.forecast()
      own.isOpen = inputs.openIntervals(of: queue, on: grid)
      return Part(
        forecast: DeadTailDoubt(hygiene: work.hygiene)
          .doubted(SpecialDayBands(inputs: inputs, grid: grid).widened(own)),
        effects: work.calendarEffects(on: own),
        findings: work.findings,
        hygiene: work.hygiene
      )
    } catch {
      return Part(problem: error.message)
    }
  }

  private func machine(
    _ channel: SelfServiceSettings,
    _ grid: TimeGrid,
    _ cutoff: LocalDate
  ) -> Part {
    var work = SelfServiceWork(inputs: inputs, channel: channel, grid: grid, cutoff: cutoff)
    do throws(ShiftwrightError) {
      let own = try work.forecast()
      return Part(channel: own, findings: work.findings, hygiene: work.hygiene)
    } catch {
      return Part(problem: error.message)
    }
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
