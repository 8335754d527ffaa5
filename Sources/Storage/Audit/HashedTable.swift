/// A table whose rows are themselves the data that an audit entry hashes: nothing is stored twice.
///
/// The columns of a source never change; a migration that adds one makes a new source.
struct HashedTable {
  /// The source's name in `auditPayload`.
  let source: String
  /// The rows of an entry (`:entry`) and a person (`:employee`) in the order in which they are hashed.
  let rows: String
  /// How many rows have no part that hashes them.
  let strays: String
  /// Deletes the rows of a person (`:employee`); `nil` where rows are about nobody.
  let erase: String?

  /// All of them.
  static let all = [rosterSegment] + TrainingTable.allCases.map(\.hashed).reversed()

  /// Which tables hold rows of an entry.
  static func named(_ source: String) -> HashedTable? { all.first { $0.source == source } }

  private static let rosterSegment = HashedTable(
    source: "rosterSegment",
    rows: """
      SELECT s.version, s.shift, s.segment, s.date, s.kind, s.start, s."end", s.served
      FROM rosterVersion v JOIN rosterSegment s ON s.version = v.key
      WHERE v.entry = :entry AND s.employee = :employee
      ORDER BY s.version, s.shift, s.segment
      """,
    strays: """
      SELECT count(*) FROM rosterSegment s LEFT JOIN rosterVersion v ON v.key = s.version
      WHERE NOT EXISTS (
        SELECT 1 FROM auditPayload p
        WHERE p.entry = v.entry AND p.employee = s.employee AND p.source = 'rosterSegment'
      )
      """,
    erase: "DELETE FROM rosterSegment WHERE employee = :employee"
  )
}
