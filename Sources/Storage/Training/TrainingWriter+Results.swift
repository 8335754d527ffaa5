import GRDB
public import Workforce

extension TrainingWriter {
  /// Adds how long somebody was at a class.
  public func add(_ attendance: Attendance) throws -> Recorded {
    let employee = try key(ofEmployee: attendance.employee)
    let session = try key(ofSession: attendance.session)
    if let refusal = try refusal(attendance, employee, session) { return refusal }
    let isNew = try insert(
      .attendance,
      "entry, employee, session, minutes, reference",
      [entry, employee, session, attendance.minutes, attendance.reference],
      of: employee,
      onConflict: " ON CONFLICT(reference) DO NOTHING"
    )
    if isNew { return .added }
    let statement = try db.cachedStatement(
      sql: "SELECT employee, session, minutes FROM attendance WHERE reference = ?"
    )
    guard let row = try Row.fetchOne(statement, arguments: [attendance.reference]),
      row[0] as Int64 == employee, row[1] as Int64 == session,
      row[2] as Int == attendance.minutes
    else {
      return .refused(
        "attendance '\(attendance.reference)' is on record with another content.",
        "Records are never changed: give this one a reference of its own."
      )
    }
    return .known
  }

  /// Adds how somebody's work was on a day.
  public func add(_ record: PerformanceRecord) throws -> Recorded {
    let employee = try key(ofEmployee: record.employee)
    let (date, measure) = (record.date.description, record.measure.rawValue)
    let isNew = try insert(
      .performance,
      "entry, employee, date, measure, cases, mean",
      [entry, employee, date, measure, record.cases, record.mean],
      of: employee,
      onConflict: " ON CONFLICT(employee, date, measure) DO NOTHING"
    )
    if isNew { return .added }
    let statement = try db.cachedStatement(
      sql: "SELECT cases, mean FROM performance WHERE employee = ? AND date = ? AND measure = ?"
    )
    guard let row = try Row.fetchOne(statement, arguments: [employee, date, measure]),
      row[0] as Double == record.cases, row[1] as Double == record.mean
    else {
      return .refused(
        "\(measure) of employee '\(record.employee)' on \(date) is on record with another content.",
        "Records are never changed: write what is on record, or leave the row out."
      )
    }
    return .known
  }

  /// Adds a try at an assessment, or a correction of one.
  public func add(_ attempt: AssessmentAttempt) throws -> Recorded {
    let employee = try key(ofEmployee: attempt.employee)
    let course = try key(ofCourse: attempt.course)
    let session = try attempt.session.map(key(ofSession:))
    if let refusal = try refusal(attempt, employee, course) { return refusal }
    var corrected: Int64?
    if let name = attempt.corrects {
      switch try target(of: attempt, employee, course) {
      case .found(let key): corrected = key
      case .refused(let message, let advice): return .refused(message, advice)
      }
      guard name != attempt.reference else { return Self.selfCorrection(name) }
    }
    let isNew = try insert(
      .assessment,
      "entry, employee, course, session, sat, attempt, score, passMark, examiner, evidence, source,"
        + " reference, corrects, reason",
      [
        entry, employee, course, session, attempt.sat.description, attempt.attempt,
        attempt.score.value, attempt.passMark.value, attempt.examiner, attempt.evidence,
        attempt.source, attempt.reference, corrected, attempt.reason,
      ],
      of: employee,
      onConflict: " ON CONFLICT(source, reference) DO NOTHING"
    )
    if isNew { return .added }
    return try isKnown(attempt, employee, course, session, corrected)
      ? .known : Self.otherAssessment(attempt)
  }

  private enum Target {
    case found(Int64)
    case refused(String, String)
  }

  /// The row that a correction replaces: of the same person and course, and replaced by no other.
  private func target(of attempt: AssessmentAttempt, _ employee: Int64, _ course: Int64) throws
    -> Target
  {
    let name = attempt.corrects ?? ""
    let statement = try db.cachedStatement(
      sql: """
        SELECT a.key, a.employee, a.course, c.reference
        FROM assessment a LEFT JOIN assessment c ON c.corrects = a.key
        WHERE a.source = ? AND a.reference = ?
        """
    )
    guard let row = try Row.fetchOne(statement, arguments: [attempt.source, name]) else {
      return .refused(
        "corrects names '\(name)', which no earlier row of source '\(attempt.source)' has.",
        "Write the reference of the row that this one replaces."
      )
    }
    guard row[1] as Int64 == employee, row[2] as Int64 == course else {
      return .refused(
        "corrects names '\(name)', which is another person's or another course's.",
        "Write the reference of a row of the same employee and course."
      )
    }
    if let other = row[3] as String?, other != attempt.reference {
      return .refused(
        "corrects names '\(name)', which '\(other)' corrects already.",
        "Correct the correction: write its reference."
      )
    }
    return .found(row[0])
  }

  private func isKnown(
    _ attempt: AssessmentAttempt,
    _ employee: Int64,
    _ course: Int64,
    _ session: Int64?,
    _ corrected: Int64?
  ) throws -> Bool {
    let statement = try db.cachedStatement(
      sql: """
        SELECT employee, course, session, sat, attempt, score, passMark, examiner, evidence,
          corrects, reason
        FROM assessment WHERE source = ? AND reference = ?
        """
    )
    let arguments: StatementArguments = [attempt.source, attempt.reference]
    guard let row = try Row.fetchOne(statement, arguments: arguments) else { return false }
    return row[0] as Int64 == employee && row[1] as Int64 == course && row[2] as Int64? == session
      && row[3] as String == attempt.sat.description && row[4] as Int == attempt.attempt
      && row[5] as Double == attempt.score.value && row[6] as Double == attempt.passMark.value
      && row[7] as String == attempt.examiner && row[8] as String == attempt.evidence
      && row[9] as Int64? == corrected && row[10] as String? == attempt.reason
  }

  private static func selfCorrection(_ name: String) -> Recorded {
    .refused(
      "corrects names '\(name)', the row itself.",
      "Write the reference of the row that this one replaces."
    )
  }

  private static func otherAssessment(_ attempt: AssessmentAttempt) -> Recorded {
    .refused(
      "assessment '\(attempt.reference)' of source '\(attempt.source)' is on record with another "
        + "content.",
      "Records are never changed: add a row with a reference of its own that corrects it, and a "
        + "reason; or 'shiftwright training correct'."
    )
  }
}
