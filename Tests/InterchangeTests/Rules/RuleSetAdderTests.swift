import Testing
import Workforce

@testable import Interchange

@Suite struct RuleSetAdderTests {
  private func folder(_ yaml: String = ScenarioTexts.yaml) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, text) in ScenarioTexts.files { try folder.write(name, text) }
    try folder.write("scenario.yaml", yaml)
    return folder
  }

  @Test func `adds a file and its name, and leaves all else as it is`() throws {
    let yaml = ScenarioTexts.yaml + "# the end\n"
    let folder = try folder(yaml)
    let findings = try RuleSetAdder(folder: folder.path + "/").add(.euWorkingTime)
    #expect(findings.map(\.description) == [])
    #expect(try folder.text("scenario.yaml") == yaml + "rule_sets: [eu-working-time.yaml]\n")
    #expect(try folder.text("eu-working-time.yaml") == ShippedRuleSet.euWorkingTime.text)
    let loaded = ScenarioFolder.load(folder.path)
    #expect(loaded.value?.settings.labor.rules.count == 5)
  }

  @Test func `a name that is there is an error`() throws {
    let folder = try folder()
    _ = try RuleSetAdder(folder: folder.path).add(.chinaLabor)
    let before = try folder.text("scenario.yaml")
    let error = #expect(throws: ShiftwrightError.self) {
      try RuleSetAdder(folder: folder.path).add(.chinaLabor)
    }
    #expect(
      error?.message == """
        \(folder.path)/china-labor.yaml exists already.
        scenario.yaml uses it: edit that file, or move it away to have the shipped one again.
        """
    )
    #expect(try folder.text("scenario.yaml") == before)
  }

  @Test func `a file that scenario.yaml does not name is left to the user`() throws {
    let folder = try folder()
    try folder.write("china-labor.yaml", "labor_rules: []\n")
    let error = #expect(throws: ShiftwrightError.self) {
      try RuleSetAdder(folder: folder.path).add(.chinaLabor)
    }
    #expect(
      error?.message == """
        \(folder.path)/china-labor.yaml exists already.
        Write rule_sets: [china-labor.yaml] into scenario.yaml to use it, or move it away.
        """
    )
  }

  @Test func `a file that is named and gone is written again`() throws {
    let yaml = ScenarioTexts.yaml + "rule_sets: [us-new-york.yaml]\n"
    let folder = try folder(yaml)
    _ = try RuleSetAdder(folder: folder.path).add(.usNewYork)
    #expect(try folder.text("scenario.yaml") == yaml)
    #expect(try folder.text("us-new-york.yaml") == ShippedRuleSet.usNewYork.text)
  }

  @Test func `what contradicts the scenario is not added`() throws {
    let yaml = ScenarioTexts.yaml + "labor_rules:\n  - {rule: weekly_rest, hours: 36}\n"
    let folder = try folder(yaml)
    let error = #expect(throws: ShiftwrightError.self) {
      try RuleSetAdder(folder: folder.path).add(.usNewYork)
    }
    #expect(error?.message.contains("the rule weekly_rest and the one in line") == true)
    #expect(
      error?.message.hasSuffix("Nothing was changed: correct this, then add us-new-york again.")
        == true
    )
    #expect(try folder.text("scenario.yaml") == yaml)
    #expect(try !folder.names().contains("us-new-york.yaml"))
  }

  @Test func `a place that is no scenario is an error`() throws {
    let empty = try TemporaryFolder()
    for place in [empty.path, empty.path + "/none"] {
      #expect(throws: ShiftwrightError.self) { try RuleSetAdder(folder: place).add(.euWorkingTime) }
    }
    #expect(try empty.names() == [])
    try empty.write("center.db", "")
    let error = #expect(throws: ShiftwrightError.self) {
      try RuleSetAdder(folder: empty.path + "/center.db").add(.euWorkingTime)
    }
    #expect(
      error?.message == """
        \(empty.path)/center.db is no folder.
        Of a database make one with 'db export', add the rules there, and import it with --replace.
        """
    )
  }

  @Test(arguments: [
    ("a: 1", "a: 1\nrule_sets: [x.yaml]\n"),
    ("a: 1\n", "a: 1\nrule_sets: [x.yaml]\n"),
    ("rule_sets: [b.yaml]  # laws\nz: 2\n", "rule_sets: [b.yaml, x.yaml]  # laws\nz: 2\n"),
    ("rule_sets: []\n", "rule_sets: [x.yaml]\n"),
    ("rule_sets:\nz: 2\n", "rule_sets: [x.yaml]\nz: 2\n"),
    (
      "rule_sets:\n  - b.yaml\n  - c.yaml\nz: 2\n",
      "rule_sets:\n  - b.yaml\n  - c.yaml\n  - x.yaml\nz: 2\n"
    ),
    ("a: 1\r\nrule_sets: [b.yaml]\r\n", "a: 1\r\nrule_sets: [b.yaml, x.yaml]\r\n"),
  ])
  func `a name goes to the others`(text: String, expected: String) throws {
    #expect(try RuleSetLine(Array(text.utf8)).adding("x.yaml") == expected)
  }

  @Test func `a list of several lines is left to the user`() {
    let text = "rule_sets: [\n  b.yaml]\n"
    let error = #expect(throws: ShiftwrightError.self) {
      try RuleSetLine(Array(text.utf8)).adding("x.yaml")
    }
    #expect(
      error?.message == """
        x.yaml cannot be added to rule_sets of scenario.yaml, which is not a plain list.
        Write rule_sets: [b.yaml, x.yaml] there and add it again.
        """
    )
  }
}
