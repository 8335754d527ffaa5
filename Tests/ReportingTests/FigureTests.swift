import Testing
import Workforce

@testable import Reporting

@Suite struct FigureTests {
  @Test(arguments: [
    (0.82, 0.01, TargetVerdict.met), (0.81, 0.01, .met), (0.805, 0.01, .unproven),
    (0.795, 0.01, .unproven), (0.78, 0.01, .missed),
  ])
  func `a target is met when its whole interval is`(
    mean: Double,
    half: Double,
    verdict: TargetVerdict
  ) {
    #expect(TargetVerdict(Estimate(mean: mean, halfWidth: half), atLeast: 0.8) == verdict)
  }

  @Test func `paid time follows the contract's template`() throws {
    let report = try DemoReport(people: 8).report()
    let paid = PaidTime(report.inputs)
    let tour = try #require(report.outcome.roster.tours.first)
    let shift = try #require(tour.shifts.first)
    // 8 h 30 min with half an hour of unpaid lunch.
    #expect(paid.minutes(of: shift, for: tour.employee) == 480)
    var strange = shift
    strange.segments.removeLast(2)
    #expect(paid.minutes(of: strange, for: tour.employee) == 480)
    strange.segments = strange.segments.filter { $0.kind != .lunch }
    #expect(paid.minutes(of: strange, for: tour.employee) == 510)
  }

  @Test func `counts wishes by the most specific line`() throws {
    let report = try DemoReport(people: 1, queues: 1).report()
    let shift = try #require(report.outcome.roster.tours.first?.shifts.first)
    let start = report.outcome.roster.zone.local(at: shift.start).minuteOfDay
    let shifts = report.outcome.roster.tours.reduce(0) { $0 + $1.shifts.count }
    let at = try #require(ClockTime(minutes: start))
    let far = try #require(ClockTime(minutes: 1))
    let preferences = [
      Preference(employee: "E1001", days: .everyDay, wish: .startBetween(far, far)),
      Preference(employee: "E1001", days: .date(shift.date), wish: .startBetween(at, at)),
      Preference(employee: "E1001", days: .weekday(shift.date.weekday), wish: .dayOff),
      Preference(employee: "E1001", days: .weekday(.sunday), wish: .dayOff),
    ]
    let wishes = WishFigures(report.with(preferences: preferences))
    #expect(wishes.startsGranted == 1)
    #expect(wishes.startsRefused == shifts - 1)
    #expect(wishes.daysOffRefused == 1)
    #expect(wishes.daysOffGranted == 1)
  }

  @Test func `the gap in agent-hours is the gap at the mean wage`() throws {
    let report = try DemoReport().report()
    let figures = PlanFigures(report)
    let gap = report.outcome.costs.total - report.outcome.bound
    let wage = report.outcome.costs.pay / figures.paidHours
    #expect(abs(try #require(figures.gapHours) - gap / wage) < 1e-9)
    #expect(PlanFigures(try DemoReport(people: 0).report()).gapHours == nil)
  }

  @Test func `credited days lower what a contract allows`() throws {
    let inputs = try DemoReport(people: 1).report().inputs
    let contract = inputs.settings.contracts[0]
    var employee = inputs.employees[0]
    employee.fullTimeEquivalent = try #require(Fraction(0.5))
    let allowance = WeeklyAllowance(employee, contract, creditedDays: 2)
    // Half of 40 h less two fifths of it.
    #expect(allowance.maximumMinutes == 1200 - 480)
    #expect(allowance.maximumDays == 3)
  }
}

extension PlanReport {
  fileprivate func with(preferences: [Preference]) -> PlanReport {
    var inputs = inputs
    inputs.preferences = preferences
    return PlanReport(
      inputs: inputs,
      week: week,
      forecast: forecast,
      requirement: requirement,
      outcome: outcome,
      check: check,
      coverage: coverage,
      simulation: simulation,
      findings: findings,
      options: options
    )
  }
}
