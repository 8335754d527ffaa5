import Foundation
import GRDB
import Storage
import TestSupport
import Testing
import Workforce

@Suite struct ErasureTests {
  @Test func `a person goes with data and salts, and the trail stays whole`() throws {
    try StoreFixtures.withStore { store in
      let before = try store.head()
      let erased = try store.erase("E001", reason: "asked for it", by: "hr")
      #expect(erased.placeholder == "erased-1")
      #expect(erased.parts == 1)
      for mark in [before, erased.mark] { #expect(try store.verifyAudit(head: mark).isEmpty) }
      #expect(try store.check().isEmpty)
      let detail = try store.auditEntries().last?.detail
      #expect(detail == #"{"parts":[[2,1]],"reason":"asked for it"}"#)
      let people = try #require(try store.scenario()).people
      #expect(people.employees.map(\.id) == ["E002", "E003", "E004", "E005", "E006"])
      #expect(people.absences.isEmpty && people.pastDuties.isEmpty)
    }
  }

  /// Reads the file's own bytes, free pages and log included.
  @Test func `nothing of the person is left in the file`() throws {
    try StoreFixtures.withStore { store in
      _ = try store.erase("E001", reason: "asked for it", by: "hr")
      for suffix in ["", "-wal"] {
        let file = URL(filePath: store.path + suffix)
        guard FileManager.default.fileExists(atPath: file.path) else { continue }
        let bytes = try Data(contentsOf: file)
        for text in ["Ünal E001", "E001", "2026-03-05T12:00:30"] {
          #expect(bytes.range(of: Data(text.utf8)) == nil, "\(text) in \(suffix)")
        }
        #expect(suffix == "-wal" || bytes.range(of: Data("Ünal E002".utf8)) != nil)
      }
    }
  }

  @Test func `who was erased cannot be erased again, nor anybody unknown`() throws {
    try StoreFixtures.withStore { store in
      _ = try store.erase("E001", reason: "asked for it", by: "hr")
      let again = #expect(throws: ShiftwrightError.self) {
        try store.erase("E001", reason: "asked for it", by: "hr")
      }
      #expect(
        again?.message
          == "\(store.path) knows no employee 'E001'.\nGive an identifier on record; 'shiftwright db export' writes them to employees.csv."
      )
      let silent = #expect(throws: ShiftwrightError.self) {
        try store.erase("E002", reason: "", by: "hr")
      }
      #expect(silent?.message == "The reason is empty.\nSay why, without names.")
      #expect(try store.auditEntries().count == 3)
    }
  }

  /// Takes another person's data away by other means, after an erasure.
  @Test func `erasing one person does not cover another's missing data`() throws {
    try StoreFixtures.withStore { store in
      _ = try store.erase("E001", reason: "asked for it", by: "hr")
      try Tampering(store.path).run("DELETE FROM auditPayload WHERE entry = 2 AND part = 2")
      #expect(
        try store.verifyAudit().map(\.message)
          == ["audit: entry 2, part 2: the data are missing, and nobody erased them."]
      )
    }
  }

  @Test func `a new import of a folder with the person is somebody new`() throws {
    try StoreFixtures.withStore { store in
      _ = try store.erase("E001", reason: "asked for it", by: "hr")
      let imported = try store.replaceScenario(
        StoreFixtures.parts(),
        isReplacing: true,
        by: "hr"
      )
      #expect(imported.added == 1 && imported.changed == 0 && imported.missing.isEmpty)
      #expect(try store.check().isEmpty)
    }
  }
}
