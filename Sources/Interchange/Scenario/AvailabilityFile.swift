import Workforce

/// `availability.csv`.
enum AvailabilityFile {
  static let name = "availability.csv"
  static let columns = ["employee", "day", "from", "to"]

  static func read(_ bytes: [UInt8], findings: FileFindings, _ context: FolderContext)
    -> [Availability]
  {
    guard var table = CSVTable(bytes, required: columns, findings: findings) else { return [] }
    let (employees, days) = (table.column("employee"), table.column("day"))
    let (froms, tos) = (table.column("from"), table.column("to"))
    var lines: [Availability] = []
    while table.next() {
      let employee = table.employee(employees, context)
      let day = table.value(days, .day)
      let from = table.optional(froms, .clock)
      let to = table.optional(tos, .clock)
      if table.range(froms).isEmpty != table.range(tos).isEmpty {
        table.report("half a window", .halfWindow(table.text(froms), table.text(tos)))
        continue
      }
      if let from, from == .endOfDay { table.report("window start", .startAtEnd) }
      guard let employee, let day else { continue }
      let window = from.flatMap { from in to.map { ClockWindow(start: from, end: $0) } }
      lines.append(Availability(employee: employee, days: day, window: window))
    }
    return lines
  }

  /// The file's text.
  static func text(_ lines: [Availability]) -> [UInt8] {
    var csv = CSVText(header: columns)
    for line in lines {
      csv.append([
        line.employee, line.days.text, line.window?.start.description ?? "",
        line.window?.end.description ?? "",
      ])
    }
    return csv.bytes
  }
}
