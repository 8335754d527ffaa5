import GRDB
import Workforce

/// Reads records of training.
struct TrainingReading {
  /// Whose records are read.
  enum People {
    /// Those who have a place in rosters.
    case placed
    /// Everybody but those who were erased.
    case all
    /// One person, by key.
    case one(Int64)
  }

  let db: Database
  let people: People

  /// The condition on `employee e`.
  private var condition: String {
    switch people {
    case .placed: "e.position IS NOT NULL"
    case .all: "e.erasedAt IS NULL"
    case .one(let key): "e.key = \(key)"
    }
  }

  private func rows<Value>(_ sql: String, _ value: @escaping (Row) throws -> Value)
    -> RecordRows<Value>
  {
    RecordRows(db: db, sql: sql, value: value)
  }

  /// True when a table has a row of these people, one that a condition on `t` holds for.
  func has(_ table: TrainingTable, _ test: String = "1") throws -> Bool {
    let sql = """
      SELECT EXISTS (
        SELECT 1 FROM \(table.rawValue) t CROSS JOIN employee e ON e.key = t.employee
        WHERE \(condition) AND \(test)
      )
      """
    return try Bool.fetchOne(db, sql: sql) ?? false
  }

  /// A table's rows with their people, in the order in which they came.
  ///
  /// One person's rows are found by their index, everybody's in the order of the table.
  private func select(_ columns: String, _ table: TrainingTable, _ joins: String = "") -> String {
    let joined: String
    if case .one = people {
      joined = "employee e CROSS JOIN \(table.rawValue) t ON t.employee = e.key"
    } else {
      joined = "\(table.rawValue) t CROSS JOIN employee e ON e.key = t.employee"
    }
    return "SELECT e.id, \(columns) FROM \(joined) \(joins) WHERE \(condition) ORDER BY t.key"
  }

  private static let course = "JOIN course c ON c.key = t.course"
  private static let session = "LEFT JOIN classSession s ON s.key = t.session"

  func certifications() -> RecordRows<Certification> {
    let sql = select(
      "c.name, t.attained, t.fromLocal, t.lapsesLocal, t.reference, r.key IS NOT NULL, r.reason",
      .certification,
      "\(Self.course) LEFT JOIN revocation r ON r.certification = t.key"
    )
    return rows(sql) { row in
      let (lapses, reason) = (row[4] as String?, row[7] as String?)
      return Certification(
        employee: row[0],
        course: row[1],
        attained: try StoredText.date(row[2]),
        from: try StoredText.time(row[3]),
        lapses: try lapses.map(StoredText.time),
        reference: row[5],
        isRevoked: row[6],
        revocationReason: reason == TrainingWriter.unknownReason ? nil : reason
      )
    }
  }

  func assessments() -> RecordRows<AssessmentAttempt> {
    let sql = select(
      "c.name, s.id, t.sat, t.attempt, t.score, t.passMark, t.examiner, t.evidence, t.source, "
        + "t.reference, o.reference, t.reason",
      .assessment,
      "\(Self.course) \(Self.session) LEFT JOIN assessment o ON o.key = t.corrects"
    )
    return rows(sql) { row in
      AssessmentAttempt(
        employee: row[0],
        course: row[1],
        session: row[2],
        sat: try StoredText.time(row[3]),
        attempt: row[4],
        score: try StoredText.needed(Fraction(row[5]), "score"),
        passMark: try StoredText.needed(Fraction(row[6]), "passMark"),
        examiner: row[7],
        evidence: row[8],
        source: row[9],
        reference: row[10],
        corrects: row[11],
        reason: row[12]
      )
    }
  }

  func attendances() -> RecordRows<Attendance> {
    rows(select("s.id, t.minutes, t.reference", .attendance, Self.session)) { row in
      Attendance(employee: row[0], session: row[1], minutes: row[2], reference: row[3])
    }
  }

  func performance() -> RecordRows<PerformanceRecord> {
    rows(select("t.date, t.measure, t.cases, t.mean", .performance), Self.performance)
  }

  static func performance(_ row: Row) throws -> PerformanceRecord {
    PerformanceRecord(
      employee: row[0],
      date: try StoredText.date(row[1]),
      measure: try StoredText.needed(PerformanceRecord.Measure(rawValue: row[2]), "measure"),
      cases: row[3],
      mean: row[4]
    )
  }

  /// One measure from one date to another, by its index.
  func performance(
    _ measure: PerformanceRecord.Measure,
    from first: LocalDate,
    through last: LocalDate
  ) throws -> [PerformanceRecord] {
    let cursor = try Row.fetchCursor(
      db,
      sql: """
        SELECT e.id, t.date, t.measure, t.cases, t.mean
        FROM performance t JOIN employee e ON e.key = t.employee
        WHERE t.measure = ? AND t.date BETWEEN ? AND ? ORDER BY t.key
        """,
      arguments: [measure.rawValue, first.description, last.description]
    )
    var records: [PerformanceRecord] = []
    while let row = try cursor.next() { records.append(try Self.performance(row)) }
    return records
  }

  /// The curricula and the courses that people are on.
  func enrolments() throws -> (curricula: [CurriculumEnrolment], courses: [CourseEnrolment]) {
    var (curricula, courses): ([CurriculumEnrolment], [CourseEnrolment]) = ([], [])
    let sql = select(
      "t.curriculum, c.name, s.id, t.cohort, t.fromDate",
      .enrolment,
      "LEFT \(Self.course) \(Self.session)"
    )
    let cursor = try Row.fetchCursor(db, sql: sql)
    while let row = try cursor.next() {
      let from = try StoredText.date(row[5])
      if let name = row[1] as String? {
        curricula.append(
          CurriculumEnrolment(employee: row[0], curriculum: name, cohort: row[4], from: from)
        )
      } else {
        courses.append(
          CourseEnrolment(
            employee: row[0],
            course: row[2],
            session: row[3],
            cohort: row[4],
            from: from
          )
        )
      }
    }
    return (curricula, courses)
  }
}
