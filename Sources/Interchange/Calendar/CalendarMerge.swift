import Workforce

/// The two calendars of a scenario as one.
struct CalendarMerge {
  /// Entries of `calendar.csv`, ascending.
  let table: [CalendarEntry]
  /// Entries of `calendar.ics`, ascending.
  let events: [CalendarEntry]

  /// All entries, ascending; where both have a date and kind, that of `calendar.csv` counts.
  ///
  /// `findings` are those of `calendar.ics`.
  func entries(_ findings: FileFindings?) -> [CalendarEntry] {
    let known = Set(table.map(Self.key))
    let kept = events.filter { !known.contains(Self.key($0)) }
    let hidden = events.count - kept.count
    if hidden > 0 { findings?.report("hidden days", severity: .note, .hiddenDays(hidden)) }
    let all = table + kept
    let order = all.indices.sorted { (all[$0].date, $0) < (all[$1].date, $1) }
    return order.map { all[$0] }
  }

  private static func key(_ entry: CalendarEntry) -> CalendarEntry {
    CalendarEntry(date: entry.date, kind: entry.kind, name: "")
  }
}
