public import Workforce

extension FigureSheet {
  /// Somebody's training record.
  public init(_ passport: TrainingPassport) {
    let record = passport.record
    let person = record.employee
    self.init(
      kind: "Training record",
      title: "\(person.name) (\(person.id))",
      context: "\(passport.center), \(passport.date)",
      lead: [
        person.team.isEmpty ? "" : "\(person.team), ", "site \(person.site)",
        person.hired.map { ", hired \($0.mediumText)" } ?? "",
        person.leaves.map { ", leaves \($0.mediumText)" } ?? "", ".",
      ].joined().capitalizedFirst,
      facts: [],
      tables: [
        Self.needs(passport.due, passport.titles, nil, isOwn: true), Self.seats(passport),
        Self.enrolments(passport), Self.stages(passport),
        Self.certificates(passport), Self.classes(passport),
        Self.assessments(record.records.assessments, passport.titles),
        Self.mentors(record.mentorings, of: person.id),
      ].map(Self.titled),
      notes: [
        "What a correction replaced is crossed out; the correction stands below it with its reason."
      ]
    )
  }

  private static func titled(_ table: FigureTable) -> FigureTable {
    var table = table
    if table.name == "people" {
      table.name = "due"
      table.title = "Due within a year"
      table.nothing = "Nothing."
    }
    return table
  }

  private static func stages(_ passport: TrainingPassport) -> FigureTable {
    FigureTable(
      name: "stages",
      title: "Stages",
      columns: [
        FigureTable.Column("curriculum", "Curriculum"), FigureTable.Column("stage", "Stage"),
        FigureTable.Column("from", "From"), FigureTable.Column("until", "To before"),
        FigureTable.Column("courses", "Courses", isOptional: true),
        FigureTable.Column("state", "State"),
      ],
      rows: passport.stages.map { entry in
        let state =
          passport.date < entry.from
          ? "to come" : passport.date < entry.until ? "now" : "over"
        return FigureTable.Row([
          .text(entry.curriculum), .text(entry.stage.name), .date(entry.from), .date(entry.until),
          .named(
            entry.stage.courses.joined(separator: ", "),
            title: entry.stage.courses.map { passport.titles[$0] }.joined(separator: ", ")
          ),
          .text(state),
        ])
      }
    )
  }

  private static func certificates(_ passport: TrainingPassport) -> FigureTable {
    FigureTable(
      name: "certificates",
      title: "Certificates",
      columns: [
        FigureTable.Column("course", "Course"), FigureTable.Column("attained", "Attained"),
        FigureTable.Column("lapses", "Lapses"), FigureTable.Column("reference", "Reference"),
        FigureTable.Column("state", "State"),
      ],
      rows: passport.record.certifications.sorted {
        ($0.attained, $0.course, $0.reference) < ($1.attained, $1.course, $1.reference)
      }.map { certificate in
        let date = passport.date
        let state =
          certificate.isRevoked
          ? certificate.revocationReason.map { "taken back: \($0)" } ?? "taken back"
          : certificate.from.date > date
            ? "to come"
            : certificate.lapses.map { $0.date > date } ?? true ? "in force" : "lapsed"
        return FigureTable.Row(
          [
            .named(certificate.course, title: passport.titles[certificate.course]),
            .date(certificate.attained),
            certificate.lapses.map { .moment($0) } ?? .text("never"),
            .text(certificate.reference), .text(state),
          ],
          isReplaced: certificate.isRevoked
        )
      }
    )
  }

  private static func classes(_ passport: TrainingPassport) -> FigureTable {
    let sessions = Dictionary(passport.sessions.map { ($0.id, $0) }) { first, _ in first }
    let replaced = Set(passport.record.records.attendances.compactMap(\.replaced))
    let attended = passport.record.records.attendances.map { ($0, sessions[$0.session]) }
    return FigureTable(
      name: "classes",
      title: "Classes",
      columns: [
        FigureTable.Column("session", "Class"), FigureTable.Column("course", "Course"),
        FigureTable.Column("start", "Start"),
        FigureTable.Column("minutes", "Minutes present", isNumber: true),
        FigureTable.Column("reference", "Reference"),
      ],
      rows: attended.sorted {
        ($0.1?.start.description ?? "", $0.0.session, $0.0.reference) < (
          $1.1?.start.description ?? "", $1.0.session, $1.0.reference
        )
      }.map { attendance, session in
        FigureTable.Row(
          [
            .text(attendance.session),
            session.map { .named($0.course, title: passport.titles[$0.course]) } ?? .none,
            session.map { .moment($0.start) } ?? .none, .count(attendance.minutes),
            .text(attendance.reference),
          ],
          isReplaced: replaced.contains(attendance.reference)
        )
      }
    )
  }

  private static func assessments(_ attempts: [AssessmentAttempt], _ titles: CourseTitles)
    -> FigureTable
  {
    let replaced = Set(
      attempts.compactMap { attempt in
        attempt.corrects.map { [attempt.source, $0] }
      }
    )
    return FigureTable(
      name: "assessments",
      title: "Assessments",
      columns: [
        FigureTable.Column("course", "Course"), FigureTable.Column("sat", "Sat"),
        FigureTable.Column("attempt", "Attempt", isNumber: true),
        FigureTable.Column("score", "Score", isNumber: true),
        FigureTable.Column("pass_mark", "Mark", isNumber: true),
        FigureTable.Column("result", "Result"),
        FigureTable.Column("examiner", "Examiner", isWide: true, isOptional: true),
        FigureTable.Column("reference", "Reference"),
        FigureTable.Column("corrects", "Corrects", isOptional: true),
        FigureTable.Column("reason", "Reason", isWide: true, isOptional: true),
      ],
      rows: byDate(attempts).map { attempt in
        FigureTable.Row(
          [
            .named(attempt.course, title: titles[attempt.course]), .moment(attempt.sat),
            .count(attempt.attempt), .share(attempt.score.value), .share(attempt.passMark.value),
            .text(attempt.isPassed ? "passed" : "failed"), .text(attempt.examiner),
            .text("\(attempt.source) \(attempt.reference)"),
            .text(attempt.corrects ?? ""), .text(attempt.reason ?? ""),
          ],
          isReplaced: replaced.contains([attempt.source, attempt.reference])
        )
      }
    )
  }

  /// By moment; a correction stands below what it corrects, whatever moment it gives.
  private static func byDate(_ attempts: [AssessmentAttempt]) -> [AssessmentAttempt] {
    let places = Dictionary(
      attempts.enumerated().map { ([$1.source, $1.reference], $0) }
    ) { first, _ in first }
    let first = attempts.indices.map { index in
      var (root, steps) = (index, 0)
      while let corrected = attempts[root].corrects, steps < attempts.count,
        let place = places[[attempts[root].source, corrected]]
      {
        (root, steps) = (place, steps + 1)
      }
      return (index: index, root: attempts[root], depth: steps)
    }
    return first.sorted {
      ($0.root.sat, $0.root.attempt, $0.root.reference, $0.depth, $0.index)
        < ($1.root.sat, $1.root.attempt, $1.root.reference, $1.depth, $1.index)
    }.map { attempts[$0.index] }
  }

  private static func mentors(_ mentorings: [Mentoring], of person: String) -> FigureTable {
    let own = { (id: String) in FigureTable.Cell.named(id, title: id == person ? "" : id) }
    return FigureTable(
      name: "mentors",
      title: "Mentors",
      columns: [
        FigureTable.Column("employee", "Mentor of", isOptional: true),
        FigureTable.Column("mentor", "Mentored by", isOptional: true),
        FigureTable.Column("from", "From"), FigureTable.Column("until", "To"),
      ],
      rows: mentorings.sorted {
        ($0.from, $0.employee, $0.mentor) < ($1.from, $1.employee, $1.mentor)
      }.map { pair in
        FigureTable.Row([
          own(pair.employee), own(pair.mentor), .date(pair.from), .date(pair.until),
        ])
      }
    )
  }
}
