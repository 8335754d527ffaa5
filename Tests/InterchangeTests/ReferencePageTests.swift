import Foundation
import Testing
import Workforce

@testable import Interchange

/// The reference page against the code.
@Suite struct ReferencePageTests {
  private func page(_ name: String = "scenario-format.md") throws -> String {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let url = root.appendingPathComponent("docs/reference/\(name)")
    return try String(contentsOf: url, encoding: .utf8)
  }

  /// The first example under a heading of level two.
  private func example(_ heading: String, in page: String) throws -> String {
    let section = try #require(page.components(separatedBy: "\n## \(heading)\n").last)
    let block = try #require(section.components(separatedBy: "\n```").dropFirst().first)
    return try #require(block.split(separator: "\n", maxSplits: 1).last) + "\n"
  }

  @Test func `the examples form a scenario without findings`() throws {
    let page = try page()
    var files: [String: String] = [:]
    let names = ScenarioFolder.fileNames.dropLast(5)
    for name in names { files[name] = try example(name, in: page) }
    let loaded = ScenarioTexts.load(files)
    #expect(loaded.diagnostics.map(\.description) == [])
    #expect(loaded.value?.employees.count == 2)
    #expect(loaded.value?.history.first?.records.count == 2)
    let training = try self.page("training-formats.md")
    for name in ScenarioFolder.fileNames.suffix(5) {
      files[name] = try example(name, in: training)
    }
    let trained = ScenarioTexts.load(files)
    #expect(trained.diagnostics.map(\.description) == [])
    let inputs = try #require(trained.value)
    #expect(inputs.training.courses.count == 2)
    let records = try TrainingFolder.recordNames.map {
      OutputFile(name: $0, text: try example($0, in: training))
    }
    let read = TrainingFolder.records(records, inputs: inputs)
    #expect(read.diagnostics.map(\.description) == [])
    #expect(read.value?.assessments.count == 2)
  }

  @Test func `every key and column of training is described`() throws {
    let page = try page("training-formats.md")
    let keys =
      TrainingKeys.top + TrainingKeys.course + TrainingKeys.room + TrainingKeys.curriculum
      + TrainingKeys.stage + TrainingKeys.presence + CertificationsFile.required
      + CertificationsFile.optional + SessionsFile.columns + EnrolmentsFile.columns
      + MentoringFile.columns + AttendanceFile.columns + AssessmentsFile.required
      + AssessmentsFile.optional + PerformanceFile.columns
    for key in keys { #expect(page.contains("`\(key)`"), "\(key) is not described") }
    let nested = [
      "validity": TrainingKeys.validity, "grace": TrainingKeys.grace,
      "grants": TrainingKeys.grant, "in_service": TrainingKeys.recurring,
      "placement": TrainingKeys.placement,
    ]
    for (key, inner) in nested {
      for name in inner { #expect(page.contains("`\(key).\(name)`"), "\(key).\(name)") }
    }
  }

  @Test func `every key of labor rules is described`() throws {
    let page = try page()
    let blocks = [
      "shift_kinds": ScenarioKeys.kind, "labor_rules": ScenarioKeys.entry,
      "heads": ScenarioKeys.head, "meetings": ScenarioKeys.meeting,
      "on_call": ScenarioKeys.onCall, "rotations": ScenarioKeys.rotation,
    ]
    for (block, keys) in blocks {
      let section = try #require(page.components(separatedBy: "\n### Each of `\(block)`\n").last)
      let own = try #require(section.components(separatedBy: "\n##").first)
      for key in keys { #expect(own.contains("`\(key)`"), "\(key) of \(block)") }
    }
    for word in RuleWord.allCases {
      let row = page.split(separator: "\n").first { $0.hasPrefix("| `\(word.rawValue)` |") }
      let text = try #require(row, "\(word.rawValue) has no row")
      for key in word.keys { #expect(text.contains("`\(key)`"), "\(key) of \(word.rawValue)") }
    }
    for key in ScenarioKeys.fairness { #expect(page.contains("`fairness.\(key)`"), "\(key)") }
    for key in ScenarioKeys.overtimeStep + ScenarioKeys.mostPerWeeks + ScenarioKeys.ruleSet {
      #expect(page.contains("`\(key)`"), "\(key)")
    }
  }

  @Test func `every key and column is described`() throws {
    let page = try page()
    let keys =
      ScenarioKeys.top + ScenarioKeys.queue + ScenarioKeys.template + ScenarioKeys.pause
      + ScenarioKeys.rules + ScenarioKeys.costs + ScenarioKeys.tier + ContactsFile.optional
      + HistoryFile.optional + LocksFile.required + LocksFile.optional + RotationsFile.required
      + RotationsFile.optional + LedgerFile.required + LedgerFile.optional
      + OnCallFile.columns + MeetingsFile.columns
      + EmployeesFile.required + EmployeesFile.optional + RosterFile.columns
      + ForecastFile.columns + ForecastFile.dayColumns + ForecastFile.handlingColumns
      + SingleContactsFile.columns + ScenarioKeys.hygiene + RequirementFile.columns
      + SimulationFile.columns
      + RunFolder.fileNames.filter { !["certificate.json", "master.lp"].contains($0) }
    for key in keys { #expect(page.contains(key), "\(key) is not described") }
    let nested = [
      "target": ScenarioKeys.target, "weekly_hours": ScenarioKeys.weeklyHours,
      "days_per_week": ScenarioKeys.days, "forecast": ScenarioKeys.forecast,
    ]
    for (key, inner) in nested {
      for name in inner { #expect(page.contains("`\(key).\(name)`"), "\(key).\(name)") }
    }
  }
}
