import Foundation
import GRDB
public import Workforce

/// What erasing a person came to.
public struct ErasedPerson: Hashable, Sendable {
  /// What stands in the person's place.
  public var placeholder: String
  /// How many parts of the trail lost their data.
  public var parts: Int
  /// The entry that says so.
  public var mark: AuditMark
}

extension CenterStore {
  /// Deletes everything that is known of a person, data and salts of the trail included.
  ///
  /// What stays is that there was somebody, and the hashes. The imported bytes of the files with people
  /// go too: those files are written anew from now on. Afterwards the file is rewritten, so that nothing
  /// is left in its free pages.
  ///
  /// - Parameters:
  ///   - employee: The identifier.
  ///   - reason: Why, for the trail; it must not speak of the person.
  ///   - actor: Who asks for it.
  /// - Returns: What stands in the person's place.
  /// - Throws: `ShiftwrightError` when there is nobody of that identifier, or the file cannot be written.
  public func erase(_ employee: String, reason: String, by actor: String)
    throws(ShiftwrightError) -> ErasedPerson
  {
    guard !reason.isEmpty else {
      throw ShiftwrightError("The reason is empty.\nSay why, without names.")
    }
    let written = try write("erase", by: actor) { db, draft in
      let key = try self.key(of: employee, db)
      let at = surroundings.now().secondsSinceEpoch
      let eraser = Eraser(db: db, employee: key)
      let parts = try eraser.parts()
      let placeholder = try eraser.erase(at: at)
      draft.detail = ["parts": .pairs(parts), "reason": .text(reason)]
      return (placeholder, parts.count)
    }
    try compact(written.mark)
    return ErasedPerson(
      placeholder: written.value.0,
      parts: written.value.1,
      mark: written.mark
    )
  }

  /// A person's key.
  func key(of employee: String, _ db: Database) throws -> Int64 {
    let sql = "SELECT key FROM employee WHERE id = ? AND erasedAt IS NULL"
    if let key = try Int64.fetchOne(db, sql: sql, arguments: [employee]) { return key }
    let names = try String.fetchAll(
      db,
      sql: "SELECT id FROM employee WHERE erasedAt IS NULL ORDER BY key"
    )
    let hint = Suggestion.nearest(to: employee, among: names).map { "Did you mean '\($0)'?" }
    throw ShiftwrightError(
      "\(path) knows no employee '\(employee)'.\n"
        + (hint
          ?? "Give an identifier on record; 'shiftwright db export' writes them to employees.csv.")
    )
  }

  /// Takes deleted data out of the log and the free pages.
  ///
  /// - Parameter mark: The entry of the erasure, which stands whatever comes of this.
  /// - Throws: `ShiftwrightError` when the file cannot be rewritten.
  private func compact(_ mark: AuditMark) throws(ShiftwrightError) {
    do {
      try queue.inDatabase { db in
        try db.checkpoint(.truncate)
        try db.execute(sql: "VACUUM")
        try db.checkpoint(.truncate)
      }
    } catch {
      throw ShiftwrightError(
        "The person is erased (confirmed \(mark)), but \(path) could not be rewritten: "
          + "\(StoreFailure.cause(error)).\nIts free pages and its log may still hold data: make room, take a "
          + "copy with 'shiftwright db backup', which has neither, and put it in place of the file."
      )
    }
  }
}

/// Deletes one person inside a transaction.
private struct Eraser {
  private static let tables = [
    "skillGrant", "availability", "preference", "absence", "timeOff", "pastDuty", "allowance",
    "trainingDigest",
  ]

  let db: Database
  let employee: Int64

  /// The parts of the trail with the person's data.
  func parts() throws -> [[Int]] {
    try Row.fetchAll(
      db,
      sql: "SELECT entry, part FROM auditPayload WHERE employee = ? ORDER BY entry, part",
      arguments: [employee]
    ).map { [$0[0], $0[1]] }
  }

  /// Deletes the data and gives what stands in the person's place.
  func erase(at time: Int) throws -> String {
    try db.execute(sql: "INSERT INTO erasing(employee) VALUES (?)", arguments: [employee])
    for sql in HashedTable.all.compactMap(\.erase) {
      try db.execute(sql: sql, arguments: ["employee": employee])
    }
    for table in Self.tables + ["auditPayload"] {
      try db.execute(
        sql: "DELETE FROM \(table) WHERE employee = ?",
        arguments: [employee]
      )
    }
    let placeholder = "erased-\(employee)"
    try db.execute(
      sql: """
        UPDATE employee SET id = ?, position = NULL, name = '', site = NULL, team = '',
          contract = NULL, hired = NULL, leaves = NULL, fullTimeEquivalent = 1,
          isPlaceholder = 0, erasedAt = ?
        WHERE key = ?
        """,
      arguments: [placeholder, time, employee]
    )
    try db.execute(
      sql: """
        UPDATE scenarioFile SET bytes = x'', rowsHash = zeroblob(32)
        WHERE rowsHash IS NOT NULL
        """
    )
    try db.execute(sql: "DELETE FROM erasing")
    return placeholder
  }
}
