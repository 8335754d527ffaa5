import Foundation
import GRDB
import Storage
import TestSupport
import Testing
import Workforce

@Suite struct AuditTests {
  @Test func `a fresh trail is whole, and its marks hold`() throws {
    try StoreFixtures.withStore { store in
      let entries = try store.auditEntries()
      #expect(entries.map(\.action) == ["create", "import"])
      #expect(entries.map(\.people) == [0, 6])
      #expect(entries[1].detail == #"{"added":6,"changed":0,"files":7,"missing":0,"people":6}"#)
      for entry in entries { #expect(try store.verifyAudit(head: entry.mark).isEmpty) }
      #expect(try store.check().isEmpty)
    }
  }

  /// Every column that a hash covers, every byte of every cell.
  @Test(arguments: [
    ("audit", "number"), ("audit", "at"), ("audit", "actor"), ("audit", "action"),
    ("audit", "detail"), ("audit", "partsHash"), ("audit", "previous"), ("audit", "hash"),
    ("auditPart", "hash"), ("auditPayload", "employee"), ("auditPayload", "source"),
    ("auditPayload", "salt"), ("auditPayload", "payload"), ("center", "mark"),
  ])
  func `finds one changed byte`(table: String, column: String) throws {
    try StoreFixtures.withStore(people: 1) { store in
      let tampering = try Tampering(store.path)
      try tampering.flipEach(table, column) { place in
        let findings = try store.verifyAudit()
        #expect(!findings.isEmpty, "\(place)")
      }
      #expect(try store.verifyAudit().isEmpty)
    }
  }

  @Test(arguments: [
    (
      "DELETE FROM auditPayload WHERE entry = 2 AND part = 1",
      "entry 2, part 1: the data are missing"
    ),
    ("DELETE FROM auditPart WHERE entry = 2 AND part = 1", "entry 2 has other parts"),
    ("DELETE FROM audit WHERE number = 1", "entry 1 is missing: entry 2 follows"),
    ("DELETE FROM audit", "the trail is empty"),
    ("DELETE FROM center", "the center's mark is missing"),
    (
      "INSERT INTO auditPart SELECT 2, 99, hash FROM auditPart WHERE entry = 2 AND part = 1",
      "entry 2 has other parts"
    ),
    (
      "INSERT INTO auditPayload SELECT 9, 1, employee, source, salt, payload FROM auditPayload LIMIT 1",
      "1 data without a part"
    ),
    (
      """
      INSERT INTO run VALUES (1, '2026-W10', zeroblob(32), 'x', 0);
      INSERT INTO rosterVersion VALUES (1, '2026-W10', 1, 1, 'published', NULL, 2);
      INSERT INTO rosterSegment VALUES (1, 1, 0, 0, '2026-03-02', 'work', 0, 60, 'phone')
      """,
      "1 rows of rosterSegment that no entry hashes"
    ),
  ])
  func `finds what came, went or was never there`(sql: String, said: String) throws {
    try StoreFixtures.withStore { store in
      try Tampering(store.path).run(sql)
      let findings = try store.verifyAudit().map(\.description).joined(separator: "\n")
      #expect(findings.contains(said), "\(findings)")
    }
  }

  @Test func `finds a cut end by its mark only`() throws {
    try StoreFixtures.withStore { store in
      let head = try store.head()
      try Tampering(store.path).run(
        "DELETE FROM auditPayload; DELETE FROM auditPart; DELETE FROM audit WHERE number = 2"
      )
      #expect(try store.verifyAudit().isEmpty)
      let findings = try store.verifyAudit(head: head)
      #expect(
        findings.map(\.message) == ["audit: the trail ends at entry 1, but entry 2 was confirmed."]
      )
    }
  }

  /// An entry written anew with right hashes of its own.
  @Test func `a forged entry that fits is found by the mark only`() throws {
    try StoreFixtures.withStore { store in
      let head = try store.head()
      try Tampering(store.path).forge(entry: 2, actor: "somebody else")
      #expect(try store.verifyAudit().isEmpty)
      #expect(try store.auditEntries().map(\.actor) == ["test", "somebody else"])
      #expect(
        try store.verifyAudit(head: head).map(\.message)
          == ["audit: entry 2 is another than the one that was confirmed."]
      )
    }
  }

  @Test(arguments: [
    "UPDATE audit SET at = 1", "DELETE FROM audit", "UPDATE auditPart SET hash = zeroblob(32)",
    "DELETE FROM auditPart", "UPDATE auditPayload SET payload = NULL", "DELETE FROM auditPayload",
    "DELETE FROM employee", "INSERT INTO site VALUES (1, 2, 3)",
    "INSERT INTO skill VALUES ('')", "UPDATE employee SET hired = '2023-02-29'",
    "UPDATE employee SET fullTimeEquivalent = 1.5", "UPDATE employee SET fullTimeEquivalent = 'x'",
    "UPDATE absence SET untilLocal = fromLocal", "UPDATE preference SET weight = 0",
    "INSERT INTO run VALUES ('one', 'w', zeroblob(32), '', 0)",
  ])
  func `the tables refuse`(sql: String) throws {
    try StoreFixtures.withStore { store in
      let queue = try DatabaseQueue(path: store.path)
      #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: sql) } }
      #expect(try store.check().isEmpty)
    }
  }

  @Test(arguments: [
    ("UPDATE employee SET name = 'Eve' WHERE id = 'E001'", "the rows of employee 'E001'"),
    ("UPDATE skillGrant SET level = 'expert'", "the rows of employee 'E002'"),
    (
      "UPDATE scenarioFile SET bytes = x'00' WHERE name = 'scenario.yaml'", "the file scenario.yaml"
    ),
    ("DELETE FROM scenarioFile WHERE name = 'scenario.yaml'", "the file scenario.yaml"),
    ("CREATE TABLE more(x)", "the tables are not those of schema 2"),
    ("UPDATE skillGrant SET skill = 'none'", "a row of skillGrant refers to a row of skill"),
  ])
  func `check finds what was changed by other means`(sql: String, said: String) throws {
    try StoreFixtures.withStore { store in
      let triggers = try Tampering.withTriggers(store.path, sql)
      #expect(triggers > 0)
      let findings = try store.check().map(\.description).joined(separator: "\n")
      #expect(findings.contains(said), "\(findings)")
    }
  }
}
