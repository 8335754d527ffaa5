import Foundation
import Interchange
import Storage
import TestSupport
import Testing
import Workforce

@testable import Planning

/// A folder goes into a database and comes out again, byte for byte.
@Suite struct ScenarioArchiveTests {
  private static let scenarios = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "scenarios")

  @Test(arguments: ["harbour-bank", "short-staffed"])
  func `a shipped scenario comes out as it went in`(name: String) throws {
    let folder = Self.scenarios.appending(path: name).path
    try Self.checkRoundTrip(folder, try ScenarioFolder.present(in: folder))
  }

  @Test(arguments: [500, 5_000])
  func `a sample of many people comes out as it went in`(people: Int) throws {
    let options = try SampleOptions(people: people, queues: 4, weeks: 2)
    let inputs = SampleScenario(options: options).inputs()
    try Self.withFolder(try ScenarioFolder.files(for: inputs), Self.checkRoundTrip)
  }

  /// Byte-order mark, CR LF, another order of columns, quotes, numbers in other spellings, no line
  /// break at the end, comments and a calendar in iCalendar.
  @Test func `odd files come out as they went in`() throws {
    try Self.withFolder(try Self.oddFiles(), Self.checkRoundTrip)
  }

  private static func oddFiles() throws -> [OutputFile] {
    let folder = scenarios.appending(path: "harbour-bank").path
    return try ScenarioFolder.present(in: folder).filter { $0.name != "calendar.csv" }.map { file in
      let text = String(decoding: file.bytes, as: UTF8.self)
      switch file.name {
      case "scenario.yaml":
        return OutputFile(name: file.name, text: "# A comment.\r\n" + text)
      case "employees.csv":
        let odd = text.replacing("\n", with: "\r\n").replacing(",1,no", with: ",\"1.000\",")
        return OutputFile(name: file.name, text: "\u{FEFF}" + odd)
      case "skills.csv":
        let rows = text.split(separator: "\n").map { line in
          line.split(separator: ",", omittingEmptySubsequences: false).reversed()
            .map { "\"\($0)\"" }.joined(separator: ",")
        }
        return OutputFile(name: file.name, text: rows.joined(separator: "\n"))
      default: return file
      }
    } + [
      OutputFile(
        name: "calendar.ics",
        text: """
          BEGIN:VCALENDAR\r
          VERSION:2.0\r
          PRODID:-//test//EN\r
          BEGIN:VEVENT\r
          UID:1\r
          DTSTART;VALUE=DATE:20261225\r
          SUMMARY:Christmas\r
          END:VEVENT\r
          END:VCALENDAR\r

          """
      )
    ]
  }

  @Test func `changed rows come out in the program's own form, and nothing else changes`() throws {
    let folder = Self.scenarios.appending(path: "harbour-bank").path
    let files = try ScenarioFolder.present(in: folder)
    try Self.withDatabase(folder) { database in
      _ = try database.erase("E0003", reason: "left the center")
      let after = try database.files()
      #expect(after.map(\.name).filter { !$0.hasPrefix("whatif/") } == files.map(\.name))
      let loaded = try LoadedScenario(database.path).inputs
      var expected = try LoadedScenario(folder).inputs
      expected.employees.removeAll { $0.id == "E0003" }
      expected.skills.removeAll { $0.employee == "E0003" }
      expected.availability.removeAll { $0.employee == "E0003" }
      expected.absences.removeAll { $0.employee == "E0003" }
      expected.preferences.removeAll { $0.employee == "E0003" }
      expected.pastDuties.removeAll { $0.employee == "E0003" }
      #expect(loaded == expected)
      let people = Set(ScenarioFolder.PeopleTable.allCases.map(\.rawValue))
      for (old, new) in zip(files, after) where !people.contains(old.name) {
        #expect(old == new)
      }
      #expect(try database.check().isEmpty)
    }
  }

  @Test func `a database reads with the same findings as its folder`() throws {
    let folder = Self.scenarios.appending(path: "harbour-bank").path
    let files = try ScenarioFolder.present(in: folder).map { file in
      guard file.name == "employees.csv" else { return file }
      return OutputFile(
        name: file.name,
        bytes: file.bytes + Array("E9999,No Skill,harbour,team 1,full_time,,,1,no\n".utf8)
      )
    }
    try Self.withFolder(files) { folder, _ in
      let first = try LoadedScenario(folder)
      try Self.withDatabase(folder) { database in
        let second = try LoadedScenario(database.path)
        #expect(!first.findings.isEmpty)
        #expect(second.findings == first.findings)
        #expect(second.inputs == first.inputs)
        #expect(second.files == first.files)
      }
    }
  }

  @Test func `files that no command reads are left behind and named`() throws {
    let folder = Self.scenarios.appending(path: "harbour-bank").path
    let files = try ScenarioFolder.present(in: folder) + [OutputFile(name: "notes.txt", text: "x")]
    try Self.withFolder(files) { folder, _ in
      try Self.withDatabase(folder) { database in
        #expect(try !database.files().contains { $0.name == "notes.txt" })
        let again = try database.importScenario(folder, isReplacing: false)
        #expect(again.mark == nil)
        #expect(
          again.findings.last?.message == "not imported, because no command reads it: notes.txt."
        )
      }
    }
  }

  @Test func `an empty database says how to fill it`() throws {
    try StoreFixtures.withPath { path in
      _ = try CenterDatabase(path: path, actor: "test").create()
      let error = #expect(throws: ShiftwrightError.self) { try LoadedScenario(path) }
      #expect(
        error?.message
          == "\(path) holds no scenario.\nImport one: shiftwright db import SCENARIO --db \(path)"
      )
    }
  }

  /// The program's SHA-256 against one of our own.
  @Test func `hashes as another program does`() throws {
    for count in [0, 1, 55, 56, 63, 64, 65, 1000] {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 7) }
      #expect(StoreSurroundings.system.digest(bytes) == PlainSHA256.hash(bytes))
    }
    let random = StoreSurroundings.system.random(32)
    #expect(random.count == 32 && random != StoreSurroundings.system.random(32))
  }
}

extension ScenarioArchiveTests {
  /// The questions kept with a scenario come out byte by byte too.
  private static func checkQuestions(_ folder: String, _ out: [OutputFile]) throws {
    let root = URL(filePath: folder).appending(path: "whatif")
    guard FileManager.default.fileExists(atPath: root.path) else { return }
    let names = try FileManager.default.contentsOfDirectory(atPath: root.path)
    let kept = try names.map { name in
      OutputFile(
        name: "whatif/\(name)",
        bytes: Array(try Data(contentsOf: root.appending(path: name)))
      )
    }
    #expect(Set(out.filter { $0.name.hasPrefix("whatif/") }) == Set(kept))
    #expect(!kept.isEmpty)
  }

  private static func checkRoundTrip(_ folder: String, _ files: [OutputFile]) throws {
    try withDatabase(folder) { database in
      let out = try database.files()
      #expect(Set(out.filter { !$0.name.hasPrefix("whatif/") }) == Set(files))
      try checkQuestions(folder, out)
      let (before, after) = (try LoadedScenario(folder), try LoadedScenario(database.path))
      #expect(before.inputs == after.inputs)
      let again = try database.importScenario(folder, isReplacing: false)
      #expect(again.mark == nil)
    }
  }

  private static func withFolder(
    _ files: [OutputFile],
    _ body: (String, [OutputFile]) throws -> Void
  ) throws {
    try StoreFixtures.withPath { path in
      let folder = path + "-folder"
      try AtomicFolder.write(files, to: folder, replacingExisting: false)
      try body(folder, files)
    }
  }

  private static func withDatabase(
    _ folder: String,
    _ body: (CenterDatabase) throws -> Void
  ) throws {
    try StoreFixtures.withPath { path in
      let database = CenterDatabase(path: path, actor: "test")
      _ = try database.create()
      let imported = try database.importScenario(folder, isReplacing: false)
      #expect(imported.mark?.number == 2)
      try body(database)
    }
  }
}
