import Workforce

/// The calendar of a new scenario: one that was given, and days without contacts.
struct StartCalendar {
  /// Entries that the user gave.
  let given: [CalendarEntry]
  /// Dates without any contact that are open otherwise, ascending.
  let empty: [LocalDate]

  /// All entries, ascending, and a note on what was inferred.
  ///
  /// A given holiday without contacts was a closure. So are those of its name in the future, if all
  /// that the history covers were.
  func entries(before end: LocalDate, _ notes: inout [Diagnostic]) -> [CalendarEntry] {
    let names = closedNames(before: end)
    var calendar = given.map { entry -> CalendarEntry in
      var entry = entry
      let isEmpty = isPlainHoliday(entry) && empty.contains(entry.date)
      let isFuture = isPlainHoliday(entry) && entry.date >= end && names.contains(entry.name)
      if isEmpty || isFuture { entry.kind = .closed }
      return entry
    }
    if calendar != given { notes.append(holidayNote(names)) }
    let closed = Set(calendar.filter { $0.kind == .closed }.map(\.date))
    let others = empty.filter { !closed.contains($0) }
    if !others.isEmpty { notes.append(emptyNote(others)) }
    calendar += others.map {
      CalendarEntry(date: $0, kind: .closed, name: CalendarEntry.assumedClosure)
    }
    let order = calendar.indices.sorted { (calendar[$0].date, $0) < (calendar[$1].date, $1) }
    return unique(order.map { calendar[$0] })
  }

  private func isPlainHoliday(_ entry: CalendarEntry) -> Bool {
    entry.kind == .holiday && entry.factor == nil
  }

  /// Names of holidays that had no contacts whenever the history covers them, in order.
  private func closedNames(before end: LocalDate) -> [String] {
    let past = given.filter { isPlainHoliday($0) && $0.date < end && !$0.name.isEmpty }
    var names: [String] = []
    for entry in past where empty.contains(entry.date) && !names.contains(entry.name) {
      let all = past.filter { $0.name == entry.name && !$0.date.weekday.isWeekend }
      if all.allSatisfy({ empty.contains($0.date) }) { names.append(entry.name) }
    }
    return names
  }

  /// Of a date and kind the first entry.
  private func unique(_ entries: [CalendarEntry]) -> [CalendarEntry] {
    var seen: Set<CalendarEntry> = []
    return entries.filter { entry in
      seen.insert(CalendarEntry(date: entry.date, kind: entry.kind, name: "")).inserted
    }
  }

  private func holidayNote(_ names: [String]) -> Diagnostic {
    let shown = names.prefix(8).joined(separator: ", ") + (names.count > 8 ? " …" : "")
    return BareSeries.note(
      "holidays of the calendar without contacts are entered as closed"
        + (names.isEmpty ? "" : ", also in the future: \(shown)"),
      "Correct calendar.csv where the center is open."
    )
  }

  private func emptyNote(_ dates: [LocalDate]) -> Diagnostic {
    let shown = dates.prefix(5).map(\.description).joined(separator: ", ")
    let rest = dates.count > 5 ? " and \(dates.count - 5) more" : ""
    return BareSeries.note(
      "no contacts on \(shown)\(rest), days that are open otherwise; entered as closed",
      "Correct calendar.csv if they were not."
    )
  }
}
