import Foundation
import GRDB
import TestSupport
import Testing
import Workforce

@testable import Storage

@Suite struct RosterTablesTests {
  private static let week = ScenarioFixtures.week

  /// Two people; `late` moves the second one's shift by hours.
  private static func roster(late hours: Int = 0) -> Roster {
    let tours = [("E001", 0), ("E003", hours)].map { id, late in
      Tour(
        employee: id,
        shifts: [0, 2].map { day in
          let start = Instant(secondsSinceEpoch: 1_772_438_400 + 86_400 * day + 3600 * late)
          let times = [0, 120, 150, 480].map { start.adding(minutes: $0) }
          let kinds: [ShiftSegment.Kind] = [.work, .lunch, .work]
          return Shift(
            date: ScenarioFixtures.date("2026-03-02").adding(days: day),
            start: times[0],
            end: times[3],
            segments: kinds.indices.map { index in
              ShiftSegment(kind: kinds[index], start: times[index], end: times[index + 1])
            },
            queues: ["phone", "chat"]
          )
        }
      )
    }
    return Roster(week: week, zone: .utc, tours: tours)
  }

  private static func hash(_ byte: UInt8) -> [UInt8] { Array(repeating: byte, count: 32) }

  private static func publish(_ store: CenterStore, _ byte: UInt8, late: Int = 0) throws
    -> (version: Int, mark: AuditMark?)
  {
    try store.publish(roster(late: late), runHash: hash(byte), program: "0.1.0", by: "planner")
  }

  @Test func `gives back what was published, version by version`() throws {
    try StoreFixtures.withStore { store in
      let numbers = [
        try Self.publish(store, 1).version, try Self.publish(store, 2, late: 3).version,
      ]
      #expect(numbers == [1, 2])
      #expect(try store.roster(Self.week, version: 1) == Self.roster())
      #expect(try store.roster(Self.week, version: 2) == Self.roster(late: 3))
      #expect(try store.roster(Self.week, version: 3) == nil)
      let versions = try store.rosterVersions()
      #expect(versions.map(\.state) == [.superseded, .published])
      #expect(versions.map(\.people) == [2, 2])
      #expect(versions.map(\.runHash) == [Self.hash(1), Self.hash(2)])
      #expect(try store.rosterVersions(of: ScenarioFixtures.week("2026-W11")).isEmpty)
      #expect(try store.check().isEmpty)
    }
  }

  @Test func `the same run again is what holds already, until another one does`() throws {
    try StoreFixtures.withStore { store in
      _ = try Self.publish(store, 1)
      let head = try store.head()
      let again = try Self.publish(store, 1)
      #expect(again.version == 1 && again.mark == nil)
      #expect(try store.head() == head)
      _ = try Self.publish(store, 2)
      let back = try Self.publish(store, 1)
      #expect(back.version == 3 && back.mark != nil)
      #expect(try store.check().isEmpty)
    }
  }

  @Test func `a withdrawn roster holds no more`() throws {
    try StoreFixtures.withStore { store in
      _ = try Self.publish(store, 1)
      let withdrawn = try store.withdraw(Self.week, reason: "two are ill", by: "planner")
      #expect(withdrawn.version == 1)
      #expect(try store.rosterVersions().map(\.state) == [.withdrawn])
      #expect(try store.rosterVersions().map(\.reason) == ["two are ill"])
      let error = #expect(throws: ShiftwrightError.self) {
        try store.withdraw(Self.week, reason: "again", by: "planner")
      }
      #expect(
        error?.message == """
          \(store.path) has no published roster for 2026-W10.
          See which there are: shiftwright roster list --db \(store.path)
          """
      )
      #expect(try Self.publish(store, 1).version == 2)
      #expect(try store.check().isEmpty)
    }
  }

  @Test func `somebody unknown on it stops it as a whole`() throws {
    try StoreFixtures.withStore { store in
      var roster = Self.roster()
      roster.tours[1].employee = "X"
      #expect(throws: ShiftwrightError.self) {
        try store.publish(roster, runHash: Self.hash(1), program: "0.1.0", by: "planner")
      }
      let (versions, entries) = (try store.rosterVersions(), try store.auditEntries())
      #expect(versions.isEmpty && entries.count == 2)
    }
  }

  @Test func `a full disk stops it as a whole, and nothing is damaged`() throws {
    try StoreFixtures.withStore(people: 40) { store in
      let head = try store.head()
      try store.direct { db in
        let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
        try db.execute(sql: "PRAGMA max_page_count = \(pages + 1)")
      }
      var roster = Self.roster()
      let tour = roster.tours[0]
      roster.tours = (1...40).map { number in
        var own = tour
        own.employee = String("E" + String(1000 + number).dropFirst())
        return own
      }
      let error = #expect(throws: ShiftwrightError.self) {
        try store.publish(roster, runHash: Self.hash(1), program: "0.1.0", by: "planner")
      }
      #expect(
        error?.message == """
          The disk with \(store.path) is full.
          Make room and try again; nothing was changed, \(store.path) is as it was.
          """
      )
      let versions = try store.rosterVersions()
      #expect(try store.head() == head && versions.isEmpty)
      #expect(try store.check().isEmpty)
    }
  }

  @Test func `an erased person leaves every version, and the trail stays whole`() throws {
    try StoreFixtures.withStore { store in
      _ = try Self.publish(store, 1)
      _ = try Self.publish(store, 2, late: 1)
      let erased = try store.erase("E003", reason: "asked for it", by: "hr")
      #expect(erased.parts == 3)
      for version in [1, 2] {
        let tours = try store.roster(Self.week, version: version)?.tours
        #expect(tours?.map(\.employee) == ["E001"])
      }
      #expect(try store.check().isEmpty)
    }
  }

  @Test(arguments: [
    ("UPDATE rosterSegment SET start = start + 1 WHERE employee = 1", "the data differ"),
    ("UPDATE rosterSegment SET served = 'chat' WHERE employee = 3", "the data differ"),
    ("DELETE FROM rosterSegment WHERE employee = 1 AND segment = 2", "the data differ"),
    ("UPDATE rosterSegment SET employee = 2 WHERE employee = 1", "rows of rosterSegment"),
  ])
  func `audit finds a published shift that was changed`(sql: String, said: String) throws {
    try StoreFixtures.withStore { store in
      _ = try Self.publish(store, 1)
      try Tampering(store.path).run(sql)
      let findings = try store.verifyAudit().map(\.message).joined(separator: "\n")
      #expect(findings.contains(said), "\(findings)")
    }
  }

  @Test(arguments: [
    "UPDATE rosterVersion SET state = 'withdrawn'", "UPDATE rosterVersion SET reason = 'none'",
    "UPDATE run SET recordHash = zeroblob(32)",
  ])
  func `check finds a state, a reason and a run that the trail does not tell`(sql: String) throws {
    try StoreFixtures.withStore { store in
      _ = try Self.publish(store, 1)
      _ = try Tampering.withTriggers(store.path, sql)
      #expect(
        try store.check().map(\.message)
          == ["the roster 2026-W10 version 1 is not what the audit trail holds."]
      )
    }
  }
}
