import Workforce

/// `mentoring.csv`.
enum MentoringFile {
  static let name = "mentoring.csv"
  static let columns = ["employee", "mentor", "from", "until"]

  static func read(_ bytes: [UInt8], findings: FileFindings, _ context: FolderContext)
    -> [Mentoring]
  {
    guard var table = CSVTable(bytes, required: columns, findings: findings) else { return [] }
    let (employees, mentors) = (table.column("employee"), table.column("mentor"))
    let (froms, untils) = (table.column("from"), table.column("until"))
    var mentorings: [Mentoring] = []
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
      mentorings.append(Mentoring(employee: employee, mentor: mentor, from: from, until: until))
    }
    return mentorings
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
