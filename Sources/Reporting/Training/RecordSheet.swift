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
        person.team.isEmpty ? "" : "Team \(person.team), ", "site \(person.site)",
        person.hired.map { ", hired \($0)" } ?? "",
        person.leaves.map { ", leaves \($0)" } ?? "", ".",
      ].joined().capitalizedFirst,
      facts: [],
      tables: [
        Self.needs(passport.due), Self.seats(passport), Self.enrolments(passport),
        Self.stages(passport), Self.certificates(passport),
        Self.classes(passport), Self.assessments(record.records.assessments),
        Self.mentors(record.mentorings),
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
        FigureTable.Column("courses", "Courses"), FigureTable.Column("state", "State"),
      ],
      rows: passport.stages.map { entry in
        let state =
          passport.date < entry.from
          ? "to come" : passport.date < entry.until ? "now" : "over"
        return FigureTable.Row([
          .text(entry.curriculum), .text(entry.stage.name), .text(entry.from.description),
          .text(entry.until.description), .text(entry.stage.courses.joined(separator: ", ")),
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
      rows: passport.record.certifications.map { certificate in
        let date = passport.date
        let state =
          certificate.isRevoked
          ? "taken back"
          : certificate.from.date > date
            ? "to come"
            : certificate.lapses.map { $0.date > date } ?? true ? "in force" : "lapsed"
        return FigureTable.Row(
          [
            .text(certificate.course), .text(certificate.attained.description),
            .text(certificate.lapses.map(\.shownText) ?? "never"),
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
    return FigureTable(
      name: "classes",
      title: "Classes",
      columns: [
        FigureTable.Column("session", "Class"), FigureTable.Column("course", "Course"),
        FigureTable.Column("start", "Start"),
        FigureTable.Column("minutes", "Minutes present", isNumber: true),
        FigureTable.Column("reference", "Reference"),
      ],
      rows: passport.record.records.attendances.map { attendance in
        let session = sessions[attendance.session]
        return FigureTable.Row(
          [
            .text(attendance.session), session.map { .text($0.course) } ?? .none,
            session.map { .text($0.start.description) } ?? .none, .count(attendance.minutes),
            .text(attendance.reference),
          ],
          isReplaced: replaced.contains(attendance.reference)
        )
      }
    )
  }

  private static func assessments(_ attempts: [AssessmentAttempt]) -> FigureTable {
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
        FigureTable.Column("result", "Result", isNumber: true),
        FigureTable.Column("examiner", "Examiner", isWide: true),
        FigureTable.Column("reference", "Reference", isNumber: true),
        FigureTable.Column("corrects", "Corrects", isNumber: true),
        FigureTable.Column("reason", "Reason", isWide: true),
      ],
      rows: attempts.map { attempt in
        FigureTable.Row(
          [
            .text(attempt.course), .text(attempt.sat.shownText), .count(attempt.attempt),
            .share(attempt.score.value), .share(attempt.passMark.value),
            .text(attempt.isPassed ? "passed" : "failed"), .text(attempt.examiner),
            .text("\(attempt.source) \(attempt.reference)"),
            .text(attempt.corrects ?? ""), .text(attempt.reason ?? ""),
          ],
          isReplaced: replaced.contains([attempt.source, attempt.reference])
        )
      }
    )
  }

  private static func mentors(_ mentorings: [Mentoring]) -> FigureTable {
    FigureTable(
      name: "mentors",
      title: "Mentors",
      columns: [
        FigureTable.Column("employee", "Employee"), FigureTable.Column("mentor", "Mentor"),
        FigureTable.Column("from", "From"), FigureTable.Column("until", "To"),
      ],
      rows: mentorings.map { pair in
        FigureTable.Row([
          .text(pair.employee), .text(pair.mentor), .text(pair.from.description),
          .text(pair.until.description),
        ])
      }
    )
  }
}

extension LocalDateTime {
  /// The date alone at midnight, else date and time.
  var shownText: String { secondOfDay == 0 ? date.description : description }
}
