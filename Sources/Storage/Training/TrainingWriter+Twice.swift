import GRDB
public import Workforce

/// What is on record of people, read when the first row of each comes.
struct PersonKeys<Key: Hashable> {
  private var keys: [Int64: Set<Key>] = [:]

  /// Notes a key of a person; false when it was there.
  mutating func insert(_ key: Key, of employee: Int64, _ read: () throws -> Set<Key>) throws -> Bool
  {
    if keys[employee] == nil { keys[employee] = try read() }
    return keys[employee, default: []].insert(key).inserted
  }
}

/// A try at a course at a minute.
struct TryKey: Hashable {
  var course: Int64
  var minute: Int32
  var attempt: Int16

  init(_ course: Int64, _ sat: LocalDateTime, _ attempt: Int) {
    self.course = course
    minute = Int32(clamping: sat.date.daysSinceEpoch * 1440 + sat.minuteOfDay)
    self.attempt = Int16(clamping: attempt)
  }
}

extension TrainingWriter {
  /// Refuses a first entry of a try that is on record under another reference.
  func refusal(_ attempt: AssessmentAttempt, _ employee: Int64, _ course: Int64) throws -> Recorded?
  {
    guard attempt.corrects == nil else { return nil }
    let key = TryKey(course, attempt.sat, attempt.attempt)
    let isNew = try knownTries.insert(key, of: employee) {
      let sql = "SELECT course, sat, attempt FROM assessment WHERE employee = ?"
      let rows = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [employee])
      return Set(try rows.map { TryKey($0[0], try StoredText.time($0[1]), $0[2]) })
    }
    guard !isNew else { return nil }
    // a row of the same reference is known, or refused for its content
    let other = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT source, reference FROM assessment a
          WHERE employee = ? AND course = ? AND sat = ? AND attempt = ?
            AND NOT EXISTS (SELECT 1 FROM assessment c WHERE c.corrects = a.key)
            AND NOT EXISTS (SELECT 1 FROM assessment b WHERE b.source = ? AND b.reference = ?)
          ORDER BY a.key
          """
      ),
      arguments: [
        employee, course, attempt.sat.description, attempt.attempt, attempt.source,
        attempt.reference,
      ]
    )
    guard let other else { return nil }
    let (source, reference) = (other[0] as String, other[1] as String)
    return .refused(
      "try \(attempt.attempt) of employee '\(attempt.employee)' at '\(attempt.course)' of "
        + "\(attempt.sat) is on record already, as '\(reference)' of source '\(source)'.",
      "Leave it out; or correct what is on record: shiftwright training correct \(source) "
        + "\(reference) --score SHARE --reason TEXT."
    )
  }

  /// Refuses a second row of a person at a class that does not replace the first.
  func refusal(_ attendance: Attendance, _ employee: Int64, _ session: Int64) throws -> Recorded? {
    let isNew = try knownAttendances.insert(session, of: employee) {
      let sql = "SELECT session FROM attendance WHERE employee = ?"
      return Set(try Int64.fetchAll(db.cachedStatement(sql: sql), arguments: [employee]))
    }
    guard !isNew else { return nil }
    let own = try attendances(employee, session, attendance)
    guard !own.contains(where: { $0.reference == attendance.reference }),
      let last = Self.effective(own), attendance.replaced != last.number
    else { return nil }
    return .refused(
      "employee '\(attendance.employee)' is on record at class '\(attendance.session)' already, as "
        + "'\(last.number)'.",
      "Leave it out; or replace what is on record: 'shiftwright training attend --replace'."
    )
  }

  /// What is on record of somebody at a class; `nil` for nothing.
  public func attendance(of employee: String, at session: String) throws -> Attendance? {
    let pattern = Attendance(employee: employee, session: session, minutes: 0, reference: "")
    return Self.effective(
      try attendances(key(ofEmployee: employee), key(ofSession: session), pattern)
    )
  }

  private func attendances(_ employee: Int64, _ session: Int64, _ pattern: Attendance) throws
    -> [Attendance]
  {
    let sql = """
      SELECT minutes, reference FROM attendance WHERE employee = ? AND session = ? ORDER BY key
      """
    let rows = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [employee, session])
    return rows.map { row in
      var attendance = pattern
      (attendance.minutes, attendance.reference) = (row[0], row[1])
      return attendance
    }
  }

  private static func effective(_ rows: [Attendance]) -> Attendance? {
    let replaced = Set(rows.compactMap(\.replaced))
    return rows.last { !replaced.contains($0.number) }
  }

  /// Puts somebody on a course, and on a seat of the class where one is named.
  ///
  /// - Parameter enrolment: The enrolment.
  /// - Returns: Whether it is new; refused when the class is full.
  /// - Throws: An error when a name is not known, or the file cannot be written.
  public func enrol(_ enrolment: CourseEnrolment) throws -> Recorded {
    guard let id = enrolment.session else { return try add(enrolment) }
    let (employee, session) = (try key(ofEmployee: enrolment.employee), try key(ofSession: id))
    let sql = "SELECT employee, role = 'attendee' FROM classPerson WHERE session = ?"
    let people = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [session])
    if !people.contains(where: { $0[0] as Int64 == employee }) {
      let seats = try Int.fetchOne(
        db.cachedStatement(sql: "SELECT seats FROM classSession WHERE key = ?"),
        arguments: [session]
      )
      let taken = people.count { $0[1] as Bool }
      guard taken < seats ?? 0 else {
        return .refused(
          "class '\(id)' is full: seats \(seats ?? 0), people on its list \(taken).",
          "Enrol in another class, or in the course without a class."
        )
      }
      _ = try insert(
        .classPerson,
        "entry, session, employee, role",
        [entry, session, employee, "attendee"],
        of: employee
      )
    }
    return try add(enrolment)
  }

  /// How many passes that this change added have no certificate.
  public func passesWithoutCertificate() throws -> Int {
    let sql = """
      SELECT count(*) FROM assessment a WHERE a.entry = ? AND a.score >= a.passMark
        AND NOT EXISTS (SELECT 1 FROM assessment c WHERE c.corrects = a.key)
        AND NOT EXISTS (
          SELECT 1 FROM certification t LEFT JOIN revocation r ON r.certification = t.key
          WHERE t.employee = a.employee AND t.course = a.course
            AND (t.reference = a.source || '-' || a.reference
              OR (r.key IS NULL AND t.attained = substr(a.sat, 1, 10)))
        )
      """
    return try Int.fetchOne(db, sql: sql, arguments: [entry]) ?? 0
  }
}
