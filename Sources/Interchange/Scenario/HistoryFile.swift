import Workforce

/// `history.csv`: the last weeks' shifts.
enum HistoryFile {
  static let name = "history.csv"
  static let columns = ["employee", "shift_start", "shift_end"]

  static func read(_ bytes: [UInt8], findings: FileFindings, _ context: FolderContext)
    -> [PastDuty]
  {
    guard var table = CSVTable(bytes, required: columns, findings: findings) else { return [] }
    let employees = table.column("employee")
    let (starts, ends) = (table.column("shift_start"), table.column("shift_end"))
    var duties: [PastDuty] = []
    while table.next() {
      let employee = table.employee(employees, context)
      let start = time(starts, of: employee, table, context)
      let end = time(ends, of: employee, table, context)
      guard let employee, let start, let end else { continue }
      guard start < end else {
        table.report("end before start", .endBeforeStart("shift", start, end))
        continue
      }
      duties.append(PastDuty(employee: employee, start: start, end: end))
    }
    return duties
  }

  private static func time(
    _ column: CSVColumn,
    of employee: String?,
    _ table: CSVTable,
    _ context: FolderContext
  ) -> LocalDateTime? {
    guard let local = table.value(column, .localTime) else { return nil }
    guard let zone = context.zone(of: employee),
      let problem = LocalTimes(zone: zone).skippedProblem(local, column.name)
    else { return local }
    table.report("skipped time", problem)
    return nil
  }

  /// The file's text.
  static func text(_ duties: [PastDuty]) -> [UInt8] {
    var csv = CSVText(header: columns)
    for duty in duties {
      csv.append([duty.employee, duty.start.description, duty.end.description])
    }
    return csv.bytes
  }
}
