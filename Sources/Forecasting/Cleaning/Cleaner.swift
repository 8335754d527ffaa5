import Workforce

/// A queue's past that methods may learn from, and what was found on the way.
struct CleanPast {
  var days: [PastDay]
  var findings: [Diagnostic]
  var hygiene: [HygieneEntry]
}

/// Leaves out what is no ordinary demand, and says so.
///
/// Faults that the settings leave untreated are told and kept: days that one switch keeps are not
/// looked at by the checks of another.
struct Cleaner {
  let queue: String
  let cellMinutes: Int
  let hygiene: HygieneSettings
  var findings: [Diagnostic] = []
  var entries: [HygieneEntry] = []

  init(queue: String, cellMinutes: Int, hygiene: HygieneSettings = HygieneSettings()) {
    self.queue = queue
    self.cellMinutes = cellMinutes
    self.hygiene = hygiene
  }

  mutating func clean(_ recorded: RecordedDays) -> CleanPast {
    remark(on: recorded)
    var days = recorded.days.filter { $0.isOpenAtAll && $0.weekday != nil }
    settleMissing(&days)
    dropDeadTail(&days)
    dropVanished(&days)
    for index in days.indices where days[index].factor != 1 {
      days[index].arrivals = days[index].arrivals.map { $0.map { $0 / days[index].factor } }
    }
    remarkOnSpecial(days)
    let special = days.filter { !$0.isOrdinary }
    days.removeAll { !$0.isOrdinary }
    dropOddDays(&days)
    dropOddCells(&days)
    let usable = (days + special).sorted { $0.date < $1.date }.compactMap { day in
      day.weekday.map {
        PastDay(date: day.date, weekday: $0, arrivals: day.arrivals, special: day.special)
      }
    }
    return CleanPast(
      days: usable.filter { $0.arrivals.contains { $0 != nil } },
      findings: findings,
      hygiene: entries
    )
  }

  /// Treats open days without rows as unknown, or as days without contacts.
  private mutating func settleMissing(_ days: inout [RecordedDay]) {
    let missing = days.filter { !$0.hasRows }.map(\.date)
    guard !missing.isEmpty else { return }
    let isLeftOut = log(.gaps, missing, missing.count, .days)
    note(
      .warning,
      "no rows on \(list(missing)), although the queue is open; "
        + (isLeftOut ? "left out" : "taken as days without contacts"),
      "Mark closed days in calendar.csv, or add the rows. "
        + advice(.gaps, "count them as days without contacts")
    )
    if isLeftOut {
      days.removeAll { !$0.hasRows }
    } else {
      for index in days.indices where !days[index].hasRows {
        days[index].arrivals = days[index].isOpen.map { $0 ? 0 : nil }
        days[index].isKept = true
      }
    }
  }

  private mutating func dropDeadTail(_ days: inout [RecordedDay]) {
    let totals = days.filter { $0.isOrdinary && !$0.isKept }.compactMap { day in
      day.weekday.map { (date: day.date, weekday: $0, total: day.total) }
    }
    guard let start = DeadTail.start(of: totals) else { return }
    let isInTail = { (day: RecordedDay) in day.date >= start && !day.isKept }
    let tail = days.filter(isInTail).map(\.date)
    let isLeftOut = log(.deadTail, tail, tail.count, .days)
    if isLeftOut {
      days.removeAll(where: isInTail)
    } else {
      for index in days.indices where days[index].date >= start { days[index].isKept = true }
    }
    note(
      .warning,
      "the history is dead from \(start) on: \(tail.count) days of zeros or near-zeros; "
        + (isLeftOut ? "left out" : "kept"),
      "Check the export. If the queue really stopped, remove it from scenario.yaml. "
        + advice(.deadTail, "keep the days")
    )
  }

  /// Leaves out days whose factor is so small that dividing by it would only magnify noise.
  private mutating func dropVanished(_ days: inout [RecordedDay]) {
    let dropped = days.filter { $0.factor < 0.05 }.map(\.date)
    guard !dropped.isEmpty else { return }
    days.removeAll { $0.factor < 0.05 }
    note(
      .note,
      "days of the past with a factor below 0.05 (\(list(dropped))) are left out",
      "Mark them closed in calendar.csv if no contacts were taken."
    )
  }

  private mutating func remarkOnSpecial(_ days: [RecordedDay]) {
    let special = days.filter { !$0.isOrdinary }.map(\.date)
    guard !special.isEmpty else { return }
    note(
      .note,
      "special days of the past without a factor (\(list(special))): the calendar process learns"
        + " from them, other methods leave them out",
      "Give them a factor in calendar.csv if you know it."
    )
  }

  /// Up to five dates, then how many more.
  func list(_ dates: [LocalDate]) -> String {
    let shown = dates.prefix(5).map { "\($0) (\($0.weekday.abbreviation))" }
    let rest = dates.count - shown.count
    return shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }

  /// Enters a fault and says whether it is to be treated.
  mutating func log(
    _ fault: HygieneFault,
    _ dates: [LocalDate],
    _ count: Int,
    _ unit: HygieneEntry.Unit
  ) -> Bool {
    let treats = hygiene.treats(fault)
    entries.append(
      HygieneEntry(
        queue: queue,
        fault: fault,
        dates: dates,
        count: count,
        unit: unit,
        isTreated: treats
      )
    )
    return treats
  }

  /// How to switch a treatment off, or on where it is off.
  func advice(_ fault: HygieneFault, _ otherwise: String = "keep them") -> String {
    hygiene.treats(fault)
      ? "Or set hygiene.\(fault.rawValue) to no under forecast in scenario.yaml to \(otherwise)."
      : "hygiene.\(fault.rawValue) is no in scenario.yaml; set it to yes to have this treated."
  }

  mutating func note(_ severity: Diagnostic.Severity, _ message: String, _ suggestion: String) {
    findings.append(
      Diagnostic(
        severity,
        file: "contacts.csv",
        message: "queue '\(queue)': \(message).",
        suggestion: suggestion
      )
    )
  }
}
