import GRDB

extension PeopleFile {
  /// The rows of the file's table in file order, people by their identifiers.
  private var rows: String {
    switch self {
    case .employees:
      """
      SELECT id, name, site, team, contract, hired, leaves, fullTimeEquivalent, isPlaceholder
      FROM employee WHERE position IS NOT NULL ORDER BY position
      """
    case .skills: Self.rows("skillGrant", "skill, fromDate, untilDate, level")
    case .availability: Self.rows("availability", "day, fromTime, untilTime")
    case .absences: Self.rows("absence", "fromLocal, untilLocal, kind")
    case .preferences: Self.rows("preference", "day, wish, fromTime, untilTime, weight")
    case .history: Self.rows("pastDuty", "startLocal, endLocal")
    }
  }

  private static func rows(_ table: String, _ columns: String) -> String {
    """
    SELECT e.id, \(columns) FROM \(table) t JOIN employee e ON e.key = t.employee
    ORDER BY t.position
    """
  }

  /// All rows, in file order.
  func cursor(_ db: Database) throws -> RowCursor { try Row.fetchCursor(db, sql: rows) }

  /// The hash of all rows in canonical bytes; the imported bytes hold while it stays the same.
  func rowsHash(_ db: Database, _ digest: ([UInt8]) -> [UInt8]) throws -> [UInt8] {
    var bytes = CanonicalBytes()
    let cursor = try cursor(db)
    while let row = try cursor.next() { bytes.append(row.storedValues) }
    return digest(bytes.bytes)
  }
}
