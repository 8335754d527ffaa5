import Workforce

/// `mentoring.csv`.
enum MentoringFile {
  static let name = "mentoring.csv"
  static let columns = ["employee", "mentor", "from", "until"]

  static func read(_ bytes: [UInt8], findings: FileFindings, _ context: FolderContext)
    -> [Mentoring]
  {
    var mentorings: [Mentoring] = []
    each(bytes, findings: findings, context) { pair, _ in mentorings.append(pair) }
    return mentorings
  }

  /// Reads row by row; gives each sound row with its line.
  static func each(
    _ bytes: [UInt8],
    findings: FileFindings,
    _ context: FolderContext,
    _ body: (Mentoring, Int) throws -> Void
  ) rethrows {
    guard var table = CSVTable(bytes, required: columns, findings: findings) else { return }
    let (employees, mentors) = (table.column("employee"), table.column("mentor"))
    let (froms, untils) = (table.column("from"), table.column("until"))
    while table.next() {
      let employee = table.employee(employees, context)
      let mentor = table.employee(mentors, context)
      let from = table.value(froms, .date)
      let until = table.value(untils, .date)
      guard let employee, let mentor, let from, let until else { continue }
      if employee == mentor { table.report("own mentor", .ownMentor(employee)) }
      if until < from {
        table.report("until before from", .untilBeforeFrom("\(from)", "\(until)"))
      }
      guard employee != mentor, until >= from else { continue }
      try body(
        Mentoring(employee: employee, mentor: mentor, from: from, until: until),
        table.line
      )
    }
  }

  /// The file's text.
  static func text(_ mentorings: [Mentoring]) -> [UInt8] {
    var csv = CSVText(header: columns)
    for pair in mentorings {
      csv.append([pair.employee, pair.mentor, pair.from.description, pair.until.description])
    }
    return csv.bytes
  }
}
