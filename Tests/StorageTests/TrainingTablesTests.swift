import Foundation
import GRDB
import TestSupport
import Testing
import Workforce

@testable import Storage

/// Records of training as rows: what they refuse, what the trail sees, what goes with a person.
@Suite struct TrainingTablesTests {
  private typealias Make = ScenarioFixtures

  @Test func `records are in the trail, and nothing is stored twice`() throws {
    try StoreFixtures.withTraining { store in
      #expect(try store.verifyAudit() == [])
      #expect(try store.check() == [])
      let entry = try #require(try store.auditEntries().last)
      #expect(entry.action == "training" && entry.people == 3)
      #expect(
        entry.detail
          == #"{"assessment":3,"attendance":1,"certification":2,"classPerson":3,"classSession":2,"#
          + #""course":2,"enrolment":2,"mentoring":1,"mentoringPerson":2,"performance":1,"#
          + #""revocation":1}"#
      )
      let payloads = try store.read { db in
        try Int.fetchOne(
          db,
          sql: "SELECT count(*) FROM auditPayload WHERE entry = 3 AND payload IS NOT NULL"
        )
      }
      #expect(payloads == 0)
    }
  }

  @Test func `the same records again change nothing`() throws {
    try StoreFixtures.withTraining { store in
      let again = try store.record("training", by: "lead") { writer in
        try StoreFixtures.addTraining(to: writer)
      }
      #expect(again.mark == nil && again.counts.isEmpty)
      let entries = try store.auditEntries()
      #expect(entries.count == 3)
    }
  }

  /// Every column of every table, every byte of every cell.
  @Test(arguments: [
    ("course", "entry, name"),
    ("classSession", "entry, id, course, startLocal, endLocal, room, site, seats"),
    ("classPerson", "entry, session, employee, role"),
    (
      "certification", "entry, employee, course, attained, fromLocal, lapsesLocal, reference"
    ),
    ("revocation", "entry, employee, certification, reason"),
    ("enrolment", "entry, employee, curriculum, course, session, cohort, fromDate"),
    ("mentoring", "entry, fromDate, untilDate"),
    ("mentoringPerson", "entry, mentoring, employee, role"),
    ("attendance", "entry, employee, session, minutes, reference"),
    (
      "assessment",
      "entry, employee, course, session, sat, attempt, score, passMark, examiner, evidence,"
        + " source, reference, corrects, reason"
    ),
    ("performance", "entry, employee, date, measure, cases, mean"),
  ])
  func `verify finds one changed byte`(table: String, columns: String) throws {
    try StoreFixtures.withTraining(people: 3) { store in
      let tampering = try Tampering(store.path)
      for column in columns.components(separatedBy: ", ") {
        try tampering.flipEach(table, column) { place in
          let findings = try store.verifyAudit()
          #expect(!findings.isEmpty, "\(place)")
        }
      }
      #expect(try store.verifyAudit().isEmpty)
    }
  }

  @Test(arguments: TrainingTable.allCases)
  func `verify finds a row of another number`(table: TrainingTable) throws {
    try StoreFixtures.withTraining { store in
      let name = table.rawValue
      try Tampering(store.path).run(
        "UPDATE \(name) SET key = key + 100 WHERE key = (SELECT max(key) FROM \(name))"
      )
      #expect(try !store.verifyAudit().isEmpty)
    }
  }

  @Test func `columns are all named above`() throws {
    let memory = try DatabaseQueue()
    let columns = try memory.inDatabase { db in
      for version in 1...Migrator.latest { try Migrator.apply(version, to: db) }
      return try TrainingTable.allCases.map { table in
        try Row.fetchAll(db, sql: "PRAGMA table_info(\(table.rawValue))").count
      }
    }
    #expect(columns == [3, 9, 5, 8, 5, 8, 4, 5, 6, 15, 7])
  }

  @Test func `a row that no entry wrote is found`() throws {
    try StoreFixtures.withTraining { store in
      try Tampering(store.path).run(
        "INSERT INTO attendance VALUES (9, 3, 4, 0, 90, 'forged')"
      )
      #expect(
        try store.verifyAudit().map(\.message)
          == ["audit: 1 rows of attendance that no entry hashes."]
      )
    }
  }

  @Test(arguments: TrainingTable.allCases)
  func `rows are never changed and never deleted`(table: TrainingTable) throws {
    try StoreFixtures.withTraining { store in
      let queue = try DatabaseQueue(path: store.path)
      for sql in ["UPDATE \(table.rawValue) SET entry = 1", "DELETE FROM \(table.rawValue)"] {
        let error = #expect(throws: DatabaseError.self) {
          try queue.write { try $0.execute(sql: sql) }
        }
        #expect(error?.message?.hasPrefix("records of training ") == true, "\(sql)")
      }
      #expect(try store.check().isEmpty)
    }
  }

  @Test(arguments: [
    "INSERT INTO course VALUES (65536, 3, 'x')", "INSERT INTO course VALUES (5, 3, 'aml')",
    "INSERT INTO classSession VALUES (7, 3, 's7', 0, '2026-03-03T10:00', '2026-03-03T10:00', NULL, NULL, 1)",
    "INSERT INTO classPerson VALUES (9, 3, 0, 4, 'trainer')",
    "INSERT INTO certification VALUES (9, 3, 1, 0, '2026-02-29', '2026-03-01T00:00', NULL, 'x')",
    "INSERT INTO certification VALUES (9, 3, 1, 0, '2026-02-28', '2026-02-27T23:59', NULL, 'x')",
    "INSERT INTO certification VALUES (9, 3, 1, 0, '2026-02-28', '2026-02-28T00:00', '2026-02-28T00:00', 'x')",
    "INSERT INTO certification VALUES (9, 3, 1, 0, '2026-02-28', '2026-02-28T00:00', NULL, 'c1')",
    "INSERT INTO revocation VALUES (9, 3, 1, 2, 'again')",
    "INSERT INTO enrolment VALUES (9, 3, 1, 'agent', 0, NULL, '', '2026-03-02')",
    "INSERT INTO enrolment VALUES (9, 3, 1, NULL, NULL, NULL, '', '2026-03-02')",
    "INSERT INTO attendance VALUES (9, 3, 1, 0, -1, 'x')",
    "INSERT INTO assessment VALUES (9, 3, 1, 0, NULL, '2026-03-03T11:30', 1, 1.5, 0.8, '', '', 'lms', '9', NULL, NULL)",
    "INSERT INTO assessment VALUES (9, 3, 1, 0, NULL, '2026-03-03T11:30', 1, 1, 0.8, '', '', 'lms', '17', NULL, NULL)",
    "INSERT INTO assessment VALUES (9, 3, 1, 0, NULL, '2026-03-03T11:30', 1, 1, 0.8, '', '', 'lms', '9', 1, 'twice')",
    "INSERT INTO assessment VALUES (9, 3, 1, 0, NULL, '2026-03-03T11:30', 1, 1, 0.8, '', '', 'lms', '9', 3, NULL)",
    "INSERT INTO performance VALUES (9, 3, 1, '2026-03-03', 'quality', 1, 1.5)",
    "INSERT INTO performance VALUES (9, 3, 1, '2026-03-02', 'handle_time', 1, 1)",
  ])
  func `the tables refuse`(sql: String) throws {
    try StoreFixtures.withTraining { store in
      let queue = try DatabaseQueue(path: store.path)
      #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: sql) } }
    }
  }

  @Test(arguments: ["E001", "E002", "E003"])
  func `erasing a person takes every row, and the trail stays whole`(employee: String) throws {
    try StoreFixtures.withTraining { store in
      let before = try store.head()
      let key = try store.read { db in try store.key(of: employee, db) }
      _ = try store.erase(employee, reason: "asked for it", by: "hr")
      for mark in [before, try store.head()] { #expect(try store.verifyAudit(head: mark) == []) }
      #expect(try store.check() == [])
      let tables = TrainingTable.allCases.filter(\.isPersonal).map(\.rawValue) + ["trainingDigest"]
      let left = try store.read { db in
        try tables.map { table in
          try Int.fetchOne(
            db,
            sql: "SELECT count(*) FROM \(table) WHERE employee = ?",
            arguments: [key]
          )
        }
      }
      #expect(left.allSatisfy { $0 == 0 })
      let training = try #require(try store.scenario()).training
      #expect(!training.people.contains(employee))
      #expect(training.sessions.map(\.id) == ["s1", "s2"])
      #expect(training.mentorings.isEmpty == (employee != "E003"))
    }
  }

  @Test func `check finds a digest that is not what the rows say`() throws {
    try StoreFixtures.withTraining { store in
      _ = try Tampering.withTriggers(
        store.path,
        "UPDATE trainingDigest SET attempts = x'' WHERE employee = 2"
      )
      let findings = try store.check().map(\.message)
      #expect(
        findings.contains("the digest of training of employee 'E002' is not what the rows say.")
      )
    }
  }
}
