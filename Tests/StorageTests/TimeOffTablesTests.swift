import Foundation
import GRDB
import Storage
import TestSupport
import Testing
import Workforce

@Suite struct TimeOffTablesTests {
  private static func absence(
    _ employee: String = "E002",
    _ from: String = "2026-06-01",
    _ until: String = "2026-06-03"
  ) -> Absence {
    Absence(
      employee: employee,
      from: ScenarioFixtures.time(from + "T00:00"),
      until: ScenarioFixtures.time(until + "T00:00"),
      kind: "vacation"
    )
  }

  private func ask(_ store: CenterStore, _ absence: Absence = Self.absence()) throws -> Int {
    try store.requestTimeOff(absence, days: 2, seen: store.head(), by: "E002's own").number
  }

  private func decide(_ store: CenterStore, _ number: Int, _ state: TimeOffRequest.State) throws {
    var request = try #require(try store.timeOff().first { $0.number == number })
    request.state = state
    request.answer = "fine"
    _ = try store.decide(request, seen: store.head(), by: "planner")
  }

  @Test func `what is granted is an absence, and what is taken back is none`() throws {
    try StoreFixtures.withStore { store in
      let before = try #require(try store.scenario()).people.absences
      let number = try ask(store)
      #expect(try store.scenario()?.people.absences == before)
      try decide(store, number, .granted)
      #expect(try store.scenario()?.people.absences == before + [Self.absence()])
      #expect(try store.scenario()?.changed == [.absences])
      let request = try #require(try store.timeOff().first)
      #expect(request.decidedBy == "planner" && request.answer == "fine")
      try decide(store, number, .refused)
      #expect(try store.scenario()?.people.absences == before)
      #expect(try store.scenario()?.changed == [])
      #expect(try store.check().isEmpty)
      let actions = try store.auditEntries().suffix(3).map(\.action)
      #expect(actions == ["timeoff request", "timeoff decide", "timeoff decide"])
    }
  }

  /// Nothing in an entry may speak of the person.
  @Test func `the trail holds requests by their hashes only`() throws {
    try StoreFixtures.withStore { store in
      try decide(store, try ask(store), .granted)
      _ = try store.setAllowance(25.5, year: 2026, of: "E002", by: "hr")
      for entry in try store.auditEntries().suffix(3) {
        #expect(!entry.detail.contains("E002") && !entry.detail.contains("2026-06"))
        #expect(!entry.detail.contains("vacation") && !entry.detail.contains("25"))
        #expect(entry.people == 1)
      }
      _ = try Tampering.withTriggers(store.path, "UPDATE timeOff SET days = 1")
      let findings = try store.check().map(\.description).joined(separator: "\n")
      #expect(findings.contains("the rows of employee 'E002'"), "\(findings)")
    }
  }

  @Test func `an allowance is written once and replaced`() throws {
    try StoreFixtures.withStore { store in
      var marks: [AuditMark?] = []
      for (days, year) in [(25.5, 2026), (25.5, 2026), (20, 2026), (3, 2027)] {
        marks.append(try store.setAllowance(days, year: year, of: "E001", by: "hr"))
      }
      #expect(marks.map { $0 == nil } == [false, true, false, false])
      #expect(try store.allowances(of: "E001") == [2026: 20, 2027: 3])
      #expect(try store.allowances(of: "E002") == [:])
      #expect(throws: ShiftwrightError.self) {
        try store.setAllowance(3, year: 2027, of: "E999", by: "hr")
      }
      #expect(try store.check().isEmpty)
    }
  }

  @Test func `what was judged by older data is not written`() throws {
    try StoreFixtures.withStore { store in
      let seen = try store.head()
      _ = try store.setAllowance(25, year: 2026, of: "E001", by: "hr")
      let error = #expect(throws: ShiftwrightError.self) {
        try store.requestTimeOff(Self.absence(), days: 2, seen: seen, by: "hr")
      }
      #expect(
        error?.message == """
          \(store.path) was changed by somebody else meanwhile; nothing was written.
          Run the command again.
          """
      )
      #expect(try store.timeOff().isEmpty)
    }
  }

  /// An import replaces the rows of `absences.csv`; what was granted stays.
  @Test func `an import keeps what was granted, unless it speaks of the time itself`() throws {
    try StoreFixtures.withStore { store in
      try decide(store, try ask(store), .granted)
      let other = StoreFixtures.parts(people: 5, seed: 2)
      _ = try store.replaceScenario(other, isReplacing: true, by: "hr")
      let kept = try #require(try store.scenario()).people.absences
      #expect(kept == other.people.absences + [Self.absence()])
      var own = other
      own.files = StoreFixtures.parts(people: 5, seed: 4).files
      own.people.absences = [Self.absence("E002", "2026-06-02", "2026-06-08")]
      _ = try store.replaceScenario(own, isReplacing: true, by: "hr")
      #expect(try store.scenario()?.people.absences == own.people.absences)
      own.files = StoreFixtures.parts(people: 5, seed: 3).files
      own.people.absences = [Self.absence()]
      _ = try store.replaceScenario(own, isReplacing: true, by: "hr")
      #expect(try store.scenario()?.people.absences == [Self.absence()])
      #expect(try store.scenario()?.changed == [])
      try decide(store, 1, .refused)
      #expect(try store.scenario()?.people.absences == [])
      #expect(try store.check().isEmpty)
    }
  }

  @Test func `an erased person's requests go, and their numbers are not given again`() throws {
    try StoreFixtures.withStore { store in
      let first = try ask(store)
      try decide(store, first, .granted)
      _ = try store.setAllowance(25, year: 2026, of: "E002", by: "hr")
      let mark = try store.head()
      _ = try store.erase("E002", reason: "asked for it", by: "hr")
      #expect(try store.timeOff().isEmpty)
      #expect(try store.allowances(of: "E002").isEmpty)
      let second = try ask(store, Self.absence("E001"))
      #expect((first, second) == (1, 2))
      #expect(try store.check().isEmpty)
      #expect(try store.verifyAudit(head: mark).isEmpty)
      let queue = try DatabaseQueue(path: store.path)
      let left = try queue.read { db in
        try Int.fetchOne(
          db,
          sql: "SELECT (SELECT count(*) FROM absence WHERE timeOff = 1) + count(*) FROM allowance"
        )
      }
      #expect(left == 0)
    }
  }
}
