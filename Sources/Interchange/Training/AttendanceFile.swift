import Workforce

/// `attendance.csv`.
enum AttendanceFile {
  static let name = "attendance.csv"
  static let columns = ["employee", "session", "minutes", "reference"]

  /// Reads all rows, and sees that references are unique.
  static func read(_ bytes: [UInt8], findings: FileFindings, _ context: FolderContext)
    -> [Attendance]
  {
    var lines = FirstLines<String>()
    var attendances: [Attendance] = []
    each(bytes, findings: findings, context) { attendance, line in
      if let first = lines.earlier(attendance.reference, line: line) {
        findings.report(
          "reference",
          line: line,
          .duplicateReference("reference", attendance.reference, line: first)
        )
      }
      attendances.append(attendance)
    }
    return attendances
  }

  /// Reads row by row; gives each sound row with its line.
  static func each(
    _ bytes: [UInt8],
    findings: FileFindings,
    _ context: FolderContext,
    _ body: (Attendance, Int) throws -> Void
  ) rethrows {
    guard var table = CSVTable(bytes, required: columns, findings: findings) else { return }
    let (employees, sessions) = (table.column("employee"), table.column("session"))
    let (minutes, references) = (table.column("minutes"), table.column("reference"))
    while table.next() {
      let employee = table.employee(employees, context)
      let session = table.member(sessions, "session", of: context.training?.sessions)
      let length = table.value(minutes, .wholeNumber(0...100_000))
      let reference = table.value(references, .text)
      guard let employee, let session, let length, let reference else { continue }
      try body(
        Attendance(employee: employee, session: session, minutes: length, reference: reference),
        table.line
      )
    }
  }

  /// The file's text.
  static func text(_ attendances: [Attendance]) -> [UInt8] {
    var csv = CSVText(header: columns)
    for entry in attendances {
      csv.append([entry.employee, entry.session, String(entry.minutes), entry.reference])
    }
    return csv.bytes
  }
}
