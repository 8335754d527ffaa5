import Testing
import Workforce

@testable import Reporting

@Suite struct UnderstaffingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var id: String
    var census: SkillCensus
    var required: Int
    var kind: UnderstaffingCause.Kind
    var says: String
    var testDescription: String { id }
  }

  static let cases = [
    Case(
      id: "nobody holds the skill",
      census: SkillCensus(),
      required: 2,
      kind: .tooFewSkilled,
      says: "nobody holds the skill “cards” on this day; 2 are needed at once"
    ),
    Case(
      id: "fewer hold it than are needed",
      census: SkillCensus(holders: 3, atWork: 3),
      required: 4,
      kind: .tooFewSkilled,
      says: "only 3 people hold the skill “cards” on this day; 4 are needed at once"
    ),
    Case(
      id: "absences and availability leave nobody",
      census: SkillCensus(holders: 5, absent: 3, unavailable: 2),
      required: 2,
      kind: .tooFewAvailable,
      says: "5 people hold the skill “cards”, but nobody can work then: 3 absent, 2 not available"
    ),
    Case(
      id: "the contract's hours of the day leave too few",
      census: SkillCensus(holders: 5, outsideContract: 3, impossible: 1, free: 1),
      required: 2,
      kind: .tooFewAvailable,
      says: "5 people hold the skill “cards”, but only 1 can work then: 3 outside contract hours, "
        + "1 without a possible week"
    ),
    Case(
      id: "everyone is at work, some for another queue",
      census: SkillCensus(holders: 5, atWork: 3, elsewhere: 1, onBreak: 1),
      required: 4,
      kind: .allAtWork,
      says: "5 people could work then: 3 at work, 1 on another queue, 1 on a break; other queues "
        + "take 2.0 of those at work"
    ),
    Case(
      id: "contract hours are used up",
      census: SkillCensus(holders: 5, atWork: 1, usedUp: 3, free: 1),
      required: 4,
      kind: .contractUsedUp,
      says: "5 people could work then: 1 at work, 3 with contract hours or days used up, 1 off by "
        + "rest and sequence rules or by price"
    ),
    Case(
      id: "people are free but not put there",
      census: SkillCensus(holders: 5, atWork: 1, free: 4),
      required: 4,
      kind: .rulesOrPrice,
      says: "5 people could work then: 1 at work, 4 off by rest and sequence rules or by price"
    ),
  ]

  @Test(arguments: cases)
  func `tells the cause of a gap in plain words`(c: Case) {
    let cause = c.census.cause(
      skill: "cards",
      required: c.required,
      allocated: 1,
      isWeekFull: false
    )
    #expect(cause.kind == c.kind)
    #expect(cause.detail == c.says)
  }

  @Test func `shifts at another time are the cause only when the week has idle hours`() {
    let census = SkillCensus(holders: 5, atWork: 1, otherShift: 4)
    let kind = { (isWeekFull: Bool) in
      census.cause(skill: "cards", required: 4, allocated: 1, isWeekFull: isWeekFull).kind
    }
    #expect(kind(false) == .otherShift)
    #expect(kind(true) == .weekFull)
  }

  @Test func `hours by cause and by stretch add up to all missing hours`() throws {
    let report = try DemoReport(people: 20, load: 3).report()
    let figures = PlanFigures(report)
    let gaps = UnderstaffingAnalysis(report, figures)
    #expect(figures.missingHours > 10)
    #expect(abs(gaps.hoursByCause.map(\.hours).total - figures.missingHours) < 1e-6)
    #expect(abs(gaps.stretches.map(\.missingHours).total - figures.missingHours) < 1e-6)
    let hours = gaps.stretches.map(\.missingHours)
    #expect(zip(hours, hours.dropFirst()).allSatisfy { $0 >= $1 })
    #expect(
      gaps.stretches.reduce(0) { $0 + $1.intervals.count } == figures.understaffedIntervals
    )
  }

  @Test func `everyone with the skill is counted in exactly one place`() throws {
    let report = try DemoReport().report()
    let index = PeopleIndex(report)
    for interval in stride(from: 0, to: report.requirement.grid.count, by: 7) {
      let census = index.census(queue: 1, interval: interval)
      let places = [
        census.absent, census.unavailable, census.outsideContract, census.impossible, census.atWork,
        census.elsewhere, census.onBreak, census.usedUp, census.otherShift, census.free,
      ]
      #expect(places.reduce(0, +) == census.holders)
      #expect(census.holders == 20)
    }
  }

  @Test func `a person who is not available counts as such, by the most specific line`() throws {
    let report = try DemoReport(people: 1, queues: 1).report()
    let monday = report.week.monday
    let window = try #require(ClockWindow("09:00-17:00"))
    let lines = [
      Availability(employee: "E1001", days: .everyDay, window: nil),
      Availability(employee: "E1001", days: .weekday(.monday), window: window),
      Availability(employee: "E1001", days: .date(monday.adding(days: 7)), window: nil),
    ]
    #expect(lines.allow(monday, minutes: 540..<570))
    #expect(!lines.allow(monday, minutes: 510..<540))
    #expect(!lines.allow(monday.adding(days: 1), minutes: 540..<570))
    #expect(!lines.allow(monday.adding(days: 7), minutes: 540..<570))
    #expect([Availability]().allow(monday, minutes: 0..<30))
  }
}
