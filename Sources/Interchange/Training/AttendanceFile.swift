import Workforce

/// `attendance.csv`.
enum AttendanceFile {
  static let name = "attendance.csv"
  static let columns = ["employee", "session", "minutes", "reference"]

  static func read(_ bytes: [UInt8], findings: FileFindings, _ context: FolderContext)
    -> [Attendance]
  {
    guard var table = CSVTable(bytes, required: columns, findings: findings) else { return [] }
    let (employees, sessions) = (table.column("employee"), table.column("session"))
    let (minutes, references) = (table.column("minutes"), table.column("reference"))
    var lines = FirstLines<String>()
    var attendances: [Attendance] = []
    while table.next() {
      let employee = table.employee(employees, context)
      let session = table.member(sessions, "session", of: context.training?.sessions)
      let length = table.value(minutes, .wholeNumber(0...100_000))
      let reference = table.value(references, .text)
      if let reference, let first = lines.earlier(reference, line: table.line) {
        table.report("reference", .duplicateReference("reference", reference, line: first))
      }
      guard let employee, let session, let length, let reference else { continue }
      attendances.append(
        Attendance(employee: employee, session: session, minutes: length, reference: reference)
      )
    }
    return attendances
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
