import Foundation
import GRDB
import Workforce

/// Writes rosters of a week inside a transaction.
struct RosterWriter {
  let db: Database
  let week: String

  /// The version that holds; `nil` when none does.
  func publishedVersion() throws -> Int? {
    try Int.fetchOne(
      db,
      sql: "SELECT version FROM rosterVersion WHERE week = ? AND state = 'published'",
      arguments: [week]
    )
  }

  /// The version that holds, if it is of this run.
  func publishedVersion(of run: [UInt8]) throws -> Int? {
    try Int.fetchOne(
      db,
      sql: """
        SELECT v.version FROM rosterVersion v JOIN run r ON r.key = v.run
        WHERE v.week = ? AND v.state = 'published' AND r.recordHash = ?
        """,
      arguments: [week, Data(run)]
    )
  }

  /// The key of a run, which may have been published before.
  func run(_ hash: [UInt8], _ program: String, _ time: Instant) throws -> Int64 {
    let sql = "SELECT key FROM run WHERE recordHash = ?"
    if let key = try Int64.fetchOne(db, sql: sql, arguments: [Data(hash)]) { return key }
    try db.execute(
      sql: "INSERT INTO run(week, recordHash, program, publishedAt) VALUES (?, ?, ?, ?)",
      arguments: [week, Data(hash), program, time.secondsSinceEpoch]
    )
    return db.lastInsertedRowID
  }

  /// Adds a version that holds from now on.
  func add(_ run: Int64, entry: Int64) throws -> (key: Int64, version: Int) {
    let last = try Int.fetchOne(
      db,
      sql: "SELECT max(version) FROM rosterVersion WHERE week = ?",
      arguments: [week]
    )
    try db.execute(
      sql: "UPDATE rosterVersion SET state = 'superseded' WHERE week = ? AND state = 'published'",
      arguments: [week]
    )
    let version = (last ?? 0) + 1
    try db.execute(
      sql: """
        INSERT INTO rosterVersion(week, version, run, state, entry)
        VALUES (?, ?, ?, 'published', ?)
        """,
      arguments: [week, version, run, entry]
    )
    return (db.lastInsertedRowID, version)
  }

  /// Adds the shifts of a person.
  func insert(_ tour: Tour, of employee: Int64, into version: Int64) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO rosterSegment(version, employee, shift, segment, date, kind, start, "end",
          served)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    )
    for (place, shift) in tour.shifts.enumerated() {
      for (part, segment) in shift.segments.enumerated() {
        try statement.execute(arguments: [
          version, employee, place, part, shift.date.description, segment.kind.rawValue,
          segment.start.secondsSinceEpoch, segment.end.secondsSinceEpoch,
          shift.queues.joined(separator: "+"),
        ])
      }
    }
  }

  func withdraw(_ version: Int, _ reason: String) throws {
    try db.execute(
      sql: """
        UPDATE rosterVersion SET state = 'withdrawn', reason = ? WHERE week = ? AND version = ?
        """,
      arguments: [reason, week, version]
    )
  }
}
