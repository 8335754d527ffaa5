import Foundation
import GRDB
import Workforce

/// The versions of the schema, oldest first; `user_version` of a file says which it has.
///
/// A published version never changes: what comes later is a step of its own.
enum Migrator {
  /// One version: the statements that make it from the one before.
  struct Step {
    let statements: [String]
  }

  static let steps = [Step(statements: V1.statements), Step(statements: V2.statements)]
  /// The version that this program writes.
  static var latest: Int { steps.count }

  /// Takes a database from the version before `version` to it, inside a transaction.
  static func apply(_ version: Int, to db: Database) throws {
    for statement in steps[version - 1].statements { try db.execute(sql: statement) }
    try db.execute(sql: "PRAGMA user_version = \(version)")
  }

  static func version(of db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
  }

  /// The statements that made a database, by kind and name.
  static func schema(of db: Database) throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT type || ' ' || name || ': ' || sql FROM sqlite_schema
        WHERE sql IS NOT NULL ORDER BY type, name
        """
    )
  }

  /// The schema of a version as the steps make it, in memory.
  static func expectedSchema() throws -> [String] {
    let memory = try DatabaseQueue()
    return try memory.inDatabase { db in
      for version in 1...latest { try apply(version, to: db) }
      return try schema(of: db)
    }
  }
}

extension CenterStore {
  /// Makes the tables of a new database and the first entry of its trail.
  func found(by actor: String) throws(ShiftwrightError) -> AuditMark {
    try direct { db in
      try db.execute(sql: "PRAGMA application_id = \(DatabaseFile.applicationID)")
    }
    let mark = surroundings.random(32)
    let written = try write("create", by: actor) { db, draft in
      for version in 1...Migrator.latest { try Migrator.apply(version, to: db) }
      try db.execute(
        sql: "INSERT INTO center(one, name, zone, mark) VALUES (1, '', 'UTC', ?)",
        arguments: [Data(mark)]
      )
      draft.detail = ["schema": .integer(Migrator.latest)]
    }
    return written.mark
  }

  /// Brings an older file to the newest schema, one transaction a version, after a backup.
  func migrate() throws(ShiftwrightError) {
    let found = try read(Migrator.version)
    let latest = Migrator.latest
    guard found <= latest else { throw DatabaseFile.newer(path, found, latest) }
    guard found < latest else { return }
    try copy(to: "\(path).before-v\(found + 1)")
    for version in (found + 1)...latest {
      try writeIfNeeded("migrate", by: "shiftwright") { db, draft in
        draft.isNeeded = try Migrator.version(of: db) < version
        guard draft.isNeeded else { return }
        try Migrator.apply(version, to: db)
        draft.detail = ["schema": .integer(version)]
      }
    }
  }
}
