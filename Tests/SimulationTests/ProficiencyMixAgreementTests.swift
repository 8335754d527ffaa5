import Staffing
import TestSupport
import Testing
import Workforce

@testable import Simulation

/// The need counts with the same factors as the simulation.
@Suite struct ProficiencyMixAgreementTests {
  @Test(arguments: UInt64(1)...4)
  func `the mix of one person is the factor that the simulation takes`(seed: UInt64) throws {
    var random = RandomStream(seed: seed, name: "factors agree")
    let monday = ScenarioFixtures.week.monday
    for _ in 0..<40 {
      let person = Employee(
        id: "e",
        name: "",
        site: "site",
        contract: "contract",
        hired: random.below(4) == 0 ? nil : monday.adding(days: -random.below(900)),
        fullTimeEquivalent: ScenarioFixtures.share(0.5)
      )
      var inputs = ScenarioFixtures.inputs(people: [person])
      inputs.settings.proficiency = ProficiencySettings(
        levels: [.init(name: "junior", factor: 1.4), .init(name: "expert", factor: 0.9)],
        tenure: [.init(belowMonths: 3, factor: 1.3), .init(belowMonths: 12, factor: 1.05)]
      )
      inputs.skills = (0..<3).map { _ in
        SkillGrant(
          employee: "e",
          skill: "phone",
          from: random.below(2) == 0 ? monday.adding(days: random.below(7)) : nil,
          level: [nil, "junior", "expert"][random.below(3)]
        )
      }
      let (mix, factors) = (ProficiencyMix(inputs), HandleFactors(inputs))
      for date in ScenarioFixtures.week.dates
      where inputs.skills.contains(where: { $0.isHeld(on: date) }) {
        let expected = factors.factor("e", "phone", on: date)
        #expect(abs(mix.factor(of: "phone", on: date) - expected) < 1e-12)
      }
    }
  }
}
