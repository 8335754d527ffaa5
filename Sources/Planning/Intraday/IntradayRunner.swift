import Checking
import Forecasting
import Interchange
import Staffing
public import Workforce

/// Re-forecasts the rest of a day and says how sure it is that the plan still holds.
public struct IntradayRunner: Sendable {
  private let loaded: LoadedScenario
  private let actuals: [QueueHistory]
  private let planFolder: String?

  private var settings: ScenarioSettings { loaded.inputs.settings }

  /// Takes a scenario, what came, and the plan's folder where there is one.
  ///
  /// - Parameters:
  ///   - loaded: The scenario.
  ///   - actualsFile: What has come so far, a CSV file.
  ///   - queue: The queue of a file without a column for it.
  ///   - planFolder: The run folder of the week's plan: its forecast and roster.
  /// - Throws: `BadInput` when the file has errors.
  public init(
    loaded: LoadedScenario,
    actualsFile: String,
    queue: String? = nil,
    planFolder: String? = nil
  ) throws {
    let read = ActualsFile.load(actualsFile, settings: loaded.inputs.settings, queue: queue)
    guard let actuals = read.value else { throw BadInput(diagnostics: read.diagnostics) }
    self.loaded = loaded
    self.actuals = actuals
    self.planFolder = planFolder
  }

  /// The last date of the recorded contacts.
  public var lastDate: LocalDate? {
    actuals.compactMap { $0.records.last }.map { settings.zone.local(at: $0.start).date }.max()
  }

  /// The day as it is expected at `time`.
  ///
  /// - Parameters:
  ///   - date: The day; the last one of the recorded contacts when `nil`.
  ///   - time: The moment of the update; intervals that end later are still to come.
  /// - Returns: The rest of the day, with what was planned.
  /// - Throws: `BadInput` or `ShiftwrightError` when files are wrong or hold too little.
  public func forecast(on date: LocalDate? = nil, at time: ClockTime) throws -> IntradayForecast {
    guard let date = date ?? lastDate else {
      throw ShiftwrightError("There are no recorded contacts.\nGive --actuals a file with rows.")
    }
    guard
      let grid = TimeGrid(
        from: date,
        days: 1,
        stepMinutes: settings.intervalMinutes,
        zone: settings.zone
      )
    else {
      throw ShiftwrightError(
        "Intervals of \(settings.intervalMinutes) minutes do not fit the clock change on \(date)."
          + "\nUse interval_minutes: 30 or less."
      )
    }
    let now = (0..<grid.count).prefix { index in
      let end = grid.local(at: index).minuteOfDay + grid.stepMinutes
      return end <= time.minutes
    }.count
    try checkSteps()
    let builder = IntradayBuilder(inputs: inputs(before: date))
    let counts = zip(actuals, settings.queues).map { history, queue in
      grid.arrivals(of: RollingOrigin.offered(history, queue: queue))
    }
    let plan = try Plan(loaded, folder: planFolder, week: ISOWeek(containing: date))
    let overrides = settings.queues.map { plan.overrideFactors(of: $0.name, on: grid) }
    let (days, leftOut) = builder.days(on: grid, now: now, counts: counts, overrides: overrides)
    let known = days.filter { day in now == 0 || day.came.contains { $0 != nil } }
    let queues = known.map { self.queue($0, grid, now, plan) }
    return IntradayForecast(
      grid: grid,
      now: now,
      queues: queues,
      diagnostics: known.flatMap(\.findings) + leftOut
        + known.flatMap { gaps($0, grid, now) }
        + zip(settings.queues, overrides).flatMap { Self.changed($0.name, $1) }
        + (days.isEmpty ? [Self.closed(date)] : [])
        + days.filter { day in !known.contains { $0.queue == day.queue } }.map(Self.unknown)
    )
  }

  /// Open intervals that are over and have no row.
  private func gaps(
    _ day: IntradayBuilder.QueueDay,
    _ grid: TimeGrid,
    _ now: Int
  ) -> [Diagnostic] {
    let open = (0..<now).filter { day.isOpen[$0] }
    let missing = open.filter { day.came[$0] == nil }
    guard let first = missing.first else { return [] }
    let clock = grid.local(at: first).description.suffix(5)
    return [
      Diagnostic(
        .warning,
        file: "",
        message: "queue '\(day.queue)': \(missing.count) of the \(open.count) open intervals that"
          + " are over have no row, from \(clock) on; they are taken as unknown.",
        suggestion: "Add them, with 0 where nothing came, or give an earlier --at."
      )
    ]
  }

  private static func changed(_ queue: String, _ factors: [Double]) -> [Diagnostic] {
    guard factors.contains(where: { abs($0 - 1) > 1e-9 }) else { return [] }
    return [
      Diagnostic(
        .note,
        file: "overrides.csv",
        message: "queue '\(queue)': overrides change this day's forecast; the update keeps them.",
        suggestion: ""
      )
    ]
  }

  private static func closed(_ date: LocalDate) -> Diagnostic {
    Diagnostic(
      .note,
      file: "",
      message: "no queue is open on \(date).",
      suggestion: "Give --date another day."
    )
  }

  private static func unknown(_ day: IntradayBuilder.QueueDay) -> Diagnostic {
    Diagnostic(
      .note,
      file: "",
      message: "queue '\(day.queue)': nothing was recorded on this day, so it is left out.",
      suggestion: "Add its rows, with 0 where nothing came."
    )
  }

  /// Recorded rows must not be longer than the planning interval.
  private func checkSteps() throws(ShiftwrightError) {
    for history in actuals {
      let steps = zip(history.records, history.records.dropFirst()).map {
        $1.start.minutes(since: $0.start)
      }
      guard let step = steps.filter({ $0 > 0 }).min(), step > settings.intervalMinutes else {
        continue
      }
      throw ShiftwrightError(
        """
        The recorded rows of queue '\(history.queue)' lie \(step) minutes apart, but the \
        planning interval is \(settings.intervalMinutes) minutes.
        Give rows of \(settings.intervalMinutes) minutes or less.
        """
      )
    }
  }

  /// The scenario with the recorded contacts of earlier days added to its history.
  private func inputs(before date: LocalDate) -> PlanningInputs {
    var inputs = loaded.inputs
    let start = settings.zone.startOfDay(date)
    for index in inputs.history.indices {
      guard let own = actuals.first(where: { $0.queue == inputs.history[index].queue }) else {
        continue
      }
      let minutes = inputs.history[index].intervalMinutes
      let end = inputs.history[index].records.last?.start.adding(minutes: minutes)
      inputs.history[index].records += own.records.filter { record in
        record.start < start && end.map { $0 <= record.start } ?? true
      }
    }
    return inputs
  }

  private func queue(
    _ day: IntradayBuilder.QueueDay,
    _ grid: TimeGrid,
    _ now: Int,
    _ plan: Plan
  ) -> IntradayForecast.Queue {
    let cells = (0..<grid.count).map { grid.local(at: $0).minuteOfDay / grid.stepMinutes }
    let planned = plan.arrivals(of: day.queue, on: grid)
    let quantiles = (0..<grid.count).map { index -> RootSpread.Quantiles in
      if index < now, let came = day.came[index] { return .init(known: came) }
      return day.distribution.quantiles(of: cells[index]..<cells[index] + 1)
    }
    let restCells = (now < grid.count ? cells[now] : 1440 / grid.stepMinutes)
    let rest = restCells..<1440 / grid.stepMinutes
    let plannedRest = planned[now...].reduce(0, +)
    return IntradayForecast.Queue(
      queue: day.queue,
      planned: planned,
      came: day.came,
      updated: QueueForecast.Band(quantiles),
      rest: QueueForecast.Band([day.distribution.quantiles(of: rest)]),
      probabilityWithinPlan: day.distribution.probability(
        of: rest,
        atMost: plannedRest * (1 + IntradayForecast.tolerance)
      ),
      coverage: (0..<grid.count).map { index in
        guard index >= now, day.isOpen[index] else { return nil }
        return plan.capacity(of: day.queue, at: grid.instant(at: index)).map { cover in
          IntradayForecast.Cover(
            agents: cover.agents,
            probability: day.distribution.probability(
              of: cells[index]..<cells[index] + 1,
              atMost: cover.arrivals
            )
          )
        }
      },
      isOpen: day.isOpen
    )
  }
}

extension RootSpread.Quantiles {
  /// A count that is known.
  fileprivate init(known count: Double) {
    self.init(mean: count, low95: count, low80: count, high80: count, high95: count)
  }
}
