import Interchange
import Planning
import TestSupport
import Testing
import Workforce

/// What-ifs about labor rules.
@Suite struct LaborWhatIfTests {
  private func inputs() throws -> PlanningInputs {
    let options = try SampleOptions(people: 20, queues: 2, weeks: 4)
    var inputs = SampleScenario(options: options).inputs()
    inputs.settings.labor.rules = [
      RuleEntry(.workRun(least: nil, most: 5)),
      RuleEntry(.minimumRest(.hours(12)), scope: RuleScope(contracts: [contract(inputs)])),
    ]
    inputs.settings.labor.sets = [RuleSet(file: "law.yaml", text: "", kinds: 0, rules: 1)]
    return inputs
  }

  private func contract(_ inputs: PlanningInputs) -> String { inputs.employees[0].contract }

  private func applied(
    _ changes: [WhatIfLabor],
    to inputs: PlanningInputs
  ) -> WhatIfApplier.Outcome {
    let content = WhatIfFile.Content(
      whatIf: WhatIf(name: "test", changes: changes.map { .labor($0) }),
      lines: changes.indices.map { $0 + 2 }
    )
    return WhatIfApplier(seed: 42, week: SampleOptions.standardWeek)
      .applied(content, to: inputs, file: "test.yaml")
  }

  @Test func `an entry that stays as it is changes nothing`() throws {
    let inputs = try inputs()
    let same = WhatIfLabor.set(0, inputs.settings.labor.rules[0])
    let outcome = applied([same], to: inputs)
    #expect(outcome.isSound && outcome.findings.isEmpty)
    #expect(outcome.inputs.settings == applied([], to: inputs).inputs.settings)
    #expect(outcome.inputs == applied([], to: inputs).inputs)
  }

  @Test func `says what is another, and entries keep their numbers`() throws {
    let inputs = try inputs()
    let team = RuleScope(employees: [inputs.employees[1].id])
    let outcome = applied(
      [
        .remove(0), .set(1, RuleEntry(.minimumRest(.hours(10)), scope: team)),
        .add(RuleEntry(.wholeWeekends, price: 5)),
      ],
      to: inputs
    )
    #expect(outcome.isSound, "\(outcome.findings)")
    #expect(
      outcome.words == [
        "Labor 1 (work run: at most 5 dates in a row, for everybody) is taken away.",
        "Labor 2 is minimum rest: at least 10 h, for \(inputs.employees[1].id), instead of "
          + "minimum rest: at least 12 h, for contract \(contract(inputs)).",
        "One labor rule more: whole weekends: all dates of the weekend, or none, for everybody, "
          + "at a price of 5 a unit missed.",
      ]
    )
    let rules = outcome.inputs.settings.labor.rules
    #expect(rules.count == 3)
    #expect(rules[1].rule == .minimumRest(.hours(10)))
    let first = SampleOptions.standardWeek.monday
    #expect(rules[0].until.map { $0 < first.adding(days: -365) } == true)
    #expect(outcome.inputs.settings.labor.sets.isEmpty)
  }

  @Test func `two of one rank are refused, and one that binds nobody is noted`() throws {
    let inputs = try inputs()
    let rival = applied([.add(RuleEntry(.workRun(least: nil, most: 4)))], to: inputs)
    #expect(!rival.isSound)
    #expect(rival.inputs == inputs)
    #expect(rival.findings.first?.message.contains("labor 1 says the same") == true)
    let nobody = RuleEntry(.weeklyRest(.hours(24)), scope: RuleScope(teams: ["no such team"]))
    let noted = applied([.add(nobody)], to: inputs)
    #expect(noted.isSound)
    #expect(noted.findings.first?.message.contains("binds nobody") == true)
  }

  @Test func `one what-if after the other is one with both`() throws {
    let inputs = applied([], to: try inputs()).inputs
    let changes: [WhatIfLabor] = [
      .remove(1), .set(0, RuleEntry(.workRun(least: nil, most: 6))),
      .add(RuleEntry(.weeklyRest(.hours(36)))),
    ]
    let first = applied(Array(changes.prefix(1)), to: inputs)
    let second = applied(Array(changes.dropFirst()), to: first.inputs)
    #expect(second.inputs == applied(changes, to: inputs).inputs)
  }
}
