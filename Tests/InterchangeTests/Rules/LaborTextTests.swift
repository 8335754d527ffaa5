import Testing
import Workforce

@testable import Interchange

@Suite struct LaborTextTests {
  private static let seeds: [UInt64] = Array(1...60)

  @Test(arguments: seeds)
  func `rules read back as they were written`(seed: UInt64) throws {
    var inputs = try RichScenario.inputs()
    var random = RandomLabor(seed: seed)
    inputs.settings.labor.rules = random.entries(25)
    let files = try ScenarioFolder.files(for: inputs)
    let loaded = ScenarioFolder.load(files, named: "center")
    #expect(loaded.errors.map(\.description) == [])
    #expect(loaded.value == inputs)
    let again = try #require(loaded.value)
    #expect(try ScenarioFolder.files(for: again) == files)
  }

  @Test func `the seeds have every rule, and every rule is a word of the format`() {
    let entries = Self.seeds.flatMap { seed in
      var random = RandomLabor(seed: seed)
      return random.entries(25)
    }
    let words = Set(entries.map(\.rule.word))
    #expect(words == Set(RuleWord.allCases.map(\.rawValue)))
    #expect(entries.contains { $0.price != nil && $0.from != nil && $0.until != nil })
  }

  @Test func `a period is a week where a count or balance says none`() throws {
    var files = ScenarioTexts.files
    files["scenario.yaml"] = ScenarioTexts.yaml.replacing(
      "costs:\n",
      with: """
        shift_kinds: [{name: a, starts: "00:00-11:59"}, {name: b, starts: "12:00-23:59"}]
        labor_rules:
          - {rule: kind_count, kinds: [a], most: 2}
          - {rule: kind_balance, kinds: [a, b], most: 1}
        heads: [{name: two, least: 2, hours: {every: "20:00-08:00"}}]
        costs:

        """
    )
    let loaded = ScenarioTexts.load(files)
    #expect(loaded.diagnostics.map(\.description) == [])
    let labor = try #require(loaded.value).settings.labor
    #expect(
      labor.rules.map(\.rule) == [
        .kindCount(["a"], least: nil, most: 2, weeks: 1), .kindBalance("a", "b", most: 1, weeks: 1),
      ]
    )
    #expect(labor.weekend == [.saturday, .sunday])
    #expect(
      labor.heads[0].hours?.windows.map { $0.map(\.description) }
        == Array(repeating: ["20:00-08:00"], count: 7)
    )
  }

  @Test func `a scenario without rules has none`() throws {
    let labor = try #require(ScenarioTexts.load(ScenarioTexts.files).value).settings.labor
    #expect(labor == LaborSettings())
  }
}
