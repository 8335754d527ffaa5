import Testing
import Workforce

@testable import Interchange

@Suite struct FindingsTests {
  @Test func `lists twenty of a kind and counts the rest`() {
    var files = ScenarioTexts.files
    files["skills.csv", default: ""] += String(repeating: "E02,generall,,\n", count: 25)
    let findings = ScenarioTexts.load(files).diagnostics.map(\.description)
    #expect(findings.count == 21)
    #expect(findings[0].hasPrefix("center/skills.csv:5: unknown skill 'generall'.\nDid you mean"))
    #expect(
      findings[20] == """
        center/skills.csv:25: and 5 more like it (unknown skill, the last in line 29).
        Correct them in the same way.
        """
    )
  }

  @Test func `reports the problems of all files together, in order of file and line`() {
    var files = ScenarioTexts.files
    files["scenario.yaml"] = ScenarioTexts.yaml.replacing("seed: 42", with: "seed: x")
      .replacing("GBP", with: "[GBP]")
    files["absences.csv", default: ""] += "E09,2026-03-01,2026-03-01,leave\n"
    files["contacts.csv", default: ""] += "chat,2026-02-02T09:00,-1,,,,\n"
    files["skills.csv", default: ""] += "E02,cards,,\nE02\n"
    let findings = ScenarioTexts.load(files).diagnostics
    #expect(
      findings.map { "\($0.file):\($0.line ?? 0)" } == [
        "center/scenario.yaml:6", "center/scenario.yaml:7", "center/contacts.csv:6",
        "center/skills.csv:5", "center/skills.csv:6", "center/absences.csv:4",
      ]
    )
    #expect(ScenarioTexts.load(files).value == nil)
  }

  @Test func `a broken scenario.yaml does not make other files look wrong`() {
    var files = ScenarioTexts.files
    files["scenario.yaml"] = "a: [b"
    files["calendar.csv", default: ""] += "2026-02-30,closed,\n"
    let findings = ScenarioTexts.load(files).diagnostics
    #expect(findings.map(\.file) == ["center/scenario.yaml", "center/calendar.csv"])
  }

  /// Distances counted by hand.
  @Test(arguments: [
    ("night", "night", 0), ("nigth", "night", 1), ("nght", "night", 1), ("knight", "night", 1),
    ("day", "night", 5), ("lodnon", "london", 1), ("", "ab", 2), ("kitten", "sitting", 3),
  ])
  func `counts the letters that differ`(first: String, second: String, distance: Int) {
    #expect(Suggestion.distance(first, second) == distance)
    #expect(Suggestion.distance(second, first) == distance)
  }

  @Test func `suggests only what is near`() {
    #expect(Suggestion.nearest(to: "Nigth", among: ["day", "night"]) == "night")
    #expect(Suggestion.nearest(to: "evening", among: ["day", "night"]) == nil)
    #expect(Suggestion.nearest(to: "E03", among: ["E01", "E02"]) == nil)
    #expect(Suggestion.nearest(to: "patience", among: ["seed", "patience_seconds"]) != nil)
  }
}
