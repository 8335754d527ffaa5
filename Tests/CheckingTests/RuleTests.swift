import Checking
import TestSupport
import Testing
import Workforce

@Suite struct RuleTests {
  static let cases =
    shiftCases + placeCases + sequenceCases + totalCases + certificateCases + classCases
    + companionCases + laborRestCases + workRunCases + freeRunCases + laborKindCases
    + laborWeekendCases + laborCountCases + laborHoursCases + laborShiftCases + laborSettledCases
    + laborTotalCases

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

  @Test func `the registry holds the forty-nine rules, sorted`() {
    #expect(
      RosterChecker.rules == [
        "absence", "availability", "break window", "certificates", "class attendance",
        "class room", "class seats", "class site", "class trainer", "consecutive days",
        "employment", "free run", "heads", "kind balance", "kind count", "kind order", "kind run",
        "lock", "meal break", "meeting", "mentor overlap", "minimum rest", "monthly overtime",
        "never alone",
        "one shift a day", "opening hours", "overtime budget", "period hours", "presence",
        "rest after", "rest between", "rotation", "shift hours", "shift length",
        "shift start grid", "shift window", "site seats", "skills", "start change",
        "start window", "supervised work", "weekends", "weekends in a row", "weekly hours",
        "weekly rest", "whole weekends", "work run", "work stretch", "working days",
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

  @Test func `labor rules are counted only where they are stated`() {
    let roster = Self.laborRestCases[0].roster
    let cases = Self.cases.filter { !$0.inputs.settings.labor.rules.isEmpty }
    let stated = Set(cases.flatMap { $0.inputs.settings.labor.rules.map(\.rule.name) })
    #expect(stated.count == 21)
    for c in cases {
      let counted = RosterChecker(inputs: c.inputs).check(roster, requirement: nil).rules
      let own = c.inputs.settings.labor.rules.map(\.rule.name)
      #expect(Set(counted).isSuperset(of: own))
      #expect(counted.filter(stated.contains).allSatisfy { own.contains($0) || isOfContracts($0) })
    }
    var inputs = Self.laborRestCases[0].inputs
    let count = { RosterChecker(inputs: inputs).check(roster, requirement: nil).rules.count }
    #expect(count() == 17)
    inputs.locks = [RosterLock(employee: "ada", date: Make.week.monday, kind: .off)]
    inputs.rotationPlaces = [RotationPlace(employee: "ada", rotation: "none")]
    #expect(count() == 19)
    inputs.settings.sites[0].seats = 1
    inputs.settings.labor.heads = [HeadRule(name: "desk")]
    #expect(count() == 21)
    inputs.settings.labor.meetings = [
      Meeting(
        name: "huddle",
        scope: RuleScope(),
        length: .minutes(30),
        weekdays: [],
        hours: Make.window("08:00-12:00")
      )
    ]
    #expect(count() == 22)
  }

  private func isOfContracts(_ rule: String) -> Bool {
    ["minimum rest", "start change", "weekly hours", "working days"].contains(rule)
  }
}
