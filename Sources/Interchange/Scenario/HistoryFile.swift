import Workforce

/// `history.csv`: the last weeks' shifts.
enum HistoryFile {
  static let name = "history.csv"
  static let columns = ["employee", "shift_start", "shift_end"]
  static let optional = ["paid_minutes"]

  static func read(_ bytes: [UInt8], findings: FileFindings, _ context: FolderContext)
    -> [PastDuty]
  {
    guard
      var table = CSVTable(bytes, required: columns, optional: optional, findings: findings)
    else { return [] }
    let employees = table.column("employee")
    let (starts, ends) = (table.column("shift_start"), table.column("shift_end"))
    let paid = table.column("paid_minutes")
    var duties: [PastDuty] = []
    while table.next() {
      let employee = table.employee(employees, context)
      let start = time(starts, of: employee, table, context)
      let end = time(ends, of: employee, table, context)
      let minutes = table.optional(paid, .wholeNumber(0...2880))
      guard let employee, let start, let end else { continue }
      guard start < end else {
        table.report("end before start", .endBeforeStart("shift", start, end))
        continue
      }
      let duty = PastDuty(
        employee: employee,
        start: start,
        end: end,
        paid: minutes.map(Duration.minutes)
      )
      check(duty, table, context)
      duties.append(duty)
    }
    return duties
  }

  /// No more than the whole shift is paid.
  private static func check(_ duty: PastDuty, _ table: CSVTable, _ context: FolderContext) {
    guard let paid = duty.paid, let zone = context.zone(of: duty.employee) else { return }
    let start = zone.instant(at: duty.start)
    let end = zone.instant(at: duty.end)
    let minutes = end.minutes(since: start)
    guard paid.wholeMinutes > minutes else { return }
    table.report("paid minutes", .paidBeyond(paid.wholeMinutes, minutes))
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

  /// The file's text; paid minutes are written where some are known.
  static func text(_ duties: [PastDuty]) -> [UInt8] {
    let hasPaid = duties.contains { $0.paid != nil }
    var csv = CSVText(header: columns + (hasPaid ? optional : []))
    for duty in duties {
      let cells = [duty.employee, duty.start.description, duty.end.description]
      let paid = duty.paid.map { String($0.wholeMinutes) } ?? ""
      csv.append(hasPaid ? cells + [paid] : cells)
    }
    return csv.bytes
  }
}
