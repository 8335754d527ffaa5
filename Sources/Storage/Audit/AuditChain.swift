import Foundation
import GRDB
import Workforce

extension CenterStore {
  /// Changes the database: the only way to do so.
  ///
  /// One transaction that holds the change, the hashes of what it changed, and its entry in the trail;
  /// the entry comes last, since it can never be changed. Foreign keys are checked at the end.
  ///
  /// - Parameters:
  ///   - action: What is done, such as `import`.
  ///   - actor: Who asks for it.
  ///   - body: The change; it fills the draft of the entry.
  /// - Returns: What the body gives, and the mark of the entry.
  /// - Throws: `ShiftwrightError`; then nothing was changed.
  func write<Value>(
    _ action: String,
    by actor: String,
    _ body: (Database, inout AuditDraft) throws -> Value
  ) throws(ShiftwrightError) -> Written<Value> {
    let written = try writeIfNeeded(action, by: actor, body)
    guard let mark = written.mark else {
      preconditionFailure("a change that may be needless is written by writeIfNeeded")
    }
    return Written(value: written.value, mark: mark)
  }

  /// Changes the database unless the body finds that nothing is to be changed.
  ///
  /// Then there is no mark.
  @discardableResult
  func writeIfNeeded<Value>(
    _ action: String,
    by actor: String,
    _ body: (Database, inout AuditDraft) throws -> Value
  ) throws(ShiftwrightError) -> (value: Value, mark: AuditMark?) {
    try Self.check(actor)
    do {
      return try queue.write { db in
        try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
        let hasTrail = try db.tableExists("audit")
        let last = hasTrail ? try Int64.fetchOne(db, sql: "SELECT max(number) FROM audit") : nil
        var draft = AuditDraft(number: (last ?? 0) + 1)
        let value = try body(db, &draft)
        guard draft.isNeeded else { return (value, nil) }
        return (value, try AuditChain(db: db, surroundings).append(draft, action, actor))
      }
    } catch {
      throw StoreFailure.error(error, path)
    }
  }

  private static func check(_ actor: String) throws(ShiftwrightError) {
    let isFine = !actor.isEmpty && actor.count <= 100 && !actor.contains { $0.isNewline }
    guard !isFine else { return }
    throw ShiftwrightError(
      "'\(actor)' is no label for who asks.\nGive a role or an account in up to 100 characters."
    )
  }
}

/// Adds entries to the trail.
private struct AuditChain {
  private let db: Database
  private let surroundings: StoreSurroundings
  private let hashes: AuditHashes

  init(db: Database, _ surroundings: StoreSurroundings) {
    self.db = db
    self.surroundings = surroundings
    hashes = AuditHashes(digest: surroundings.digest)
  }

  func append(_ draft: AuditDraft, _ action: String, _ actor: String) throws -> AuditMark {
    let partHashes = try add(draft.parts, to: draft.number)
    let parts = hashes.parts(partHashes)
    let previous = try self.previous()
    let at = surroundings.now().secondsSinceEpoch
    let detail = try draft.detailText()
    let hash = hashes.entry([
      .integer(draft.number), .integer(Int64(at)), .text(actor), .text(action), .text(detail),
      .bytes(parts), .bytes(previous),
    ])
    try db.execute(
      sql: """
        INSERT INTO audit(number, at, actor, action, detail, partsHash, previous, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        draft.number, at, actor, action, detail, Data(parts), Data(previous), Data(hash),
      ]
    )
    return AuditMark(number: Int(draft.number), hash: hash)
  }

  /// The hash before; the center's random mark at the beginning, so that no two trails are alike.
  private func previous() throws -> [UInt8] {
    let sql = "SELECT hash FROM audit ORDER BY number DESC LIMIT 1"
    let last = try Data.fetchOne(db, sql: sql)
    return Array(try last ?? Data.fetchOne(db, sql: "SELECT mark FROM center") ?? Data())
  }

  private func add(_ parts: [AuditDraft.Part], to entry: Int64) throws -> [[UInt8]] {
    let part = try db.cachedStatement(
      sql: "INSERT INTO auditPart(entry, part, hash) VALUES (?, ?, ?)"
    )
    let payload = try db.cachedStatement(
      sql: """
        INSERT INTO auditPayload(entry, part, employee, source, salt, payload)
        VALUES (?, ?, ?, ?, ?, ?)
        """
    )
    return try parts.enumerated().map { index, draft in
      let salt = surroundings.random(32)
      let hash = try hash(draft, salt, entry)
      try part.execute(arguments: [entry, index + 1, Data(hash)])
      try payload.execute(arguments: [
        entry, index + 1, draft.employee, draft.source, Data(salt),
        draft.payload.map { Data($0) },
      ])
      return hash
    }
  }

  private func hash(_ part: AuditDraft.Part, _ salt: [UInt8], _ entry: Int64) throws -> [UInt8] {
    if let payload = part.payload {
      return hashes.part(
        salt: salt,
        source: part.source,
        employee: part.employee,
        payload: payload
      )
    }
    return try db.rowsHash(part.source, entry, part.employee, salt, hashes)
  }
}

extension Database {
  /// The hash of a part whose data are the rows of a table.
  func rowsHash(
    _ source: String,
    _ entry: Int64,
    _ employee: Int64?,
    _ salt: [UInt8],
    _ hashes: AuditHashes
  ) throws -> [UInt8] {
    guard let table = HashedTable.named(source) else {
      throw ShiftwrightError("'\(source)' is no table whose rows are hashed.")
    }
    let statement = try cachedStatement(sql: table.rows)
    let rows = try Row.fetchCursor(
      statement,
      arguments: ["entry": entry, "employee": employee]
    )
    var hash = hashes.start(salt: salt, source: source, employee: employee)
    while let row = try rows.next() {
      hash = hashes.add(CanonicalBytes.row(row.storedValues), to: hash)
    }
    return hash
  }
}
