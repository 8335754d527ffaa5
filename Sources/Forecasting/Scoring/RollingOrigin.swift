public import Workforce

/// What was known of a queue before a date, ready for any method.
///
/// Nothing from the date on enters: later records are cut off before anything is read. The
/// calendar is known ahead. Intervals are those of the history.
public struct RollingOrigin: Sendable {
  /// Days from the first usable one to the cutoff that a forecast needs.
  public static let neededDays = 14

  private let inputs: PlanningInputs
  private let queue: QueueSettings
  private let past: [PastDay]
  private let calendar: DayCalendar
  /// What was found and treated.
  public let findings: [Diagnostic]

  /// Cleans the records before a date.
  ///
  /// - Parameters:
  ///   - inputs: Settings, calendar and history.
  ///   - queue: The queue.
  ///   - cutoff: The first date that is not known.
  /// - Throws: `ShiftwrightError` with the reason when they cannot carry a forecast: there are too
  ///   few, or they are dead at their end.
  public init(
    inputs: PlanningInputs,
    queue: QueueSettings,
    cutoff: LocalDate
  ) throws(ShiftwrightError) {
    let end = inputs.settings.zone.startOfDay(cutoff)
    guard var history = inputs.history.first(where: { $0.queue == queue.name }) else {
      throw ShiftwrightError("Queue '\(queue.name)' has no rows.")
    }
    let zone = inputs.settings.zone
    history.records = Array(history.records.prefix { $0.start < end })
    // one contact keeps the fact that rows were single contacts, which never write a zero
    history.contacts = Array(history.contacts.prefix(1))
    var cleaner = Cleaner(
      queue: queue.name,
      cellMinutes: history.intervalMinutes,
      hygiene: inputs.settings.hygiene
    )
    history = cleaner.offered(history, queue, before: end, zone)
    var known = inputs
    known.settings.intervalMinutes = history.intervalMinutes
    known.history = [history]
    let reader = HistoryReader(inputs: known, queue: queue, history: history)
    guard let recorded = reader.days(before: cutoff) else {
      throw ShiftwrightError(Self.clockMessage(history.intervalMinutes, zone))
    }
    if inputs.settings.hygiene.treats(.deadTail) { try Self.checkAlive(recorded) }
    let cleaned = cleaner.clean(recorded)
    try Self.checkLength(cleaned.days, cutoff)
    self.inputs = known
    self.queue = queue
    past = cleaned.days
    calendar = DayCalendar(inputs: known, queue: queue)
    findings = cleaned.findings
  }

  /// The records of a queue as contacts offered, to judge forecasts by; estimated where it counts
  /// those handled.
  public static func offered(_ history: QueueHistory, queue: QueueSettings) -> [HistoryRecord] {
    guard queue.records == .handled, let last = history.records.last else { return history.records }
    return OfferedEstimate(
      history,
      setting: queue.abandonment,
      before: last.start.adding(minutes: 1)
    ).history.records
  }

  /// What is said of a history that is dead from a date on.
  public static func deadMessage(from start: LocalDate) -> String {
    "The history is dead from \(start) on: nothing but zeros or near-zeros up to its end."
  }

  private static func clockMessage(_ minutes: Int, _ zone: Zone) -> String {
    "Intervals of \(minutes) minutes do not fit the clock changes of \(zone.identifier)."
  }

  private static func checkAlive(_ recorded: RecordedDays) throws(ShiftwrightError) {
    let open = recorded.days.filter { $0.hasRows && $0.isOpenAtAll && $0.isOrdinary }
    let totals = open.compactMap { day in
      day.weekday.map { (date: day.date, weekday: $0, total: day.total) }
    }
    guard let start = DeadTail.start(of: totals) else { return }
    throw ShiftwrightError(deadMessage(from: start))
  }

  private static func checkLength(
    _ days: [PastDay],
    _ cutoff: LocalDate
  ) throws(ShiftwrightError) {
    guard let first = days.first?.date, days.contains(where: { $0.total > 0 }) else {
      throw ShiftwrightError("There are no usable contacts before \(cutoff).")
    }
    guard cutoff.daysSinceEpoch - first.daysSinceEpoch >= neededDays else {
      throw ShiftwrightError(
        "The history is too short: its first usable day is \(first), and \(neededDays) days before"
          + " \(cutoff) are needed."
      )
    }
  }

  /// What a method expects of a week.
  ///
  /// Throws when the history's intervals do not fit the week's clock changes.
  public func forecast(
    _ week: ISOWeek,
    by forecaster: any Forecaster
  ) throws(ShiftwrightError) -> WeekForecast {
    let settings = inputs.settings
    guard
      let grid = TimeGrid(week: week, stepMinutes: settings.intervalMinutes, zone: settings.zone)
    else { throw ShiftwrightError(Self.clockMessage(settings.intervalMinutes, settings.zone)) }
    let isOpen = inputs.openIntervals(of: queue, on: grid)
    let cells = (0..<grid.count).map(grid.cell)
    let days = BandedForecaster(forecaster).forecast(
      inputs.targetDays(of: queue, on: grid),
      after: past,
      calendar: calendar
    ).days
    let factors = grid.dates.map(inputs.calendarFactor)
    let spreads = grid.days.enumerated().map { position, day in
      days[position].spread?.rearranged(Array(cells[day]), factor: factors[position])
    }
    let means = grid.days.enumerated().flatMap { position, day in
      cells[day].map { cell in days[position].means[cell].map { $0 * factors[position] } }
    }
    return WeekForecast(grid: grid, isOpen: isOpen, means: means, spreads: spreads)
  }
}
