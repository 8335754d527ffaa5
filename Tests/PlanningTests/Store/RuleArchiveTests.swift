import Foundation
import Interchange
import TestSupport
import Testing
import Workforce

@testable import Planning

/// Rule sets, locks, rotations and ledgers in a database.
@Suite struct RuleArchiveTests {
  private static let harbourBank = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "scenarios/harbour-bank").path

  /// Harbour Bank with a rule set, a rule for one person, a lock of another.
  private static func files() throws -> [OutputFile] {
    let files = try ScenarioFolder.present(in: harbourBank).map { file in
      guard file.name == "scenario.yaml" else { return file }
      let rules = """

        rule_sets: [law.yaml]
        labor_rules:
          - {rule: whole_weekends, employees: [E0003], price: 40}

        """
      return OutputFile(name: file.name, bytes: file.bytes + Array(rules.utf8))
    }
    return files + [
      OutputFile(name: "locks.csv", text: "employee,date,kind\nE0004,2026-03-05,off\n"),
      OutputFile(name: "law.yaml", text: "labor_rules:\n  - {rule: weekly_rest, hours: 35}\n"),
    ]
  }

  private static func with(
    _ files: [OutputFile],
    _ body: (String, CenterDatabase) throws -> Void
  ) throws {
    try StoreFixtures.withPath { path in
      let folder = path + "-folder"
      try AtomicFolder.write(files, to: folder, replacingExisting: false)
      let database = CenterDatabase(path: path, actor: "test")
      _ = try database.create()
      try body(folder, database)
    }
  }

  @Test func `a database holds what the folder says`() throws {
    try Self.with(try Self.files()) { folder, database in
      _ = try database.importScenario(folder, isReplacing: false)
      let (first, second) = (try LoadedScenario(folder), try LoadedScenario(database.path))
      #expect(
        first.inputs.settings.labor.rules.map(\.rule.name) == ["weekly rest", "whole weekends"]
      )
      #expect(first.inputs.locks.count == 1)
      #expect(second.inputs == first.inputs)
      #expect(second.files == first.files)
      #expect(second.files.last?.name == "law.yaml")
      #expect(try LightScenario(database).inputs.settings.labor.rules.count == 1)
      #expect(try database.check().isEmpty)
    }
  }

  @Test func `a person whom rules or locks name is not erased`() throws {
    try Self.with(try Self.files()) { folder, database in
      _ = try database.importScenario(folder, isReplacing: false)
      for (person, file) in [("E0003", "scenario.yaml"), ("E0004", "locks.csv")] {
        let error = #expect(throws: ShiftwrightError.self) {
          try database.erase(person, reason: "left")
        }
        #expect(
          error?.message.hasPrefix(
            "\(database.path) names \(person) in \(file); nothing was erased.\n"
          ) == true
        )
      }
      #expect(try database.erase("E0005", reason: "left").parts > 0)
    }
  }

  @Test func `paid minutes of past shifts are not lost without a word`() throws {
    let files = try Self.files().map { file in
      guard file.name == "history.csv" else { return file }
      let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n")
      let rows = lines.enumerated().map { $0.element + ($0.offset == 0 ? ",paid_minutes" : ",60") }
      return OutputFile(name: file.name, text: rows.joined(separator: "\n") + "\n")
    }
    try Self.with(files) { folder, database in
      let error = #expect(throws: ShiftwrightError.self) {
        try database.importScenario(folder, isReplacing: false)
      }
      #expect(error?.message.hasPrefix("\(folder)/history.csv has paid_minutes") == true)
    }
  }
}
