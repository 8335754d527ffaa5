import Staffing
import TestSupport
import Testing
import Workforce

@testable import Rostering

@Suite struct RestTests {
  private func outcome(rest: Double, window: String?) throws -> RosterProblemBuilder.Built {
    let night = ScenarioFixtures.template("night", minutes: 600)
    let rules = TourRuleSettings(
      minimumRest: .hours(rest),
      maximumConsecutiveDays: 7,
      maximumStartChange: nil
    )
    let contract = ScenarioFixtures.contract(templates: ["night"], window: window, rules: rules)
    let inputs = ScenarioFixtures.inputs(
      people: ScenarioFixtures.people("ada"),
      templates: [night],
      contracts: [contract]
    )
    let requirement = ScenarioFixtures.requirement(inputs) { _, _ in 1 }
    let costs = CoverCostBuilder(settings: inputs.settings).coverCosts(for: requirement)
    return try RosterProblemBuilder(inputs: inputs, costs: costs).build()
  }

  @Test func `says when a rest reaches past the next date`() throws {
    let error = #expect(throws: ShiftwrightError.self) {
      try outcome(rest: 16, window: nil)
    }
    #expect(
      error?.message == """
        contract contract: the minimum rest of 16.0 h after shift template night, which can end at \
        2026-03-03T09:30, reaches past the next date.
        Give a rest of at most 14.5 h, or a narrower shift window.
        """
    )
    let long = #expect(throws: ShiftwrightError.self) { try outcome(rest: 25, window: nil) }
    #expect(
      long?.message == "contract contract: minimum rest is 25.0 h.\nGive at most 24 h."
    )
  }

  @Test func `takes a long rest where the shift window leaves room`() throws {
    #expect(try outcome(rest: 24, window: "08:00-20:00").impossible.isEmpty)
    #expect(try outcome(rest: 14.5, window: nil).impossible.isEmpty)
  }
}
