import Foundation
import GRDB

/// What the tables say of one person, as the trail hashes it.
struct PersonRows {
  /// The source in `auditPayload`.
  static let source = "person"

  /// The person's key.
  let key: Int64
  /// The person's identifier.
  let id: String
  /// All rows about the person in canonical bytes.
  let payload: [UInt8]

  /// A table with rows of people; its columns follow the person's key.
  private struct Table {
    let name: String
    let columns: String
  }

  private static let tables = [
    Table(name: "skillGrant", columns: "skill, fromDate, untilDate, level"),
    Table(name: "availability", columns: "day, fromTime, untilTime"),
    Table(name: "absence", columns: "fromLocal, untilLocal, kind"),
    Table(name: "preference", columns: "day, wish, fromTime, untilTime, weight"),
    Table(name: "pastDuty", columns: "startLocal, endLocal"),
    Table(name: "allowance", columns: "year, days"),
    Table(
      name: "timeOff",
      columns: "key, fromLocal, untilLocal, kind, days, state, decidedBy, answer"
    ),
  ]

  /// Everybody who is not erased, by key.
  static func current(_ db: Database) throws -> [PersonRows] {
    var payloads: [Int64: CanonicalBytes] = [:]
    let people = try Row.fetchAll(
      db,
      sql: """
        SELECT key, id, position IS NOT NULL, name, site, team, contract, hired, leaves,
          fullTimeEquivalent, isPlaceholder
        FROM employee WHERE erasedAt IS NULL ORDER BY key
        """
    )
    for person in people {
      payloads[person[0], default: CanonicalBytes()].append(
        [.text("employee")] + person.storedValues.dropFirst()
      )
    }
    for table in tables {
      let rows = try Row.fetchCursor(
        db,
        sql: "SELECT employee, \(table.columns) FROM \(table.name) ORDER BY employee, rowid"
      )
      while let row = try rows.next() {
        payloads[row[0], default: CanonicalBytes()].append(
          [.text(table.name)] + row.storedValues.dropFirst()
        )
      }
    }
    return people.map { person in
      PersonRows(key: person[0], id: person[1], payload: payloads[person[0]]?.bytes ?? [])
    }
  }

  /// What the trail holds of each person, the newest of each.
  static func latest(_ db: Database) throws -> [Int64: [UInt8]] {
    var latest: [Int64: [UInt8]] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT employee, payload FROM auditPayload
        WHERE source = ? AND employee IS NOT NULL ORDER BY employee, entry
        """,
      arguments: [source]
    )
    while let row = try rows.next() { latest[row[0]] = Array(row[1] as Data) }
    return latest
  }

  /// Adds what has changed of people since the trail's last word on them.
  ///
  /// - Returns: How many are new, and how many others have changed.
  static func addChanges(to draft: inout AuditDraft, _ db: Database) throws
    -> (new: Int, changed: Int)
  {
    let trail = try latest(db)
    var (new, changed) = (0, 0)
    for person in try current(db) where trail[person.key] != person.payload {
      if trail[person.key] == nil { new += 1 } else { changed += 1 }
      draft.parts.append(
        AuditDraft.Part(employee: person.key, source: source, payload: person.payload)
      )
    }
    return (new, changed)
  }
}

/// A file without people, as the trail hashes it.
enum DocumentRows {
  /// The source in `auditPayload`.
  static let source = "document"

  /// Name and hash of the bytes; no hash for a file that is there no more.
  static func payload(_ name: String, _ digest: [UInt8]?) -> [UInt8] {
    CanonicalBytes.row([.text(name), digest.map { .bytes($0) } ?? .null])
  }

  /// What the trail holds of each file, the newest of each.
  static func latest(_ db: Database) throws -> [String: [UInt8]] {
    var latest: [String: [UInt8]] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: "SELECT payload FROM auditPayload WHERE source = ? ORDER BY entry, part",
      arguments: [source]
    )
    while let row = try rows.next() {
      let payload = Array(row[0] as Data)
      latest[name(in: payload)] = payload
    }
    return latest
  }

  /// The text that begins a canonical row: three bytes of the row, one of the kind, four of the length.
  private static func name(in payload: [UInt8]) -> String {
    let count = payload.dropFirst(4).prefix(4).reduce(0) { $0 << 8 | Int($1) }
    return String(decoding: payload.dropFirst(8).prefix(count), as: UTF8.self)
  }

  /// The files without people, by name.
  static func current(_ db: Database, _ digest: ([UInt8]) -> [UInt8]) throws
    -> [(name: String, payload: [UInt8])]
  {
    var files: [(name: String, payload: [UInt8])] = []
    let rows = try Row.fetchCursor(
      db,
      sql: "SELECT name, bytes FROM scenarioFile WHERE rowsHash IS NULL ORDER BY name"
    )
    while let row = try rows.next() {
      let (name, bytes): (String, Data) = (row[0], row[1])
      files.append((name, payload(name, digest(Array(bytes)))))
    }
    return files
  }

  /// Adds files that were written just now, and no others.
  static func add(_ files: [StoredFile], to draft: inout AuditDraft, _ digest: ([UInt8]) -> [UInt8])
  {
    for file in files {
      let payload = payload(file.name, digest(file.bytes))
      draft.parts.append(AuditDraft.Part(employee: nil, source: source, payload: payload))
    }
  }

  /// Adds the files that have changed, come or gone since the trail's last word on them.
  static func addChanges(
    to draft: inout AuditDraft,
    _ db: Database,
    _ digest: ([UInt8]) -> [UInt8]
  ) throws {
    let trail = try latest(db)
    let files = try current(db, digest)
    let names = Set(files.map(\.name))
    let gone = trail.keys.sorted().filter { !names.contains($0) }.map { name in
      (name: name, payload: payload(name, nil))
    }
    for file in files + gone where trail[file.name] != file.payload {
      draft.parts.append(AuditDraft.Part(employee: nil, source: source, payload: file.payload))
    }
  }
}
