import Foundation
import GRDB
public import Workforce

extension CenterStore {
  /// Recomputes every hash of the trail and of what it hashes.
  ///
  /// A pass over all entries and the data that they hash: some 400,000 rows a second.
  ///
  /// - Parameter head: A mark that was confirmed once; finds a trail whose end was cut off.
  /// - Returns: Everything that is wrong; nothing when the trail is whole.
  /// - Throws: `ShiftwrightError` when the database cannot be read.
  public func verifyAudit(head: AuditMark? = nil) throws(ShiftwrightError) -> [Diagnostic] {
    try read { db in
      var verifier = AuditVerifier(db: db, file: path, digest: surroundings.digest)
      try verifier.verify(head)
      return verifier.findings
    }
  }

  /// The entries of the trail, oldest first.
  ///
  /// - Parameter number: The first entry to give.
  /// - Returns: The entries.
  /// - Throws: `ShiftwrightError` when the database cannot be read.
  public func auditEntries(from number: Int = 1) throws(ShiftwrightError) -> [AuditEntry] {
    try read { db in
      let sql = """
        SELECT number, at, actor, action, detail, hash,
          (SELECT count(DISTINCT employee) FROM auditPayload WHERE entry = number)
        FROM audit WHERE number >= ? ORDER BY number
        """
      return try Row.fetchAll(db, sql: sql, arguments: [number]).map { row in
        AuditEntry(
          mark: AuditMark(number: row[0], hash: Array(row[5] as Data)),
          time: Instant(secondsSinceEpoch: row[1]),
          actor: row[2],
          action: row[3],
          detail: row[4],
          people: row[6]
        )
      }
    }
  }
}

/// Walks through the trail from its beginning.
private struct AuditVerifier {
  private let db: Database
  private let file: String
  private let hashes: AuditHashes
  private(set) var findings: [Diagnostic] = []
  /// Parts without data, by entry and part, that no erasing has named so far.
  private var missing: Set<[Int]> = []
  private var erased: Set<[Int]> = []

  init(db: Database, file: String, digest: @escaping @Sendable ([UInt8]) -> [UInt8]) {
    self.db = db
    self.file = file
    hashes = AuditHashes(digest: digest)
  }

  mutating func verify(_ head: AuditMark?) throws {
    guard let mark = try Data.fetchOne(db, sql: "SELECT mark FROM center") else {
      return report("the center's mark is missing, with which the trail begins")
    }
    var previous = Array(mark)
    var number = 0
    let entries = try Row.fetchCursor(
      db,
      sql: """
        SELECT number, at, actor, action, detail, partsHash, previous, hash
        FROM audit ORDER BY number
        """
    )
    while let entry = try entries.next() {
      number += 1
      previous = try verify(entry, number, after: previous)
      if let head, head.number == number, head.hash != previous {
        report("entry \(number) is another than the one that was confirmed")
      }
      number = entry[0]
    }
    if let head, head.number > number {
      report("the trail ends at entry \(number), but entry \(head.number) was confirmed")
    }
    if number == 0 { report("the trail is empty") }
    try verifyParts()
  }

  /// Checks one entry and gives its hash.
  private mutating func verify(_ row: Row, _ expected: Int, after previous: [UInt8]) throws
    -> [UInt8]
  {
    let number: Int = row[0]
    let values = row.storedValues
    if number != expected {
      report("entry \(expected) is missing: entry \(number) follows")
    }
    if values[6] != .bytes(previous) {
      report("entry \(number) does not follow the entry before it")
    }
    if values[7] != .bytes(hashes.entry(Array(values.dropLast()))) {
      report("entry \(number) differs from its hash")
    }
    let parts = try verifyParts(of: number)
    if values[5] != .bytes(hashes.parts(parts)) {
      report("entry \(number) has other parts than it was written with")
    }
    if row[3] as String == "erase" { noteErased(row[4], number) }
    return Array(row[7] as Data)
  }

  /// Checks the data of an entry and gives the hashes of its parts.
  private mutating func verifyParts(of entry: Int) throws -> [[UInt8]] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT p.part, p.hash, y.salt, y.source, y.employee, y.payload, y.entry IS NULL
        FROM auditPart p LEFT JOIN auditPayload y ON y.entry = p.entry AND y.part = p.part
        WHERE p.entry = ? ORDER BY p.part
        """
    )
    var parts: [[UInt8]] = []
    let rows = try Row.fetchCursor(statement, arguments: [entry])
    while let row = try rows.next() {
      let hash = Array(row[1] as Data)
      parts.append(hash)
      let part: Int = row[0]
      if row[6] {
        missing.insert([entry, part])
      } else if try dataHash(row, entry) != hash {
        report("entry \(entry), part \(part): the data differ from their hash")
      }
    }
    return parts
  }

  private func dataHash(_ row: Row, _ entry: Int) throws -> [UInt8]? {
    let salt = Array(row[2] as Data)
    let (source, employee): (String, Int64?) = (row[3], row[4])
    if let payload = row[5] as Data? {
      return hashes.part(
        salt: salt,
        source: source,
        employee: employee,
        payload: Array(payload)
      )
    }
    guard HashedTable.named(source) != nil else { return nil }
    return try db.rowsHash(source, Int64(entry), employee, salt, hashes)
  }

  /// Takes the parts that an erasing entry names off those that must be there.
  private mutating func noteErased(_ detail: String, _ entry: Int) {
    struct Erasing: Decodable { let parts: [[Int]] }
    do {
      erased.formUnion(
        try JSONDecoder().decode(Erasing.self, from: Data(detail.utf8)).parts
      )
    } catch {
      report("entry \(entry) does not say which parts it erased")
    }
  }

  /// What is missing without having been erased, or there in spite of it; data that nothing hashes.
  private mutating func verifyParts() throws {
    for pair in missing.subtracting(erased).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      report("entry \(pair[0]), part \(pair[1]): the data are missing, and nobody erased them")
    }
    for pair in erased.subtracting(missing).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      report("entry \(pair[0]), part \(pair[1]) was erased, but its data are there")
    }
    let loose = [
      ("parts without an entry", "auditPart p LEFT JOIN audit a ON a.number = p.entry", "a.number"),
      (
        "data without a part",
        "auditPayload y LEFT JOIN auditPart p ON p.entry = y.entry AND p.part = y.part", "p.entry"
      ),
    ]
    for (what, tables, column) in loose {
      let sql = "SELECT count(*) FROM \(tables) WHERE \(column) IS NULL"
      let count = try Int.fetchOne(db, sql: sql) ?? 0
      if count > 0 { report("\(count) \(what)") }
    }
    for table in HashedTable.all {
      let count = try Int.fetchOne(db, sql: table.strays) ?? 0
      if count > 0 { report("\(count) rows of \(table.source) that no entry hashes") }
    }
  }

  private mutating func report(_ what: String) {
    findings.append(
      Diagnostic(
        file: file,
        message: "audit: \(what).",
        suggestion: "Somebody changed the file by other means. Compare it with a backup."
      )
    )
  }
}
