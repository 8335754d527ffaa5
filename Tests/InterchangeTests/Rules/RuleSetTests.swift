import Testing
import Workforce

@testable import Interchange

@Suite struct RuleSetTests {
  private static let law = """
    name: Law of the land
    notice: No advice.
    shift_kinds:
      - {name: law_night, covers: "23:00-06:00", least_minutes: 180}
    labor_rules:
      - {rule: minimum_rest, hours: 11, source: "Article 3"}
      - {rule: kind_run, kinds: [law_night], most: 3}

    """

  private static func load(_ labor: String, law: String = law) -> Loaded<PlanningInputs> {
    var files = ScenarioTexts.files
    files["scenario.yaml"] = ScenarioTexts.yaml.replacing("costs:\n", with: labor + "costs:\n")
    files["law.yaml"] = law
    return ScenarioTexts.load(files)
  }

  @Test func `rules of a set come first and their kinds are known`() throws {
    let loaded = Self.load(
      """
      shift_kinds: [{name: early, starts: "00:00-08:59"}]
      rule_sets: [law.yaml]
      labor_rules:
        - {rule: rest_after, kinds: [law_night], days: 2}

      """
    )
    #expect(loaded.diagnostics.map(\.description) == [])
    let inputs = try #require(loaded.value)
    let labor = inputs.settings.labor
    #expect(labor.kinds.map(\.name) == ["law_night", "early"])
    #expect(labor.rules.map(\.rule.name) == ["minimum rest", "kind run", "rest after"])
    #expect(labor.sets == [RuleSet(file: "law.yaml", text: Self.law, kinds: 1, rules: 2)])
    let files = try ScenarioFolder.files(for: inputs)
    #expect(files.last?.name == "law.yaml")
    #expect(files.last?.bytes == Array(Self.law.utf8))
    #expect(ScenarioFolder.load(files, named: "center").value == inputs)
    let text = String(decoding: files[0].bytes, as: UTF8.self)
    #expect(text.contains("\nrule_sets: [\"law.yaml\"]\n"))
    #expect(!text.contains("minimum_rest,"))
  }

  @Test func `a looser rule of the center is a warning, a stricter one is none`() {
    let rules =
      "rule_sets: [law.yaml]\nlabor_rules:\n  - {rule: minimum_rest, teams: [red], hours: "
    #expect(
      Self.load(rules + "10}\n").diagnostics.map(\.description) == [
        """
        center/scenario.yaml:44: warning: the rule minimum_rest is looser than the one in line 6 of \
        law.yaml (Article 3), which it replaces.
        See that it is allowed, or write the stricter bound.
        """
      ]
    )
    #expect(Self.load(rules + "12}\n").diagnostics.map(\.description) == [])
    let priced = Self.load(rules + "12, price: 5}\n")
    #expect(priced.diagnostics.map(\.severity) == [.warning])
  }

  @Test func `a rule of the center for everybody does not stand beside one of a set`() {
    let loaded = Self.load(
      "rule_sets: [law.yaml]\nlabor_rules:\n  - {rule: minimum_rest, hours: 12}\n"
    )
    #expect(
      loaded.diagnostics.map(\.description) == [
        """
        center/scenario.yaml:44: the rule minimum_rest and the one in line 6 of law.yaml bind the \
        same people on the same dates, and neither is more specific.
        Take one out, part them by from and until, or name contracts, teams or employees in one.
        """
      ]
    )
  }

  @Test func `a rule of a set says where a contract asks for more`() {
    let law = Self.law.replacing("hours: 11", with: "hours: 10")
    #expect(
      Self.load("rule_sets: [law.yaml]\n", law: law).diagnostics.map(\.description) == [
        """
        center/law.yaml:6: warning: the rule minimum_rest of 10 hours stands in place of the 11 of \
        contract 'full_time'.
        Write another entry for the contract where its longer rest is to hold.
        """
      ]
    )
  }

  private static let lunchless = """
    labor_rules:
      - {rule: meal_break, over_hours: 8, by_hours: 2, minutes: 30}
      - {rule: meal_break, over_hours: 7, by_hours: 3, minutes: 30}
      - {rule: meal_break, over_hours: 8.5, by_hours: 2, minutes: 60}
      - {rule: shift_hours, least: 8, most: 8}

    """

  @Test func `templates that a rule does away with are told`() {
    #expect(
      Self.load("rule_sets: [law.yaml]\n", law: Self.lunchless).diagnostics.map(\.description) == [
        """
        center/law.yaml:2: warning: the rule meal_break leaves contract 'full_time' without a shift: \
        no template of it can keep the rule (full_day).
        Change the template, or write another entry for the contract where it may differ.
        """
      ]
    )
    let rules = "labor_rules:\n  - {rule: shift_hours, most: 7.75"
    #expect(Self.load(rules + ", price: 3}\n").diagnostics.map(\.description) == [])
    #expect(Self.load(rules + ", teams: [red], from: 2027-01-01}\n").diagnostics.count == 1)
    let mild = rules + "}\n  - {rule: shift_hours, most: 8, contracts: [full_time]}\n"
    #expect(Self.load(mild).diagnostics.map(\.description) == [])
  }

  @Test func `of several templates those that fall out are named`() {
    let rules = "labor_rules:\n  - {rule: shift_hours, most: 8}\n"
    var files = ScenarioTexts.files
    files["scenario.yaml"] = ScenarioTexts.yaml
      .replacing("costs:\n", with: rules + "costs:\n")
      .replacing(
        "rules: {min",
        with:
          "  - {name: long_day, length_minutes: 540, breaks: [], maximum_stretch_minutes: 540}\nrules: {min"
      )
      .replacing("shift_templates: [full_day]", with: "shift_templates: [full_day, long_day]")
    #expect(
      ScenarioTexts.load(files).diagnostics.map(\.description).contains {
        $0.contains(
          "warning: no shift of contract 'full_time' is made from long_day: the rule shift_hours forbids it."
        )
      }
    )
  }

  @Test func `problems of a set are told at its file, with those of all others`() {
    let law = """
      title: Law
      labor_rules:
        - {rule: kind_run, kinds: [night], most: 3}
        - {rule: minimum_rest, hours: 11, employees: [E09]}

      """
    #expect(
      Self.load("rule_sets: [law.yaml]\nheads: [{name: all}]\n", law: law).diagnostics
        .map(\.description) == [
          """
          center/scenario.yaml:43: head rule 'all' has neither least nor most.
          Write one of them, or both.
          """,
          """
          center/law.yaml:1: unknown key 'title' in the rule set.
          The keys are: name, notice, shift_kinds, labor_rules.
          """,
          """
          center/law.yaml:3: unknown shift kind 'night'.
          Describe it in shift_kinds by times, such as {name: night, starts: "HH:MM-HH:MM"}, or take it out.
          """,
          """
          center/law.yaml:4: unknown employee 'E09'.
          The employees are: E01, E02.
          """,
        ]
    )
  }

  @Test func `two kinds of one name are an error`() {
    let loaded = Self.load(
      "rule_sets: [law.yaml]\nshift_kinds: [{name: law_night, starts: \"20:00-24:00\"}]\n"
    )
    #expect(
      loaded.diagnostics.map(\.description) == [
        """
        center/scenario.yaml:43: a second shift kind is named 'law_night' (the first is of a rule set).
        Rename one, or use that of the rule set.
        """
      ]
    )
  }

  @Test func `a folder's files are its rule sets too`() throws {
    let folder = try TemporaryFolder()
    for (name, text) in ScenarioTexts.files { try folder.write(name, text) }
    try folder.write("scenario.yaml", ScenarioTexts.yaml + "rule_sets: [law.yaml]\n")
    try folder.write("law.yaml", Self.law)
    try folder.write("other.yaml", Self.law)
    let names = try ScenarioFolder.present(in: folder.path).map(\.name)
    #expect(names.last == "law.yaml")
    #expect(!names.contains("other.yaml"))
    #expect(ScenarioFolder.load(folder.path).diagnostics.map(\.description) == [])
  }

  @Test(arguments: ShippedRuleSet.allCases)
  func `what ships is read without findings and says that it is no advice`(set: ShippedRuleSet)
    throws
  {
    var files = ScenarioTexts.files
    files["scenario.yaml"] = ScenarioTexts.yaml + "rule_sets: [\(set.fileName)]\n"
    files[set.fileName] = set.text
    let loaded = ScenarioTexts.load(files)
    #expect(loaded.diagnostics.map(\.description) == [])
    let rules = try #require(loaded.value).settings.labor.rules
    #expect(!rules.isEmpty)
    #expect(rules.allSatisfy { !$0.source.isEmpty && $0.price == nil && $0.scope == RuleScope() })
    #expect(!set.title.isEmpty)
    #expect(set.notice.contains("no legal advice"))
  }

  @Test func `people are found in files that name them`() {
    let rules = OutputFile(
      name: "scenario.yaml",
      text: "labor_rules:\n  - {rule: whole_weekends, employees: [E01]}\n"
    )
    let locks = OutputFile(name: "locks.csv", text: "employee,date,kind\nE02,2026-03-02,off\n")
    #expect(NamedPeople.isNamed("E01", in: rules))
    #expect(!NamedPeople.isNamed("E02", in: rules))
    #expect(NamedPeople.isNamed("E02", in: locks))
    #expect(!NamedPeople.isNamed("E01", in: locks))
    #expect(["law.yaml", "ledger.csv", "rotations.csv"].allSatisfy(NamedPeople.mayBe))
    #expect(!["skills.csv", "training.yaml", "whatif/a.yaml"].contains(where: NamedPeople.mayBe))
  }
}
