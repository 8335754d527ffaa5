import Workforce

/// `enrolments.csv`.
enum EnrolmentsFile {
  static let name = "enrolments.csv"
  static let columns = ["employee", "curriculum", "course", "session", "cohort", "from"]

  /// A row: one of the two.
  enum Row {
    case curriculum(CurriculumEnrolment)
    case course(CourseEnrolment)
  }

  static func read(
    _ bytes: [UInt8],
    findings: FileFindings,
    _ context: FolderContext,
    into training: inout TrainingInputs
  ) {
    each(bytes, findings: findings, context) { row, line in
      switch row {
      case .curriculum(let enrolment): training.enrolments.append(enrolment)
      case .course(let enrolment):
        training.courseEnrolments.append(enrolment)
        if let problem = training.seat(enrolment) {
          findings.report("full class", line: line, problem)
        }
      }
    }
  }

  /// Reads row by row; gives each sound row with its line.
  static func each(
    _ bytes: [UInt8],
    findings: FileFindings,
    _ context: FolderContext,
    _ body: (Row, Int) throws -> Void
  ) rethrows {
    guard var table = CSVTable(bytes, required: columns, findings: findings) else { return }
    let (employees, froms) = (table.column("employee"), table.column("from"))
    let (curricula, cohorts) = (table.column("curriculum"), table.column("cohort"))
    while table.next() {
      let employee = table.employee(employees, context)
      let from = table.value(froms, .date)
      let cohort = table.text(cohorts)
      if table.range(curricula).isEmpty == table.range(table.column("course")).isEmpty {
        table.report("curriculum or course", .eitherOr("curriculum", "course"))
        continue
      }
      guard !table.range(curricula).isEmpty else {
        let course = course(table, context)
        guard let employee, let from, let course else { continue }
        let enrolment = CourseEnrolment(
          employee: employee,
          course: course.name,
          session: course.session,
          cohort: cohort,
          from: from
        )
        try body(.course(enrolment), table.line)
        continue
      }
      if !table.range(table.column("session")).isEmpty {
        table.report("session", .sessionWithoutCourse(table.text(table.column("session"))))
      }
      let name = table.member(curricula, "curriculum", of: context.training?.curricula)
      guard let employee, let from, let name else { continue }
      let enrolment = CurriculumEnrolment(
        employee: employee,
        curriculum: name,
        cohort: cohort,
        from: from
      )
      try body(.curriculum(enrolment), table.line)
    }
  }

  private static func course(_ table: CSVTable, _ context: FolderContext)
    -> (name: String, session: String?)?
  {
    let course = table.member(table.column("course"), "course", of: context.training?.courses)
    let session = table.optionalMember(
      table.column("session"),
      "session",
      of: context.training?.sessions
    )
    guard let course, let session else { return nil }
    if let id = session,
      let own = context.training?.training.sessions.first(where: { $0.id == id })?.course,
      own != course
    {
      table.report("session of another course", .otherCourse(id, own, course))
    }
    return (course, session)
  }

  /// The file's text: curricula first, then courses.
  static func text(_ training: TrainingInputs) -> [UInt8] {
    var csv = CSVText(header: columns)
    for enrolment in training.enrolments {
      csv.append([
        enrolment.employee, enrolment.curriculum, "", "", enrolment.cohort,
        enrolment.from.description,
      ])
    }
    for enrolment in training.courseEnrolments {
      csv.append([
        enrolment.employee, "", enrolment.course, enrolment.session ?? "", enrolment.cohort,
        enrolment.from.description,
      ])
    }
    return csv.bytes
  }
}
