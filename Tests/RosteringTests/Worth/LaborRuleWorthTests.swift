import TestSupport
import Testing
import Workforce

@testable import Rostering

/// Single entries of the labor rules taken away.
@Suite struct LaborRuleWorthTests {
  private typealias Make = ScenarioFixtures

  private var inputs: PlanningInputs {
    var inputs = Make.inputs(people: Make.people("ada", "bo"))
    inputs.settings.labor.rules = [
      RuleEntry(.workRun(least: nil, most: 5)),
      RuleEntry(.minimumRest(.hours(10)), scope: RuleScope(employees: ["ada"]), price: 3),
      RuleEntry(.weeklyRest(.hours(36))), RuleEntry(.minimumRest(.hours(14))),
    ]
    return inputs
  }

  @Test func `is called by its number`() {
    #expect(RosterRule(name: "labor 2") == .labor(1))
    for text in ["labor", "labor 0", "labor -1", "labor x", "labour 1", "labor 1 2", ""] {
      #expect(RosterRule(name: text) == nil, "\(text)")
    }
    for rule in RosterRule.all(in: inputs) { #expect(RosterRule(name: rule.name) == rule) }
    #expect(Set(RosterRule.allCases.map(\.name)).count == RosterRule.allCases.count)
    #expect(RosterRule.labor(0).title(in: inputs) == "labor 1 (work run: at most 5 dates in a row)")
    #expect(RosterRule.labor(7).title(in: inputs) == "labor 8")
  }

  @Test(arguments: 0..<4)
  func `demands nothing, and what it replaced stays replaced`(position: Int) throws {
    let free = try #require(RosterRule.labor(position).lifted(from: inputs))
    let before = inputs.settings.labor.rules
    var rules = free.settings.labor.rules
    #expect(rules.count == before.count)
    #expect(rules[position].rule.topic == before[position].rule.topic)
    #expect(rules[position].scope == before[position].scope)
    // twice is once
    #expect(RosterRule.labor(position).lifted(from: free) == nil)
    rules[position] = before[position]
    #expect(rules == before)
    for employee in inputs.employees {
      let bound = BoundRules(of: employee, in: free.settings.labor).bound(on: Make.week.monday)
      let was = BoundRules(of: employee, in: inputs.settings.labor).bound(on: Make.week.monday)
      #expect(bound.map(\.position) == was.map(\.position))
    }
  }

  @Test func `is a price where it has one`() {
    #expect(RosterRule.labor(1).isPrice(in: inputs))
    #expect(!RosterRule.labor(0).isPrice(in: inputs))
    #expect(RosterRule.startWishes.isPrice(in: inputs))
    #expect(!RosterRule.locks.isPrice(in: inputs))
  }

  @Test func `names whom it may bind`() {
    let people = inputs.employees
    #expect(people.map { RosterRule.labor(1).mayBind($0, in: inputs) } == [true, false])
    #expect(people.allSatisfy { RosterRule.labor(0).mayBind($0, in: inputs) })
  }

  @Test func `an entry that there is not acts on nobody`() {
    #expect(RosterRule.labor(4).lifted(from: inputs) == nil)
  }
}
