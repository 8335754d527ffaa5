import Checking
import TestSupport
import Testing
import Workforce

@Suite struct RuleTests {
  static let cases =
    shiftCases + placeCases + sequenceCases + totalCases + certificateCases + classCases
    + companionCases

  @Test(arguments: cases)
  func `says exactly what is wrong`(c: RuleCase) {
    #expect(c.found == c.expected)
  }

  @Test func `every rule has a satisfied and a violated case`() {
    for rule in RosterChecker.rules {
      let own = Self.cases.filter { $0.rule == rule }
      #expect(own.contains { $0.expected.isEmpty }, "no satisfied case of \(rule)")
      #expect(
        own.contains { c in c.expected.contains { $0.contains("\(rule): ") } },
        "no violated case of \(rule)"
      )
    }
  }

  @Test func `the registry holds the twenty-seven rules, sorted`() {
    #expect(
      RosterChecker.rules == [
        "absence", "availability", "break window", "certificates", "class attendance", "class room",
        "class seats", "class site", "class trainer", "consecutive days",
        "employment", "mentor overlap", "minimum rest", "never alone", "one shift a day",
        "opening hours", "overtime budget",
        "presence",
        "shift length",
        "shift start grid", "shift window", "skills", "start change", "supervised work",
        "weekly hours", "work stretch", "working days",
      ]
    )
    #expect(Set(Self.cases.map(\.rule)) == Set(RosterChecker.rules))
  }

  @Test func `rules about certificates are counted only where there are courses`() {
    let roster = Self.certificateCases[0].roster
    var inputs = Self.certificateCases[0].inputs
    #expect(RosterChecker(inputs: inputs).check(roster, requirement: nil).rules.count == 19)
    inputs.training.sessions = Self.classCases[0].inputs.training.sessions
    inputs.training.presence = [PresenceRule(skill: "phone", least: 1)]
    #expect(RosterChecker(inputs: inputs).check(roster, requirement: nil).rules.count == 25)
    inputs.training.curricula = Self.companionCases[0].inputs.training.curricula
    #expect(RosterChecker(inputs: inputs).check(roster, requirement: nil).rules.count == 27)
    inputs.training = .none
    #expect(RosterChecker(inputs: inputs).check(roster, requirement: nil).rules.count == 17)
  }
}
