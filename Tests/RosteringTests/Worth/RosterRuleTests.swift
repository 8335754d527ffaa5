import TestSupport
import Testing
import Workforce

@testable import Rostering

/// Each rule taken away on a week in which it keeps somebody from serving.
@Suite struct RosterRuleTests {
  private typealias Make = ScenarioFixtures

  @Test(arguments: RosterRule.allCases)
  func `changes nothing else`(rule: RosterRule) {
    for seed in 0..<20 {
      let inputs = TinyCase(seed: seed).inputs
      guard let free = rule.lifted(from: inputs) else { continue }
      #expect(free.employees == inputs.employees)
      #expect(free.skills == inputs.skills)
      #expect(free.settings.shiftTemplates == inputs.settings.shiftTemplates)
      // twice is once
      #expect(rule.lifted(from: free) == nil)
    }
  }

  @Test func `a rule that acts on nobody is not listed`() {
    var inputs = TinyCase(seed: 0).inputs
    for index in inputs.settings.contracts.indices {
      inputs.settings.contracts[index].shiftWindow = nil
      inputs.settings.contracts[index].rules.maximumStartChange = nil
    }
    inputs.availability = []
    #expect(RosterRule.shiftWindow.lifted(from: inputs) == nil)
    #expect(RosterRule.startChange.lifted(from: inputs) == nil)
    #expect(RosterRule.availability.lifted(from: inputs) == nil)
    #expect(RosterRule.presence.lifted(from: inputs) == nil)
  }
}
