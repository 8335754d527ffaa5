/// A table with records of training; its rows are themselves what the trail hashes.
public enum TrainingTable: String, CaseIterable, Sendable {
  /// The names of courses.
  case course
  /// The classes, without people.
  case classSession
  /// Who teaches and who attends a class.
  case classPerson
  /// The certificates.
  case certification
  /// Which of them were taken back, and why.
  case revocation
  /// Who was put on a curriculum or a course.
  case enrolment
  /// The days of pairs, without people.
  case mentoring
  /// Who looks after whom.
  case mentoringPerson
  /// Who was at which class.
  case attendance
  /// The assessments, corrections among them.
  case assessment
  /// How people's work was.
  case performance

  /// False where rows are about nobody.
  var isPersonal: Bool {
    switch self {
    case .course, .classSession, .mentoring: false
    default: true
    }
  }

  /// The columns that are hashed: names instead of keys of courses and classes.
  private var columns: String {
    switch self {
    case .course: "t.name"
    case .classSession: "t.id, c.name, t.startLocal, t.endLocal, t.room, t.site, t.seats"
    case .classPerson: "s.id, t.role"
    case .certification: "c.name, t.attained, t.fromLocal, t.lapsesLocal, t.reference"
    case .revocation: "t.certification, t.reason"
    case .enrolment: "t.curriculum, c.name, s.id, t.cohort, t.fromDate"
    case .mentoring: "t.fromDate, t.untilDate"
    case .mentoringPerson: "t.mentoring, t.role"
    case .attendance: "s.id, t.minutes, t.reference"
    case .assessment:
      "c.name, s.id, t.sat, t.attempt, t.score, t.passMark, t.examiner, t.evidence, t.source, "
        + "t.reference, t.corrects, t.reason"
    case .performance: "t.date, t.measure, t.cases, t.mean"
    }
  }

  private var joins: String {
    let columns = self.columns
    return (columns.contains("c.name") ? " LEFT JOIN course c ON c.key = t.course" : "")
      + (columns.contains("s.id") ? " LEFT JOIN classSession s ON s.key = t.session" : "")
  }

  /// How the trail hashes and erases its rows.
  var hashed: HashedTable {
    let person = isPersonal ? "t.employee = :employee" : ":employee IS NULL"
    return HashedTable(
      source: rawValue,
      rows: """
        SELECT t.key, \(columns) FROM \(rawValue) t\(joins)
        WHERE \(person) AND t.entry = :entry ORDER BY t.key
        """,
      strays: """
        SELECT count(*) FROM \(rawValue) t WHERE NOT EXISTS (
          SELECT 1 FROM auditPayload p WHERE p.source = '\(rawValue)' AND p.entry = t.entry
            AND p.employee \(isPersonal ? "= t.employee" : "IS NULL")
        )
        """,
      erase: isPersonal ? "DELETE FROM \(rawValue) WHERE employee = :employee" : nil
    )
  }
}
