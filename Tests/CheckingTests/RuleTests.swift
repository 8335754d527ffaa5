import Checking
import TestSupport
import Testing
import Workforce

@Suite struct RuleTests {
  static let cases = shiftCases + placeCases + sequenceCases + totalCases

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

  @Test func `the registry holds the seventeen rules, sorted`() {
    #expect(
      RosterChecker.rules == [
        "absence", "availability", "break window", "consecutive days", "employment",
        "minimum rest", "one shift a day", "opening hours", "overtime budget", "shift length",
        "shift start grid", "shift window", "skills", "start change", "weekly hours",
        "work stretch", "working days",
      ]
    )
    #expect(Set(Self.cases.map(\.rule)) == Set(RosterChecker.rules))
  }
}
