import GRDB
public import Workforce

extension CenterStore {
  /// The action of the entries that take requests.
  static let requestAction = "timeoff request"

  /// All requests for time off, by number.
  ///
  /// - Throws: `ShiftwrightError` when the database cannot be read.
  public func timeOff() throws(ShiftwrightError) -> [TimeOffRequest] {
    try read { db in try TimeOffRows(db: db).all() }
  }

  /// Days of allowance of a person, by year.
  ///
  /// - Parameter employee: The identifier.
  /// - Returns: The allowances; none for somebody unknown.
  /// - Throws: `ShiftwrightError` when the database cannot be read.
  public func allowances(of employee: String) throws(ShiftwrightError) -> [Int: Double] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT a.year, a.days FROM allowance a JOIN employee e ON e.key = a.employee
          WHERE e.id = ? ORDER BY a.year
          """,
        arguments: [employee]
      )
      return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
    }
  }

  /// Throws `ShiftwrightError` with the nearest identifier when there is nobody of this one.
  public func checkKnown(_ employee: String) throws(ShiftwrightError) {
    _ = try read { db in try key(of: employee, db) }
  }

  /// Takes a request.
  ///
  /// - Parameters:
  ///   - absence: When who wants to be away.
  ///   - days: How many days it takes from the allowance.
  ///   - seen: The end of the trail when the request was judged; a later one refuses it.
  ///   - actor: Who asks.
  /// - Returns: The request's number, and the entry of the trail.
  /// - Throws: `ShiftwrightError` when the database was changed since, or cannot be written.
  public func requestTimeOff(
    _ absence: Absence,
    days: Int,
    seen: AuditMark,
    by actor: String
  ) throws(ShiftwrightError) -> (number: Int, mark: AuditMark) {
    let written = try write(Self.requestAction, by: actor) { db, draft in
      try self.checkUnchanged(since: seen, draft)
      let employee = try self.key(of: absence.employee, db)
      let rows = TimeOffRows(db: db)
      let number = try rows.nextNumber()
      try rows.insert(number, absence, of: employee, days: days)
      draft.detail = ["request": .integer(number)]
      try PersonRows.addChange(of: employee, to: &draft, db)
      return number
    }
    return (written.value, written.mark)
  }

  /// Writes a decision down; what is granted becomes an absence, and what is not, none.
  ///
  /// - Parameters:
  ///   - request: The request as it is from now on.
  ///   - seen: The end of the trail when the request was judged; a later one refuses it.
  ///   - actor: Who decides.
  /// - Returns: The entry of the trail.
  /// - Throws: `ShiftwrightError` when the database was changed since, or cannot be written.
  public func decide(_ request: TimeOffRequest, seen: AuditMark, by actor: String)
    throws(ShiftwrightError) -> AuditMark
  {
    try write("timeoff decide", by: actor) { db, draft in
      try self.checkUnchanged(since: seen, draft)
      var decided = request
      decided.decidedBy = actor
      try TimeOffRows(db: db).decide(decided)
      draft.detail = [
        "request": .integer(request.number), "state": .text(request.state.rawValue),
      ]
      let employee = try self.key(of: request.absence.employee, db)
      try PersonRows.addChange(of: employee, to: &draft, db)
    }.mark
  }

  /// Writes down how many days a person has in a year.
  ///
  /// - Parameters:
  ///   - days: Days, at least 0; fractions are allowed.
  ///   - year: The year, 1970 to 2100.
  ///   - employee: The identifier.
  ///   - actor: Who asks.
  /// - Returns: The entry of the trail; `nil` when it was so already.
  /// - Throws: `ShiftwrightError` when there is nobody of that identifier, or the file cannot be written.
  public func setAllowance(_ days: Double, year: Int, of employee: String, by actor: String)
    throws(ShiftwrightError) -> AuditMark?
  {
    try writeIfNeeded("timeoff allowance", by: actor) { db, draft in
      let key = try self.key(of: employee, db)
      let old = try Double.fetchOne(
        db,
        sql: "SELECT days FROM allowance WHERE employee = ? AND year = ?",
        arguments: [key, year]
      )
      draft.isNeeded = old != days
      guard draft.isNeeded else { return }
      try db.execute(
        sql: """
          INSERT INTO allowance(employee, year, days) VALUES (?, ?, ?)
          ON CONFLICT(employee, year) DO UPDATE SET days = excluded.days
          """,
        arguments: [key, year, days]
      )
      draft.detail = ["year": .integer(year)]
      try PersonRows.addChange(of: key, to: &draft, db)
    }.mark
  }

  /// Refuses what was judged by data that have changed meanwhile.
  private func checkUnchanged(since seen: AuditMark, _ draft: AuditDraft) throws {
    guard draft.number != Int64(seen.number) + 1 else { return }
    throw ShiftwrightError(
      "\(path) was changed by somebody else meanwhile; nothing was written.\nRun the command again."
    )
  }
}

extension PersonRows {
  /// Adds what the tables say of one person now.
  static func addChange(of key: Int64, to draft: inout AuditDraft, _ db: Database) throws {
    guard let person = try current(db).first(where: { $0.key == key }) else { return }
    draft.parts.append(AuditDraft.Part(employee: key, source: source, payload: person.payload))
  }
}
