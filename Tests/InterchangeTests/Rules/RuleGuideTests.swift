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
    let settings = page.components(separatedBy: "```yaml\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
    #expect(settings.count == 6)
    for block in settings {
      let findings = findings(of: block)
      let allowed = [
        "unknown team", "unknown employee", "unknown contract", "which no queue needs",
      ]
      let others = findings.filter { finding in !allowed.contains { finding.contains($0) } }
      #expect(others == [], "\(block)")
    }
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
