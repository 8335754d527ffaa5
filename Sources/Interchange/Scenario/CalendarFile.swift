import Workforce

/// `calendar.csv`.
enum CalendarFile {
  static let name = "calendar.csv"
  static let required = ["date", "kind", "name"]
  static let optional = ["factor"]

  static func read(_ bytes: [UInt8], findings: FileFindings) -> [CalendarEntry] {
    guard
      var table = CSVTable(bytes, required: required, optional: optional, findings: findings)
    else { return [] }
    let (dates, kinds) = (table.column("date"), table.column("kind"))
    let (names, factors) = (table.column("name"), table.column("factor"))
    var entries: [CalendarEntry] = []
    var lines: [CalendarEntry: Int] = [:]
    while table.next() {
      let date = table.value(dates, .date)
      let kind = table.value(kinds, .calendarKind)
      let factor = table.optional(factors, .number(atLeast: 0))
      guard let date, let kind else { continue }
      let key = CalendarEntry(date: date, kind: kind, name: "")
      if let first = lines[key] {
        table.report("duplicate day", .duplicateDay(date, kind.rawValue, line: first))
      }
      lines[key] = table.line
      entries.append(
        CalendarEntry(date: date, kind: kind, name: table.text(names), factor: factor)
      )
    }
    let order = entries.indices.sorted { (entries[$0].date, $0) < (entries[$1].date, $1) }
    return order.map { entries[$0] }
  }

  /// The file's text.
  static func text(_ entries: [CalendarEntry]) -> [UInt8] {
    var csv = CSVText(header: required + optional)
    for entry in entries {
      csv.append([
        entry.date.description, entry.kind.rawValue, entry.name,
        entry.factor.map(Numbers.text) ?? "",
      ])
    }
    return csv.bytes
  }
}
