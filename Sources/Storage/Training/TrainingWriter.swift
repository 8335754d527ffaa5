import Foundation
import GRDB
import Workforce

/// Adds records of training inside a transaction; a class, because all adds of the transaction share it.
///
/// A record is known by its reference: the same again changes nothing, another content is refused.
public final class TrainingWriter {
  let db: Database
  let path: String
  let entry: Int64
  /// Which records are new so far.
  public private(set) var counts = RecordCounts()
  private var employees: [String: Int64]
  private var courses: [String: Int64]
  var knownTries = PersonKeys<TryKey>()
  var knownAttendances = PersonKeys<Int64>()
  var sessions: [String: Int64]
  private var statements: [TrainingTable: Statement] = [:]
  private var touched: [TrainingTable: Set<Int64>] = [:]
  /// Bytes of files that the change replaced, `nil` for those that it took away.
  private(set) var files: [(name: String, bytes: [UInt8]?)] = []
  var knownEnrolments = KnownRows.enrolments
  var knownPairs = KnownRows.pairs

  init(db: Database, path: String, entry: Int64) throws {
    self.db = db
    self.path = path
    self.entry = entry
    employees = try Self.keys(db, "SELECT id, key FROM employee WHERE erasedAt IS NULL")
    courses = try Self.keys(db, "SELECT name, key FROM course")
    sessions = try Self.keys(db, "SELECT id, key FROM classSession")
  }

  private static func keys(_ db: Database, _ sql: String) throws -> [String: Int64] {
    let rows = try Row.fetchAll(db, sql: sql)
    return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
  }

  /// The key of a person, who must be there.
  func key(ofEmployee id: String) throws -> Int64 {
    if let key = employees[id] { return key }
    throw ShiftwrightError(
      "\(path) knows no employee '\(id)'.\n"
        + (Suggestion.nearest(to: id, among: employees.keys.sorted())
          .map { "Did you mean '\($0)'?" }
          ?? "Give an identifier on record; 'shiftwright db export' writes them to employees.csv.")
    )
  }

  /// The key of a course, which is written when it is new.
  func key(ofCourse name: String) throws -> Int64 {
    if let key = courses[name] { return key }
    let key = Int64(courses.count)
    _ = try insert(.course, "key, entry, name", [key, entry, name])
    courses[name] = key
    return key
  }

  /// The key of a class, which must be there.
  func key(ofSession id: String) throws -> Int64 {
    if let key = sessions[id] { return key }
    throw ShiftwrightError(
      "\(path) knows no class '\(id)'.\n"
        + (Suggestion.nearest(to: id, among: sessions.keys.sorted())
          .map { "Did you mean '\($0)'?" } ?? "Import sessions.csv first.")
    )
  }

  /// Adds a row, unless one of the same reference is there; true when it is new.
  func insert(
    _ table: TrainingTable,
    _ columns: String,
    _ values: StatementArguments,
    of employee: Int64? = nil,
    onConflict: String = ""
  ) throws -> Bool {
    let statement = try statements[table] ?? prepare(table, columns, onConflict)
    try statement.execute(arguments: values)
    guard db.changesCount > 0 else { return false }
    note(table, employee)
    return true
  }

  /// The statement that adds a row; each table has one, made once.
  private func prepare(_ table: TrainingTable, _ columns: String, _ onConflict: String) throws
    -> Statement
  {
    let count = columns.split(separator: ",").count
    let marks = Array(repeating: "?", count: count).joined(separator: ",")
    let statement = try db.makeStatement(
      sql: "INSERT INTO \(table.rawValue)(\(columns)) VALUES (\(marks))\(onConflict)"
    )
    statements[table] = statement
    return statement
  }

  /// Counts a new row.
  func note(_ table: TrainingTable, _ employee: Int64?) {
    counts[table] += 1
    touched[table, default: []].insert(employee ?? -1)
  }

  /// Makes the names of courses known, so that records can refer to them.
  ///
  /// - Parameter names: The names, in the order of `training.yaml`.
  /// - Throws: An error when the file cannot be written.
  public func register(courses names: [String]) throws {
    for name in names { _ = try key(ofCourse: name) }
  }

  /// Replaces the bytes of a stored file that holds nobody's data, such as `training.yaml`.
  ///
  /// - Parameters:
  ///   - name: The file's name.
  ///   - bytes: The content; `nil` takes it away.
  /// - Throws: An error when the file cannot be written.
  public func replaceFile(_ name: String, _ bytes: [UInt8]?) throws {
    if let bytes {
      try db.execute(
        sql: """
          INSERT INTO scenarioFile(name, bytes) VALUES (?, ?)
          ON CONFLICT(name) DO UPDATE SET bytes = excluded.bytes
          """,
        arguments: [name, Data(bytes)]
      )
    } else {
      try db.execute(sql: "DELETE FROM scenarioFile WHERE name = ?", arguments: [name])
    }
    files.append((name, bytes))
  }

  /// The people whose assessments this change added, by identifier.
  public func peopleAssessed() throws -> [String] {
    let keys = touched[.assessment, default: []]
    return employees.filter { keys.contains($0.value) }.map(\.key).sorted()
  }

  /// Adds the parts of what was written, and brings the digests of its people up to date.
  func finish(_ draft: inout AuditDraft, _ digest: ([UInt8]) -> [UInt8]) throws {
    for table in TrainingTable.allCases {
      for key in touched[table, default: []].sorted() {
        draft.parts.append(
          AuditDraft.Part(employee: key < 0 ? nil : key, source: table.rawValue, payload: nil)
        )
      }
    }
    for file in files {
      let payload = DocumentRows.payload(file.name, file.bytes.map(digest))
      draft.parts.append(
        AuditDraft.Part(employee: nil, source: DocumentRows.source, payload: payload)
      )
    }
    let tables: [TrainingTable] = [.certification, .revocation, .assessment]
    let people = Set(tables.flatMap { touched[$0, default: []] }).sorted()
    for key in people { try TrainingDigest.write(key, db) }
    draft.detail.merge(counts.detail) { first, _ in first }
  }
}
