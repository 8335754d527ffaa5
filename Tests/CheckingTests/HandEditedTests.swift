import Checking
import TestSupport
import Testing
import Workforce

/// A planner moves shifts in a spreadsheet.
@Suite struct HandEditedTests {
  private var inputs: PlanningInputs {
    let lunch = BreakTemplate(kind: .lunch, length: .minutes(30), isPaid: false)
    return Make.inputs(
      people: Make.people("e-1", "e-2", "e-3"),
      queues: [Make.queue(open: "08:00-20:00")],
      templates: [Make.template("day", minutes: 300, breaks: [lunch], stretch: 60...210)],
      contracts: [
        Make.contract(
          hours: 9...18,
          days: 2...4,
          templates: ["day"],
          rules: TourRuleSettings(minimumRest: .hours(11))
        )
      ]
    )
  }

  private let strip = RosterStrip(week: Make.week, stepMinutes: 30)
  private let morning = "................####l#####"
  private let evening = "..............................####l#####"

  @Test func `a sound roster stays clean`() {
    let roster = strip.roster([
      "e-1": "\(morning)|\(morning)", "e-2": "\(evening)|\(evening)",
      "e-3": "\(morning)||\(evening)",
    ])
    #expect(RosterChecker(inputs: inputs).violations(in: roster) == [])
  }

  @Test func `every edit that breaks a rule is found, by identifier and never by name`() {
    let roster = strip.roster([
      "e-3": "\(morning)||\(evening)",
      "e-2": "\(evening)|\(morning)",
      "e-1": "..............####l#####|................##########",
    ])
    let found = RosterChecker(inputs: inputs).violations(in: roster).map(\.description)
    #expect(
      found == [
        "e-1 2026-03-02 opening hours: none of phone is open in the 30 min from "
          + "2026-03-02 07:00; 1 must be",
        "e-1 2026-03-03 shift length: 5 h without break; "
          + "allowed are day (5 h with lunch 30 min)",
        "e-2 2026-03-03 start change: 7 h, from 15:00 to 08:00; 3 h are allowed",
      ]
    )
    #expect(found.allSatisfy { !$0.contains("Name of") })
  }

  @Test func `violations come by employee, date and rule`() {
    let roster = strip.roster(["e-2": "####|####", "e-1": "|####|####"])
    let found = RosterChecker(inputs: inputs).violations(in: roster)
    let keys = found.map { "\($0.employee ?? "~") \($0.date?.description ?? "") \($0.rule)" }
    #expect(keys == keys.sorted())
    #expect(Set(found.map(\.employee)) == ["e-1", "e-2", "e-3"])
  }
}
