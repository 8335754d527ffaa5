import Foundation
import GRDB
import TestSupport
import Testing
import Workforce

@testable import Storage

/// A database of each published schema, kept as it was: later programs must still read it.
@Suite struct FixtureTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures")

  @Test func `a database of the first schema opens and is sound`() throws {
    try StoreFixtures.withPath { path in
      let fixture = Self.folder.appending(path: "v1.sqlite")
      try FileManager.default.copyItem(at: fixture, to: URL(filePath: path))
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
      let store = try CenterStore(path: path, StoreFixtures.surroundings(seed: 2))
      #expect(try store.check().isEmpty)
      #expect(
        try store.auditEntries().prefix(5).map(\.action)
          == ["create", "import", "publish", "import", "erase"]
      )
      let people = try #require(try store.scenario()).people
      #expect(people.employees.map(\.id) == ["E001", "E003", "E004", "E005", "E006"])
      #expect(people.employees[1].team == "team 9")
      let segments = try store.read { db in
        try Row.fetchAll(db, sql: "SELECT * FROM rosterSegment").map(\.description)
      }
      #expect(segments.count == 2)
      try store.close()
    }
  }

  /// A database with files of training, which the first schema kept as bytes: what reads CSV moves them.
  @Test func `files of training stay until they are moved, and the trail is whole`() throws {
    try StoreFixtures.withPath { path in
      let fixture = Self.folder.appending(path: "v1-training.sqlite")
      try FileManager.default.copyItem(at: fixture, to: URL(filePath: path))
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
      let store = try CenterStore(path: path, StoreFixtures.surroundings(seed: 2))
      #expect(try store.check().isEmpty)
      #expect(try store.auditEntries().map(\.action) == ["create", "import", "migrate"])
      let names = try #require(try store.scenario()).files.map(\.name)
      #expect(names.contains("certifications.csv") && names.contains("training.yaml"))
      try store.close()
    }
  }

  @Test func `its tables are those that the first step makes`() throws {
    var configuration = Configuration()
    configuration.readonly = true
    try StoreFixtures.withPath { path in
      try FileManager.default.copyItem(
        at: Self.folder.appending(path: "v1.sqlite"),
        to: URL(filePath: path)
      )
      let fixture = try DatabaseQueue(path: path)
      let found = try fixture.inDatabase(Migrator.schema)
      let memory = try DatabaseQueue()
      let expected = try memory.inDatabase { db in
        try Migrator.apply(1, to: db)
        return try Migrator.schema(of: db)
      }
      #expect(found == expected)
    }
  }

  /// Makes the file anew; only for a schema that was not published yet.
  @Test(
    .enabled(
      if: ProcessInfo.processInfo.environment["MAKE_FIXTURE"] == "1" && Migrator.latest == 1,
      "MAKE_FIXTURE=1 writes Fixtures/v1.sqlite, while there is no later schema"
    )
  )
  func `makes the fixture`() throws {
    try StoreFixtures.withStore { store in
      try Self.publish(store)
      var parts = StoreFixtures.parts(seed: 2)
      parts.people.employees[2].team = "team 9"
      _ = try store.replaceScenario(parts, isReplacing: true, by: "planner")
      _ = try store.erase("E002", reason: "left the center", by: "hr")
      let target = Self.folder.appending(path: "v1.sqlite")
      try? FileManager.default.removeItem(at: target)
      try store.copy(to: target.path)
    }
  }

  /// A published week with a shift of two people.
  private static func publish(_ store: CenterStore) throws {
    _ = try store.write("publish", by: "planner") { db, draft in
      try db.execute(
        sql: """
          INSERT INTO run VALUES (1, '2026-W10', zeroblob(32), '0.1.0', 1772409600);
          INSERT INTO rosterVersion VALUES (1, '2026-W10', 1, 1, 'published', NULL, 3);
          INSERT INTO rosterSegment
            SELECT 1, key, 0, part, '2026-03-02', kind, 1772438400 + 3600 * part,
              1772442000 + 3600 * part, served
            FROM employee JOIN (SELECT 0 part, 'work' kind, 'phone' served
              UNION SELECT 1, 'break', '')
            WHERE key IN (1, 2)
          """
      )
      draft.detail = ["version": .integer(1), "week": .text("2026-W10")]
      draft.parts = [1, 2].map {
        AuditDraft.Part(employee: $0, source: "rosterSegment", payload: nil)
      }
    }
  }
}
