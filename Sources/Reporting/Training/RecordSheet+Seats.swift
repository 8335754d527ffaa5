import Workforce

extension FigureSheet {
  /// The classes to come in which a person has a seat.
  static func seats(_ passport: TrainingPassport) -> FigureTable {
    let person = passport.record.employee.id
    let booked = passport.sessions.filter { session in
      session.attendees.contains(person) && passport.date <= session.start.date
    }
    return FigureTable(
      name: "seats",
      title: "Seats booked",
      nothing: "None.",
      columns: [
        FigureTable.Column("session", "Class"), FigureTable.Column("course", "Course"),
        FigureTable.Column("start", "Start"), FigureTable.Column("end", "End"),
        FigureTable.Column("room", "Room"),
      ],
      rows: booked.sorted { ($0.start, $0.id) < ($1.start, $1.id) }.map { session in
        FigureTable.Row([
          .text(session.id), .text(session.course), .text(session.start.description),
          .text(session.end.description), .text(session.room ?? ""),
        ])
      }
    )
  }

  /// What a person was put on.
  static func enrolments(_ passport: TrainingPassport) -> FigureTable {
    let record = passport.record
    let all =
      record.enrolments.map { ($0.from, $0.curriculum, "", $0.cohort) }
      + record.courseEnrolments.map { ($0.from, $0.course, $0.session ?? "", $0.cohort) }
    return FigureTable(
      name: "enrolments",
      title: "Enrolments",
      nothing: "None.",
      columns: [
        FigureTable.Column("from", "From"),
        FigureTable.Column("name", "Curriculum or course"),
        FigureTable.Column("session", "Class"), FigureTable.Column("cohort", "Cohort"),
      ],
      rows: all.sorted { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }.map { entry in
        FigureTable.Row([
          .text(entry.0.description), .text(entry.1), .text(entry.2), .text(entry.3),
        ])
      }
    )
  }
}
