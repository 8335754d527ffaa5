import TestSupport
import Testing
import Workforce

@testable import Interchange

/// Changes of labor rules in what-if files.
@Suite struct WhatIfLaborTests {
  private typealias Make = ScenarioFixtures

  private var inputs: PlanningInputs {
    var people = Make.people("ada", "bo")
    people[0].team = "early"
    var inputs = Make.inputs(people: people)
    inputs.settings.labor.kinds = [ShiftKind(name: "late", starts: Make.window("12:00-20:00"))]
    inputs.settings.labor.rules = [
      RuleEntry(.workRun(least: 2, most: 5), source: "agreement"),
      RuleEntry(.kindRun(["late"], most: 3), scope: RuleScope(teams: ["early"]), price: 4),
    ]
    return inputs
  }

  private func read(_ changes: String) -> Loaded<WhatIfFile.Content> {
    let text = "changes:\n" + changes
    return WhatIfFile.read(Array(text.utf8), named: "rules.yaml", inputs: inputs)
  }

  @Test func `reads another number, an entry less and one more`() throws {
    let loaded = read(
      """
        - labor_rule: {change: 1, most: 6}
        - labor_rule: {remove: 2}
        - labor_rule: {rule: minimum_rest, hours: 12, employees: [bo], from: 2026-03-01}
      """
    )
    let changes = try #require(loaded.value, "\(loaded.diagnostics)").whatIf.changes
    let bo = RuleScope(employees: ["bo"])
    #expect(
      changes == [
        .labor(.set(0, RuleEntry(.workRun(least: 2, most: 6), source: "agreement"))),
        .labor(.remove(1)),
        .labor(
          .add(RuleEntry(.minimumRest(.hours(12)), scope: bo, from: Make.date("2026-03-01")))
        ),
      ]
    )
  }

  @Test func `a price is taken away by off`() throws {
    let loaded = read("  - labor_rule: {change: 2, price: off, most: 2}\n")
    let changes = try #require(loaded.value, "\(loaded.diagnostics)").whatIf.changes
    var entry = inputs.settings.labor.rules[1]
    (entry.rule, entry.price) = (.kindRun(["late"], most: 2), nil)
    #expect(changes == [.labor(.set(1, entry))])
  }

  @Test func `what is written is read again`() throws {
    var limited = inputs.settings.labor.rules[1]
    (limited.price, limited.until) = (nil, Make.date("2026-04-30"))
    let changes: [WhatIfChange] = [
      .labor(.set(1, limited)), .labor(.remove(0)),
      .labor(.add(RuleEntry(.wholeWeekends, scope: RuleScope(teams: ["early"]), price: 7))),
    ]
    let text = WhatIfText(WhatIf(name: "rules", changes: changes)).text
    let loaded = WhatIfFile.read(Array(text.utf8), named: "rules.yaml", inputs: inputs)
    let read = try #require(loaded.value, "\(loaded.diagnostics)")
    #expect(loaded.diagnostics.isEmpty, "\(loaded.diagnostics)")
    #expect(read.whatIf.changes == changes)
  }

  @Test(arguments: [
    ("{change: 3, most: 2}", "there is no labor rule 3: the scenario has 2"),
    ("{change: 1, most: 1}", "most"), ("{change: 1}", "changes nothing"),
    ("{change: 1, hours: 3}", "hours"), ("{most: 3}", "neither change, remove nor rule"),
    ("{change: 1, remove: 2}", "change and remove"), ("{rule: work_runs, most: 2}", "work_runs"),
    ("{rule: kind_run, kinds: [night], most: 2}", "night"), ("{remove: zero}", "zero"),
    ("{rule: work_run, most: 2, teams: [blue]}", "blue"), ("3", "labor_rule"),
  ])
  func `what is wrong is said with its line`(change: String, words: String) {
    let loaded = read("  - labor_rule: \(change)\n")
    #expect(!loaded.diagnostics.isEmpty)
    #expect(loaded.diagnostics.allSatisfy { $0.line == 2 }, "\(loaded.diagnostics)")
    #expect(loaded.diagnostics.contains { $0.message.contains(words) }, "\(loaded.diagnostics)")
  }

  @Test func `one entry is not changed twice`() {
    let loaded = read("  - labor_rule: {change: 1, most: 6}\n  - labor_rule: {remove: 1}\n")
    #expect(loaded.diagnostics.contains { $0.message.contains("labor 1 is changed in line 2") })
  }
}
