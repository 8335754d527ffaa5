import Workforce

/// `attendance.csv`.
enum AttendanceFile {
  static let name = "attendance.csv"
  static let columns = ["employee", "session", "minutes", "reference"]

  /// Reads all rows, and sees that references are unique.
  static func read(_ bytes: [UInt8], findings: FileFindings, _ context: FolderContext)
    -> [Attendance]
  {
    uniqueRows(findings, reference: \.reference) { each(bytes, findings: findings, context, $0) }
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

  static func cells(_ attendance: Attendance) -> [String] {
    [attendance.employee, attendance.session, String(attendance.minutes), attendance.reference]
  }
}
