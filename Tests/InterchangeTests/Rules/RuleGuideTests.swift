import Foundation
import TestSupport
import Testing
import Workforce

@testable import Interchange

/// The examples of the guide on rules: all may name other people, teams and skills than the scenario has, and
/// nothing else may be wrong with them.
@Suite struct RuleGuideTests {
  private static let kinds = """
    shift_kinds:
      - {name: early, starts: "05:00-08:59"}
      - {name: late, ends: "20:00-24:00"}
      - {name: night, covers: "23:00-06:00", least_minutes: 180}

    """

  @Test func `what the guide shows can be written`() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(
      contentsOf: root.appendingPathComponent("docs/guides/rules.md"),
      encoding: .utf8
    )
    let blocks = page.components(separatedBy: "```yaml\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
    let (whatIfs, settings) = (
      blocks.filter { $0.hasPrefix("changes:\n") }, blocks.filter { !$0.hasPrefix("changes:\n") }
    )
    #expect(settings.count == 6)
    for block in settings {
      let findings = findings(of: block)
      let allowed = [
        "unknown team", "unknown employee", "unknown contract", "which no queue needs",
      ]
      let others = findings.filter { finding in !allowed.contains { finding.contains($0) } }
      #expect(others == [], "\(block)")
    }
    #expect(whatIfs.count == 1)
    for block in whatIfs { try readWhatIf(block) }
  }

  /// The guide's what-if, of a scenario whose third rule has a most.
  private func readWhatIf(_ block: String) throws {
    var inputs = ScenarioFixtures.inputs(people: ScenarioFixtures.people("ada"))
    let third = LaborRule.workRun(least: nil, most: 5)
    inputs.settings.labor.rules = [.wholeWeekends, .weeklyRest(.hours(35)), third]
      .map { RuleEntry($0) }
    let loaded = WhatIfFile.read(Array(block.utf8), named: "guide.yaml", inputs: inputs)
    let read = try #require(loaded.value, "\(loaded.diagnostics)")
    #expect(loaded.diagnostics.isEmpty, "\(loaded.diagnostics)")
    #expect(
      read.whatIf.changes == [.labor(.set(2, RuleEntry(.workRun(least: nil, most: 4))))]
    )
  }

  private func findings(of block: String) -> [String] {
    var yaml = ScenarioTexts.yaml
    if block.contains("sites:\n") {
      yaml = yaml.replacing("sites:\n  - {name: harbour, overtime_budget_hours: 40}\n", with: "")
    }
    if block.contains("costs:\n"), let costs = yaml.range(of: "costs:\n") {
      yaml.removeSubrange(costs.lowerBound...)
    }
    if !block.contains("shift_kinds:\n") { yaml += Self.kinds }
    var files = ScenarioTexts.files
    files["scenario.yaml"] = yaml + block
    return ScenarioTexts.load(files).diagnostics.map(\.description)
  }
}
