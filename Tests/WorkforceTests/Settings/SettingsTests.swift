import TestSupport
import Testing
import Workforce

@Suite struct SettingsTests {
  private typealias Make = ScenarioFixtures

  @Test func `shares lie between nothing and everything`() {
    #expect(Fraction(0) == .zero)
    #expect(Fraction(1) == .one)
    for value in [-0.001, 1.001, .nan, .infinity] {
      #expect(Fraction(value) == nil)
    }
  }

  @Test func `skills are held on their first and last day`() {
    let grant = SkillGrant(
      employee: "ada",
      skill: "phone",
      from: Make.date("2026-03-03"),
      until: Make.date("2026-03-05")
    )
    let held = Make.week.dates.filter(grant.isHeld(on:)).map(\.description)
    #expect(held == ["2026-03-03", "2026-03-04", "2026-03-05"])
  }

  @Test func `a night needs the skill on both dates`() {
    var inputs = Make.inputs(
      people: Make.people("ada"),
      queues: [Make.queue(), Make.queue("chat")]
    )
    inputs.skills[0].until = Make.date("2026-03-02")
    let monday = Make.date("2026-03-02")
    #expect(inputs.queues(servedBy: "ada", on: monday, overMidnight: false) == [0, 1])
    #expect(inputs.queues(servedBy: "ada", on: monday, overMidnight: true) == [1])
    #expect(inputs.queues(servedBy: "bo", on: monday, overMidnight: false) == [])
  }

  @Test func `patterns match their days`() {
    let tuesday = Make.date("2026-03-03")
    #expect(DayPattern.everyDay.matches(tuesday))
    #expect(DayPattern.weekday(.tuesday).matches(tuesday))
    #expect(!DayPattern.weekday(.monday).matches(tuesday))
    #expect(DayPattern.date(tuesday).matches(tuesday))
    #expect(!DayPattern.date(tuesday).matches(tuesday.adding(days: 7)))
  }

  @Test func `unpaid breaks shorten the paid time`() {
    let lunch = BreakTemplate(kind: .lunch, length: .minutes(30), isPaid: false)
    let rest = BreakTemplate(kind: .rest, length: .minutes(15), isPaid: true)
    let template = Make.template(minutes: 510, breaks: [rest, lunch, rest])
    #expect(template.paidLength == .hours(8))
  }

  @Test func `cover costs fall by the steps' worth`() {
    let cost = CoverCost(steps: [.init(people: 2, worth: 5), .init(people: 1, worth: 3)])
    #expect((0...4).map(cost.cost(of:)) == [13, 8, 3, 0, 0])
    #expect(cost.capacity == 3)
  }

  @Test func `costs sum up without contract pay and gaps use it`() {
    let costs = RosterCosts(
      pay: 100,
      overtimePremium: 1,
      startPreference: 2,
      dayOffPreference: 3,
      startChange: 4,
      weekendFairness: 5,
      understaffing: 6,
      overstaffing: 7,
      contractPay: 78
    )
    #expect(costs.total == 128)
    let outcome = RosterOutcome(
      roster: Roster(week: Make.week, zone: .utc, tours: []),
      costs: costs,
      bound: 123,
      impossible: [],
      stages: [],
      stopReason: nil
    )
    #expect(abs(outcome.gap - 5.0 / 128) < 1e-12)
    #expect(abs(outcome.controllableGap - 0.1) < 1e-12)
  }

  @Test func `findings print their place, their kind and what to do`() {
    let finding = Diagnostic(
      .warning,
      file: "a.csv",
      line: 3,
      message: "row is odd",
      suggestion: "Look at it."
    )
    #expect(finding.description == "a.csv:3: warning: row is odd\nLook at it.")
    let error = Diagnostic(file: "", message: "nothing", suggestion: "")
    #expect(error.description == "nothing")
    #expect(Loaded(1, diagnostics: [finding]).value == 1)
    #expect(Loaded(1, diagnostics: [finding, error]).value == nil)
    #expect(Loaded(1, diagnostics: [finding, error]).errors == [error])
  }
}
