import Foundation
import GRDB
import Storage
import TestSupport

/// Changes a database by other means than the program's.
struct Tampering {
  private let queue: DatabaseQueue

  init(_ path: String) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    queue = try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Runs statements; triggers and keys are out of the way.
  func run(_ sql: String, _ arguments: StatementArguments = []) throws {
    try queue.inDatabase { db in
      for name in try Self.triggers(db) { try db.execute(sql: "DROP TRIGGER \(name)") }
      try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
      try db.execute(sql: sql, arguments: arguments)
    }
  }

  /// Calls `body` with one byte of one cell changed, once for each byte of each cell of a column.
  func flipEach(_ table: String, _ column: String, _ body: (String) throws -> Void) throws {
    try queue.inDatabase { db in
      for name in try Self.triggers(db) { try db.execute(sql: "DROP TRIGGER \(name)") }
      try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
    }
    let cells = try queue.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT row_number() OVER (), CAST(\(column) AS BLOB), typeof(\(column)), \(column)
          FROM \(table) WHERE \(column) IS NOT NULL
          """
      ).map { row in
        (row[1] as Data, row[2] as String, row[3] as DatabaseValue)
      }
    }
    let casts = [
      "text": "CAST(? AS TEXT)", "real": "CAST(? AS REAL)", "integer": "CAST(? AS INTEGER)",
    ]
    for (bytes, kind, value) in cells {
      for position in bytes.indices {
        var changed = bytes
        changed[position] ^= 1
        let cast = casts[kind] ?? "?"
        let key = try set(table, column, to: changed, cast, where: value)
        try body("\(table).\(column), byte \(position)")
        try restore(table, column, to: value, from: changed, cast, key)
      }
    }
  }

  /// Changes the first row that has a value, and gives its key where the column is not the key itself.
  private func set(
    _ table: String,
    _ column: String,
    to bytes: Data,
    _ cast: String,
    where value: DatabaseValue
  ) throws -> DatabaseValue? {
    let key = table == "auditPart" ? "hash" : "rowid"
    return try queue.inDatabase { db in
      let found = try DatabaseValue.fetchOne(
        db,
        sql: "SELECT min(\(key)) FROM \(table) WHERE \(column) = ?",
        arguments: [value]
      )
      try db.execute(
        sql: "UPDATE \(table) SET \(column) = \(cast) WHERE \(key) = ?",
        arguments: [bytes, found]
      )
      return table == "auditPart" || column == "number" ? nil : found
    }
  }

  private func restore(
    _ table: String,
    _ column: String,
    to value: DatabaseValue,
    from bytes: Data,
    _ cast: String,
    _ key: DatabaseValue?
  ) throws {
    try queue.inDatabase { db in
      if let key {
        try db.execute(
          sql: "UPDATE \(table) SET \(column) = ? WHERE rowid = ?",
          arguments: [value, key]
        )
      } else {
        try db.execute(
          sql: "UPDATE \(table) SET \(column) = ? WHERE \(column) = \(cast)",
          arguments: [value, bytes]
        )
      }
    }
  }

  private static func triggers(_ db: Database) throws -> [String] {
    try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'")
  }
}

extension Tampering {
  /// Runs statements without checking keys, and gives how many triggers there are.
  static func withTriggers(_ path: String, _ sql: String) throws -> Int {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    return try queue.inDatabase { db in
      try db.execute(sql: sql)
      return try triggers(db).count
    }
  }
}

extension Tampering {
  /// Writes the last entry anew as if somebody else had asked for it, with the hash that it then has by
  /// the reference: SHA-256 of a name and of number, time, actor, action, detail and two hashes.
  func forge(entry: Int, actor: String) throws {
    try queue.inDatabase { db in
      for name in try Self.triggers(db) { try db.execute(sql: "DROP TRIGGER \(name)") }
      let row = try Row.fetchOne(
        db,
        sql: "SELECT number, at, action, detail, partsHash, previous FROM audit WHERE number = ?",
        arguments: [entry]
      )
      guard let row else { return }
      let fields =
        Self.integer(row[0]) + Self.integer(row[1]) + Self.text(actor) + Self.text(row[2])
        + Self.text(row[3]) + Self.bytes(row[4]) + Self.bytes(row[5])
      let hash = StoreFixtures.surroundings().digest(
        Array("shiftwright entry 1\0".utf8) + [0x10, 0, 7] + fields
      )
      try db.execute(
        sql: "UPDATE audit SET actor = ?, hash = ? WHERE number = ?",
        arguments: [actor, Data(hash), entry]
      )
    }
  }

  private static func integer(_ value: Int64) -> [UInt8] {
    [0x01] + (0..<8).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private static func text(_ value: String) -> [UInt8] { counted(0x03, Array(value.utf8)) }

  private static func bytes(_ value: Data) -> [UInt8] { counted(0x04, Array(value)) }

  private static func counted(_ kind: UInt8, _ content: [UInt8]) -> [UInt8] {
    let length = (0..<4).reversed().map { UInt8(truncatingIfNeeded: content.count >> (8 * $0)) }
    return [kind] + length + content
  }
}
