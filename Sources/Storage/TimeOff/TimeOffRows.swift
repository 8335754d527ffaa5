import GRDB
import Workforce

/// The rows of requests inside a transaction.
struct TimeOffRows {
  let db: Database

  /// The number of the next request: those of erased people are not given again.
  func nextNumber() throws -> Int {
    let made = try Int.fetchOne(
      db,
      sql: "SELECT count(*) FROM audit WHERE action = ?",
      arguments: [CenterStore.requestAction]
    )
    return (made ?? 0) + 1
  }

  /// All requests, by number.
  func all() throws -> [TimeOffRequest] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT t.key, e.id, t.fromLocal, t.untilLocal, t.kind, t.days, t.state, t.decidedBy, t.answer
        FROM timeOff t JOIN employee e ON e.key = t.employee ORDER BY t.key
        """
    ).map(request)
  }

  private func request(_ row: Row) throws -> TimeOffRequest {
    guard let from = LocalDateTime(row[2] as String), let until = LocalDateTime(row[3] as String),
      let state = TimeOffRequest.State(rawValue: row[6])
    else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a request for time off") }
    return TimeOffRequest(
      number: row[0],
      absence: Absence(employee: row[1], from: from, until: until, kind: row[4]),
      days: row[5],
      state: state,
      decidedBy: row[7],
      answer: row[8]
    )
  }

  /// Adds a request that nobody has decided.
  func insert(_ number: Int, _ absence: Absence, of employee: Int64, days: Int) throws {
    try db.execute(
      sql: """
        INSERT INTO timeOff(key, employee, fromLocal, untilLocal, kind, days, state)
        VALUES (?, ?, ?, ?, ?, ?, 'requested')
        """,
      arguments: [
        number, employee, absence.from.description, absence.until.description, absence.kind, days,
      ]
    )
  }

  /// Writes a decision down, and makes the absence follow it.
  func decide(_ request: TimeOffRequest) throws {
    try db.execute(
      sql: "UPDATE timeOff SET state = ?, days = ?, decidedBy = ?, answer = ? WHERE key = ?",
      arguments: [
        request.state.rawValue, request.days, request.decidedBy, request.answer, request.number,
      ]
    )
    try db.execute(sql: "DELETE FROM absence WHERE timeOff = ?", arguments: [request.number])
    if request.state == .granted { try enterGranted() }
  }

  /// Enters what was granted among the absences where it is not there, such as after an import.
  ///
  /// An absence of the same time is taken for it; where an import says something else of the time, or
  /// leaves the person out, the import counts.
  func enterGranted() throws {
    try db.execute(
      sql: """
        UPDATE absence SET timeOff = (\(Self.same("t.key"))) WHERE timeOff IS NULL
          AND EXISTS (\(Self.same("1")))
        """
    )
    try db.execute(
      sql: """
        INSERT INTO absence(position, employee, fromLocal, untilLocal, kind, timeOff)
        SELECT (SELECT ifnull(max(position), -1) FROM absence) + row_number() OVER (ORDER BY t.key),
          t.employee, t.fromLocal, t.untilLocal, t.kind, t.key
        FROM timeOff t JOIN employee e ON e.key = t.employee
        WHERE t.state = 'granted' AND e.position IS NOT NULL AND NOT EXISTS (
          SELECT 1 FROM absence a WHERE a.employee = t.employee
            AND a.fromLocal < t.untilLocal AND t.fromLocal < a.untilLocal
        )
        """
    )
  }

  /// What was granted over exactly the time of a row of `absence`.
  private static func same(_ value: String) -> String {
    """
    SELECT \(value) FROM timeOff t WHERE t.state = 'granted' AND t.employee = absence.employee
      AND t.fromLocal = absence.fromLocal AND t.untilLocal = absence.untilLocal
      AND t.kind = absence.kind
    """
  }
}
