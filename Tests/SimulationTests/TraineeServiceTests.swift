import TestSupport
import Testing
import Workforce

@testable import Simulation

/// How people in a stage of a curriculum handle contacts.
@Suite struct TraineeServiceTests {
  private static func inputs(tenths: Int, level: String? = nil) -> PlanningInputs {
    var inputs = ScenarioFixtures.inputs(people: ScenarioFixtures.people("ada"))
    inputs.settings.proficiency = ProficiencySettings(
      levels: [.init(name: "junior", factor: 1.5), .init(name: "expert", factor: 0.8)]
    )
    inputs.skills = [SkillGrant(employee: "ada", skill: "phone", level: "expert")]
    inputs.traineeSpans = [
      TraineeSpan(
        employee: "ada",
        from: ScenarioFixtures.date("2026-03-02"),
        until: ScenarioFixtures.date("2026-03-04"),
        stage: Curriculum.Stage(name: "stage", length: .days(2), tenths: tenths, level: level)
      )
    ]
    return inputs
  }

  @Test func `half a person takes twice as long, and only while in the stage`() {
    let factors = HandleFactors(Self.inputs(tenths: 5))
    #expect(factors.factor("ada", "phone", on: ScenarioFixtures.date("2026-03-03")) == 1.6)
    #expect(factors.factor("ada", "phone", on: ScenarioFixtures.date("2026-03-04")) == 0.8)
  }

  @Test func `the level of the stage counts in it`() {
    let factors = HandleFactors(Self.inputs(tenths: 10, level: "junior"))
    #expect(factors.factor("ada", "phone", on: ScenarioFixtures.date("2026-03-03")) == 1.5)
    #expect(factors.factor("ada", "phone", on: ScenarioFixtures.date("2026-03-04")) == 0.8)
  }

  @Test func `nobody serves in a stage that counts for nothing`() {
    let factors = HandleFactors(Self.inputs(tenths: 0))
    #expect(!factors.serves("ada", on: ScenarioFixtures.date("2026-03-03")))
    #expect(factors.serves("ada", on: ScenarioFixtures.date("2026-03-04")))
  }
}
