import Foundation
import GRDB
public import Workforce

extension CenterStore {
  /// Publishes the roster of a run; the version before it is superseded.
  ///
  /// - Parameters:
  ///   - roster: Who works when.
  ///   - runHash: The hash that the run's record has of itself, 32 bytes.
  ///   - program: The version of the program that wrote the run.
  ///   - actor: Who asks for it.
  /// - Returns: The version, and the entry of the trail; no entry when this run is what holds already.
  /// - Throws: `ShiftwrightError` when somebody on it is unknown, or the file cannot be written.
  public func publish(
    _ roster: Roster,
    runHash: [UInt8],
    program: String,
    by actor: String
  ) throws(ShiftwrightError) -> (version: Int, mark: AuditMark?) {
    let time = surroundings.now()
    let written = try writeIfNeeded("publish", by: actor) { db, draft in
      let writer = RosterWriter(db: db, week: roster.week.description)
      if let version = try writer.publishedVersion(of: runHash) {
        draft.isNeeded = false
        return version
      }
      let keys = try roster.tours.filter { !$0.shifts.isEmpty }.map { tour in
        try self.key(of: tour.employee, db)
      }
      let run = try writer.run(runHash, program, time)
      let (key, version) = try writer.add(run, entry: draft.number)
      for (tour, employee) in zip(roster.tours.filter { !$0.shifts.isEmpty }, keys) {
        try writer.insert(tour, of: employee, into: key)
      }
      draft.parts = keys.sorted().map {
        AuditDraft.Part(employee: $0, source: "rosterSegment", payload: nil)
      }
      draft.detail = [
        "run": .text(hexadecimal(runHash)), "version": .integer(version),
        "week": .text(roster.week.description),
      ]
      return version
    }
    return (written.value, written.mark)
  }

  /// Takes the roster of a week back that holds.
  ///
  /// - Parameters:
  ///   - week: The week.
  ///   - reason: Why, for everybody to read.
  ///   - actor: Who asks for it.
  /// - Returns: The version, and the entry of the trail.
  /// - Throws: `ShiftwrightError` when none holds, or the file cannot be written.
  public func withdraw(_ week: ISOWeek, reason: String, by actor: String)
    throws(ShiftwrightError) -> (version: Int, mark: AuditMark)
  {
    guard !reason.isEmpty else {
      throw ShiftwrightError("The reason is empty.\nSay why, without names.")
    }
    let written = try write("withdraw", by: actor) { db, draft in
      let writer = RosterWriter(db: db, week: week.description)
      guard let version = try writer.publishedVersion() else {
        throw ShiftwrightError(
          "\(path) has no published roster for \(week).\n"
            + "See which there are: shiftwright roster list --db \(path)"
        )
      }
      try writer.withdraw(version, reason)
      draft.detail = [
        "reason": .text(reason), "version": .integer(version),
        "week": .text(week.description),
      ]
      return version
    }
    return (written.value, written.mark)
  }

  /// The rosters that were published, by week and version.
  ///
  /// - Parameter week: One week; all when left out.
  /// - Returns: The versions.
  /// - Throws: `ShiftwrightError` when the database cannot be read.
  public func rosterVersions(of week: ISOWeek? = nil) throws(ShiftwrightError) -> [RosterVersion] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT v.week, v.version, v.state, v.reason, a.at, r.program, r.recordHash, v.entry,
            (SELECT count(DISTINCT employee) FROM rosterSegment WHERE version = v.key)
          FROM rosterVersion v JOIN run r ON r.key = v.run JOIN audit a ON a.number = v.entry
          WHERE ?1 IS NULL OR v.week = ?1 ORDER BY v.week, v.version
          """,
        arguments: [week?.description]
      )
      return try rows.map { row in
        guard let week = ISOWeek(row[0] as String),
          let state = RosterVersion.State(rawValue: row[2])
        else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a roster's week") }
        return RosterVersion(
          week: week,
          version: row[1],
          state: state,
          reason: row[3],
          time: Instant(secondsSinceEpoch: row[4]),
          program: row[5],
          runHash: Array(row[6] as Data),
          people: row[8],
          entry: row[7]
        )
      }
    }
  }

  /// A roster as it was published, without people who were erased since.
  ///
  /// - Parameters:
  ///   - week: The week.
  ///   - version: Its version.
  /// - Returns: The roster; `nil` when there is no such version.
  /// - Throws: `ShiftwrightError` when the database cannot be read.
  public func roster(_ week: ISOWeek, version: Int) throws(ShiftwrightError) -> Roster? {
    try read { db in
      let key = try Int64.fetchOne(
        db,
        sql: "SELECT key FROM rosterVersion WHERE week = ? AND version = ?",
        arguments: [week.description, version]
      )
      return try key.map { try RosterReading(db: db, week: week).roster($0) }
    }
  }

  /// The states, runs and reasons of rosters as the trail tells them, against those of the table.
  func rosters(_ db: Database) throws -> [Diagnostic] {
    let told = try RosterReading.standings(db)
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT v.week, v.version, v.state, r.recordHash, v.reason
        FROM rosterVersion v JOIN run r ON r.key = v.run
        """
    )
    let found = Dictionary(
      uniqueKeysWithValues: rows.map { row in
        let name = "\(row[0] as String) version \(row[1] as Int)"
        let run = told[name]?.run == nil ? nil : hexadecimal(Array(row[3] as Data))
        return (name, RosterReading.Standing(state: row[2], run: run, reason: row[4]))
      }
    )
    let names = Set(told.keys).union(found.keys).sorted()
    return names.filter { told[$0] != found[$0] }.map { name in
      Diagnostic(
        file: path,
        message: "the roster \(name) is not what the audit trail holds.",
        suggestion: "Somebody changed the file by other means. Compare it with a backup."
      )
    }
  }
}

/// Two digits for each byte.
func hexadecimal(_ bytes: [UInt8]) -> String {
  String(AuditMark(number: 1, hash: bytes).description.dropFirst(2))
}
