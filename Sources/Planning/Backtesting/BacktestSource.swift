import Forecasting
public import Interchange
public import Workforce

/// Whose past is forecast.
public enum BacktestSource: Sendable {
  /// A scenario's queues, with its calendar and settings; one queue where it is named.
  case scenario(PlanningInputs, queue: String?)
  /// A history and nothing else; interval and opening hours are inferred from it, and closures too
  /// unless a calendar is given.
  case history(BareHistory, name: String, zone: Zone, calendar: [CalendarEntry]?)

  /// The names of the queues, in order.
  public var queues: [String] {
    switch self {
    case .scenario(let inputs, let wanted):
      inputs.settings.queues.map(\.name).filter { wanted == nil || $0 == wanted }
    case .history(_, let name, _, _): [name]
    }
  }

  /// One subject per queue.
  func subjects(contactMinutes: Int) throws(ShiftwrightError) -> [BacktestSubject] {
    switch self {
    case .history(let history, let name, let zone, let calendar):
      return [
        .history(
          BareSubject(
            name: name,
            rows: history.rows.map { (time: $0.time, count: $0.count) }
              .sorted { $0.time < $1.time },
            zone: zone,
            calendar: calendar,
            contactMinutes: contactMinutes
          )
        )
      ]
    case .scenario(let inputs, let wanted):
      let queues = inputs.settings.queues
      let chosen = queues.filter { wanted == nil || $0.name == wanted }
      guard !chosen.isEmpty else {
        throw ShiftwrightError(
          "There is no queue '\(wanted ?? "")' in scenario.yaml.\n"
            + "Give one of: \(queues.map(\.name).joined(separator: ", "))."
        )
      }
      return chosen.map { .queue(inputs, $0) }
    }
  }
}

/// A history of its own.
struct BareSubject: Sendable {
  var name: String
  /// Ascending by time.
  var rows: [(time: LocalDateTime, count: Double)]
  var zone: Zone
  /// `nil` when closures are to be inferred.
  var calendar: [CalendarEntry]?
  /// The interval for rows that are single contacts.
  var contactMinutes: Int
}

/// What is known of a queue on a date.
struct BacktestSituation: Sendable {
  var inputs: PlanningInputs
  var queue: QueueSettings
  var intervalMinutes: Int
  var notes: [Diagnostic] = []
}

/// One queue to be forecast again and again.
enum BacktestSubject: Sendable {
  case history(BareSubject)
  case queue(PlanningInputs, QueueSettings)

  var name: String {
    switch self {
    case .history(let bare): bare.name
    case .queue(_, let queue): queue.name
    }
  }

  var zone: Zone {
    switch self {
    case .history(let bare): bare.zone
    case .queue(let inputs, _): inputs.settings.zone
    }
  }

  /// The history's interval from the rows before a date.
  func intervalMinutes(before cutoff: LocalDate) throws(ShiftwrightError) -> Int {
    switch self {
    case .history(let bare): return try bare.series(before: cutoff).intervalMinutes
    case .queue(let inputs, let queue): return try history(inputs, queue).intervalMinutes
    }
  }

  /// What was known before a date.
  func situation(before cutoff: LocalDate) throws(ShiftwrightError) -> BacktestSituation {
    switch self {
    case .history(let bare):
      return try HistoryInference(bare, before: cutoff).situation
    case .queue(let inputs, let queue):
      let interval = try history(inputs, queue).intervalMinutes
      return BacktestSituation(inputs: inputs, queue: queue, intervalMinutes: interval)
    }
  }

  /// Records of at least a week on intervals of a length, and whether zeros are left out of the
  /// whole history.
  func actuals(
    of week: ISOWeek,
    interval: Int
  ) throws(ShiftwrightError) -> (records: [HistoryRecord], zerosAreLeftOut: Bool) {
    switch self {
    case .history(let bare):
      return (
        try bare.records(of: week, interval: interval), !bare.rows.contains { $0.count == 0 }
      )
    case .queue(let inputs, let queue):
      let records = RollingOrigin.offered(try history(inputs, queue), queue: queue)
      return (records, !records.contains { $0.arrivals == 0 })
    }
  }

  private func history(
    _ inputs: PlanningInputs,
    _ queue: QueueSettings
  ) throws(ShiftwrightError) -> QueueHistory {
    guard let history = inputs.history.first(where: { $0.queue == queue.name }) else {
      throw ShiftwrightError(
        "contacts.csv: queue '\(queue.name)' has no rows.\nAdd its history, or name other queues."
      )
    }
    return history
  }
}

extension BareSubject {
  /// The rows before a date by intervals.
  func series(before cutoff: LocalDate) throws(ShiftwrightError) -> BareSeries {
    let known = Array(rows.prefix { $0.time.date < cutoff })
    guard !known.isEmpty else {
      let first = rows.first.map { "; the history starts on \($0.time.date)" } ?? ""
      throw ShiftwrightError("There are no rows before \(cutoff)\(first).")
    }
    return try BareSeries(known, zone: zone, contactMinutes: contactMinutes)
  }

  /// The records of a week, and one after it that tells a week that ended from one cut short.
  func records(of week: ISOWeek, interval: Int) throws(ShiftwrightError) -> [HistoryRecord] {
    let next = week.adding(weeks: 1).monday
    var own = rows.filter { $0.time.date >= week.monday && $0.time.date < next }
    if let later = rows.first(where: { $0.time.date >= next }) { own.append(later) }
    guard !own.isEmpty else { return [] }
    return try BareSeries(own, zone: zone, interval: interval).records
  }
}
