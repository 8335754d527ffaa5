import GRDB
import Storage
import TestSupport
import Testing
import Workforce

@Suite struct ScenarioTablesTests {
  @Test(arguments: [1, 2, 7, 40])
  func `gives back what it took`(count: Int) throws {
    try StoreFixtures.withStore(people: count) { store in
      let parts = StoreFixtures.parts(people: count)
      let stored = try #require(try store.scenario())
      #expect(stored.people == parts.people)
      #expect(stored.files == parts.files)
      #expect(stored.changed.isEmpty)
    }
  }

  @Test func `takes a scenario into a new file`() throws {
    let surroundings = StoreFixtures.surroundings()
    let parts = StoreFixtures.parts()
    try StoreFixtures.withPath { path in
      try CenterStore.create(path, by: "hr", surroundings)
      let store = try CenterStore(path: path, surroundings)
      let imported = try store.replaceScenario(parts, isReplacing: false, by: "hr")
      #expect(try store.verifyAudit(head: imported.mark).isEmpty)
    }
  }

  @Test func `the same files again change nothing`() throws {
    try StoreFixtures.withStore { store in
      let head = try store.head()
      for isReplacing in [false, true] {
        let again = try store.replaceScenario(
          StoreFixtures.parts(),
          isReplacing: isReplacing,
          by: "hr"
        )
        #expect(again.mark == nil)
      }
      #expect(try store.head() == head)
    }
  }

  @Test func `other files need to be asked for`() throws {
    try StoreFixtures.withStore { store in
      let other = StoreFixtures.parts(people: 3, seed: 2)
      let error = #expect(throws: ShiftwrightError.self) {
        try store.replaceScenario(other, isReplacing: false, by: "hr")
      }
      #expect(
        error?.message == """
          \(store.path) holds a scenario already, 'Fixture', and these files differ from it.
          Import with --replace; people are matched by identifier and keep their records.
          """
      )
      let imported = try store.replaceScenario(other, isReplacing: true, by: "hr")
      #expect(imported.missing == ["E004", "E005", "E006"])
      #expect(try #require(try store.scenario()).people == other.people)
      #expect(try store.check().isEmpty)
      let back = try store.replaceScenario(StoreFixtures.parts(), isReplacing: true, by: "hr")
      #expect(back.added == 0)
      #expect(try #require(try store.scenario()).people == StoreFixtures.parts().people)
      #expect(try store.check().isEmpty)
    }
  }

  @Test func `the trail gets the people who changed and no other`() throws {
    try StoreFixtures.withStore { store in
      var parts = StoreFixtures.parts()
      parts.people.employees[2].team = "team 9"
      parts.people.employees.swapAt(0, 5)
      parts.files[1].bytes = [1]
      let imported = try store.replaceScenario(parts, isReplacing: true, by: "hr")
      #expect(imported.added == 0 && imported.changed == 1 && imported.missing.isEmpty)
      #expect(try store.auditEntries().last?.people == 1)
      #expect(try #require(try store.scenario()).people.employees == parts.people.employees)
    }
  }

  @Test func `a file whose rows have changed is to be written anew`() throws {
    try StoreFixtures.withStore { store in
      let queue = try DatabaseQueue(path: store.path)
      try queue.write { db in
        try db.execute(sql: "UPDATE absence SET kind = 'sick'")
        try db.execute(sql: "DELETE FROM pastDuty")
      }
      let stored = try #require(try store.scenario())
      #expect(stored.changed == [.absences, .history])
      #expect(stored.people.absences.map(\.kind) == ["sick"])
      #expect(stored.files.count == 5)
    }
  }

  @Test func `kept forecasts outlive an import`() throws {
    try StoreFixtures.withStore { store in
      let file = StoredFile(name: "snapshots/2026-W10/001/snapshot.json", bytes: [1, 2])
      _ = try store.add([file], "snapshot", by: "hr")
      #expect(throws: ShiftwrightError.self) { try store.add([file], "snapshot", by: "hr") }
      let same = try store.replaceScenario(StoreFixtures.parts(), isReplacing: false, by: "hr")
      #expect(same.mark == nil)
      let other = StoreFixtures.parts(seed: 2)
      _ = try store.replaceScenario(other, isReplacing: true, by: "hr")
      #expect(try store.bytes(of: file.name) == [1, 2])
      #expect(try store.fileNames(beginning: "snapshots/") == [file.name])
      #expect(try store.check().isEmpty)
    }
  }
}
