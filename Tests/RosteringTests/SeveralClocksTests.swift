import Checking
import GLPKSolver
import Staffing
import TestSupport
import Testing
import Workforce

@testable import Rostering

/// People whose clock is not the queues'.
@Suite struct SeveralClocksTests {
  private typealias Make = ScenarioFixtures

  /// One person 19 hours ahead of New York: at 08:00 there, the date is a day further.
  private static func island(on weekdays: [Weekday], hours: String = "08:00-12:00")
    -> PlanningInputs
  {
    var inputs = Make.inputs(
      people: Make.people("moana"),
      queues: [Make.queue(open: hours, on: weekdays)],
      templates: [Make.template(minutes: 240, stretch: 30...240)],
      contracts: [Make.contract(hours: 0...40, days: 0...7)],
      zone: Make.zone("America/New_York")
    )
    inputs.settings.sites[0].zone = Make.zone("Pacific/Kiritimati")
    return inputs
  }

  private static func plan(_ inputs: PlanningInputs) throws -> (RosterOutcome, [Violation]) {
    let requirement = Make.requirement(inputs, week: Make.week) { _, _ in 1 }
    let optimizer = try RosterOptimizer(
      inputs: inputs,
      costs: CoverCostBuilder(settings: inputs.settings).coverCosts(for: requirement),
      options: RosterOptions(effort: 1),
      solver: GLPKSolver()
    )
    let outcome = try optimizer.build()
    let report = RosterChecker(inputs: inputs).check(outcome.roster, requirement: requirement)
    #expect(abs((report.costs?.total ?? .infinity) - outcome.costs.total) < 1e-6)
    return (outcome, report.violations)
  }

  @Test func `a shift belongs to the date of the person's clock`() throws {
    let inputs = Self.island(on: [.monday])
    let (outcome, violations) = try Self.plan(inputs)
    #expect(violations == [])
    let tour = outcome.roster.tours[0]
    #expect(tour.zone == inputs.settings.sites[0].zone)
    #expect(tour.shifts.map(\.date) == [Make.week.dates[1]])
    let start = inputs.settings.zone.startOfDay(Make.week.monday).adding(minutes: 480)
    #expect(tour.shifts.map(\.start) == [start])
    #expect(outcome.costs.understaffing == 0)
  }

  @Test func `absences and skills count on the person's dates`() throws {
    let dates = Make.week.dates
    var away = Self.island(on: [.monday, .tuesday])
    away.absences = [
      Absence(
        employee: "moana",
        from: LocalDateTime(date: dates[1], secondOfDay: 0),
        until: LocalDateTime(date: dates[2], secondOfDay: 0),
        kind: "leave"
      )
    ]
    #expect(try Self.plan(away).0.roster.tours[0].shifts.map(\.date) == [dates[2]])
    var lapsing = Self.island(on: [.monday, .tuesday])
    lapsing.skills[0].until = dates[1]
    #expect(try Self.plan(lapsing).0.roster.tours[0].shifts.map(\.date) == [dates[1]])
  }

  @Test func `the hours that belong to another week of the person stay open`() throws {
    // New York's Sunday morning is the island's Monday of the week after
    let (outcome, violations) = try Self.plan(Self.island(on: [.sunday]))
    #expect(violations == [])
    #expect(outcome.roster.tours.allSatisfy { $0.shifts.isEmpty })
    #expect(outcome.costs.understaffing > 0)
  }

  @Test func `the referee finds a shift before the scenario's week`() throws {
    let inputs = Self.island(on: [.sunday], hours: "12:00-20:00")
    let zone = try #require(inputs.settings.sites[0].zone)
    // 08:00 on the island's Monday is 13:00 on New York's Sunday, the day before the week
    let start = zone.startOfDay(Make.week.monday).adding(minutes: 480)
    let end = start.adding(minutes: 240)
    let shift = Shift(
      date: Make.week.monday,
      start: start,
      end: end,
      segments: [ShiftSegment(kind: .work, start: start, end: end)],
      queues: ["phone"]
    )
    let roster = Roster(
      week: Make.week,
      zone: inputs.settings.zone,
      tours: [Tour(employee: "moana", shifts: [shift], zone: zone)]
    )
    let found = RosterChecker(inputs: inputs).violations(in: roster)
    #expect(
      found.map(\.detail) == [
        "starts at 2026-03-02 08:00; the scenario's week is from 2026-03-02 19:00 to 2026-03-09 "
          + "18:00 on that clock"
      ]
    )
  }

  @Test func `a clock that does not fit the slots is refused`() throws {
    var inputs = Self.island(on: [.monday])
    inputs.settings.sites[0].zone = Make.zone("Asia/Kathmandu")
    inputs.settings.zone = .utc
    #expect(
      throws: ShiftwrightError(
        "time zone Asia/Kathmandu: its clock differs from that of UTC by 345 minutes, no multiple of "
          + "the roster slot.\nGive a roster_slot_minutes that divides it."
      )
    ) { _ = try Self.plan(inputs) }
  }
}
