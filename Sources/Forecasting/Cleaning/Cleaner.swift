import Workforce

/// A queue's past that methods may learn from, and what was found on the way.
struct CleanPast {
  var days: [PastDay]
  var findings: [Diagnostic]
}

/// Leaves out what is no ordinary demand, and says so.
struct Cleaner {
  let queue: String
  let cellMinutes: Int
  var findings: [Diagnostic] = []

  init(queue: String, cellMinutes: Int) {
    self.queue = queue
    self.cellMinutes = cellMinutes
  }

  mutating func clean(_ recorded: RecordedDays) -> CleanPast {
    remark(on: recorded)
    var days = recorded.days.filter { $0.isOpenAtAll && $0.weekday != nil }
    reportMissing(days)
    days.removeAll { !$0.hasRows }
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
      findings: findings
    )
  }

  private mutating func remark(on recorded: RecordedDays) {
    if let last = recorded.partialLast {
      note(
        .note,
        "the history ends at \(last), before closing time; this last interval may be incomplete"
          + " and is left out, the day counts up to it",
        "Export whole days to use all of it."
      )
    }
    if recorded.filledWithZero > 0 {
      note(
        .note,
        "\(recorded.filledWithZero) open intervals have no row and no row says 0, so they count"
          + " as 0",
        "Write rows with 0 to tell quiet intervals from missing ones."
      )
    }
    let outside = recorded.outsideOpening
    if outside > 0 {
      note(
        .warning,
        "\(rounded(outside)) of \(rounded(recorded.total)) contacts"
          + " (\(percent(outside / recorded.total))) came outside the opening hours and are left"
          + " out",
        "Widen opening_hours in scenario.yaml if they are to be served."
      )
    }
  }

  private mutating func reportMissing(_ days: [RecordedDay]) {
    let missing = days.filter { !$0.hasRows }.map(\.date)
    guard !missing.isEmpty else { return }
    note(
      .warning,
      "no rows on \(list(missing)), although the queue is open; left out",
      "Mark closed days in calendar.csv, or add the rows."
    )
  }

  private mutating func dropDeadTail(_ days: inout [RecordedDay]) {
    let totals = days.filter(\.isOrdinary).compactMap { day in
      day.weekday.map { (date: day.date, weekday: $0, total: day.total) }
    }
    guard let start = DeadTail.start(of: totals) else { return }
    let count = days.filter { $0.date >= start }.count
    days.removeAll { $0.date >= start }
    note(
      .warning,
      "the history is dead from \(start) on: \(count) days of zeros or near-zeros; left out",
      "Check the export. If the queue really stopped, remove it from scenario.yaml."
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

  private func rounded(_ count: Double) -> String { String(Int(count.rounded())) }

  private func percent(_ share: Double) -> String {
    "\(Double(Int((share * 1000).rounded())) / 10) %"
  }

  /// Up to five dates, then how many more.
  func list(_ dates: [LocalDate]) -> String {
    let shown = dates.prefix(5).map { "\($0) (\($0.weekday.abbreviation))" }
    let rest = dates.count - shown.count
    return shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
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
