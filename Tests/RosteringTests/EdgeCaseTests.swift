import Checking
import GLPKSolver
import Staffing
import TestSupport
import Testing
import Workforce

@testable import Rostering

@Suite struct EdgeCaseTests {
  private typealias Make = ScenarioFixtures

  private struct Planned {
    let outcome: RosterOutcome
    let report: CheckReport
    let inputs: PlanningInputs
  }

  private static func plan(
    _ inputs: PlanningInputs,
    week: ISOWeek = Make.week,
    need: Int = 1,
    effort: Int = 1,
    threads: Int = 1,
    stop: StopSignal = StopSignal()
  ) throws -> Planned {
    let requirement = Make.requirement(inputs, week: week) { _, _ in need }
    let optimizer = try RosterOptimizer(
      inputs: inputs,
      costs: CoverCostBuilder(settings: inputs.settings).coverCosts(for: requirement),
      options: RosterOptions(effort: effort, threads: threads),
      solver: GLPKSolver()
    )
    let outcome = try optimizer.build(stop: stop)
    let report = RosterChecker(inputs: inputs).check(
      outcome.roster,
      requirement: requirement,
      impossible: outcome.impossible.map(\.employee)
    )
    #expect(report.violations == [])
    #expect(abs((report.costs?.total ?? .infinity) - outcome.costs.total) < 1e-6)
    #expect(outcome.bound <= outcome.costs.total + 1e-9)
    return Planned(outcome: outcome, report: report, inputs: inputs)
  }

  private static func team(_ count: Int, zone: String = "UTC") -> PlanningInputs {
    let lunch = BreakTemplate(kind: .lunch, length: .minutes(30), isPaid: false)
    let template = Make.template(minutes: 480, breaks: [lunch], stretch: 60...300)
    let ids = (0..<count).map { "p\($0)" }
    return Make.inputs(
      people: ids.flatMap { Make.people($0) },
      queues: [Make.queue(), Make.queue("chat", open: "08:00-18:00")],
      templates: [template],
      contracts: [
        Make.contract(
          hours: 15...38,
          days: 2...5,
          rules: TourRuleSettings(
            minimumRest: .hours(11),
            maximumConsecutiveDays: 6,
            maximumStartChange: .hours(8)
          )
        )
      ],
      zone: Make.zone(zone)
    )
  }

  @Test func `two runs and two threads give the same outcome`() throws {
    let inputs = Self.team(6)
    let first = try Self.plan(inputs).outcome
    #expect(try Self.plan(inputs).outcome == first)
    #expect(try Self.plan(inputs, threads: 2).outcome == first)
    for seed in 0..<12 {
      let week = TinyWeek(seed: seed)
      let alone = try week.optimizer().build()
      #expect(try week.optimizer(threads: 2).build() == alone)
    }
  }

  @Test func `a time limit already over leaves a legal roster, marked`() throws {
    let stop = StopSignal(deadline: .now - .seconds(1))
    let planned = try Self.plan(Self.team(6), stop: stop)
    #expect(planned.outcome.stopReason == .timeLimit)
    #expect(planned.outcome.roster.tours.allSatisfy { (2...5).contains($0.shifts.count) })
  }

  @Test func `nobody to roster leaves the whole need open, proved`() throws {
    let planned = try Self.plan(Self.team(0))
    #expect(planned.outcome.roster.tours.isEmpty)
    #expect(planned.outcome.costs.total == planned.outcome.costs.understaffing)
    #expect(planned.outcome.bound == planned.outcome.costs.total)
  }

  @Test func `one person gets the best week, proved`() throws {
    let planned = try Self.plan(Self.team(1))
    #expect(planned.outcome.gap < 1e-9)
    #expect(planned.outcome.roster.tours[0].shifts.count >= 2)
  }

  @Test func `a week without an open day needs nobody`() throws {
    var inputs = Self.team(3)
    for index in inputs.settings.queues.indices {
      inputs.settings.queues[index].openingHours = OpeningHours(
        windows: Array(repeating: [], count: 7)
      )
    }
    let strict = try Self.plan(inputs)
    #expect(strict.outcome.impossible.count == 3)
    inputs.settings.contracts[0] = Make.contract()
    let planned = try Self.plan(inputs)
    #expect(planned.outcome.costs.total == 0)
    #expect(planned.outcome.impossible.isEmpty)
  }

  @Test func `someone without skills is named, the others are rostered`() throws {
    var inputs = Self.team(3)
    inputs.skills.removeAll { $0.employee == "p1" }
    let outcome = try Self.plan(inputs).outcome
    #expect(outcome.impossible.map(\.employee) == ["p1"])
    #expect(outcome.impossible[0].conflict.contains { $0.hasPrefix("skills: ") })
    #expect(outcome.roster.tours.count { !$0.shifts.isEmpty } == 2)
  }

  @Test func `overtime is shared so that everyone has a week`() throws {
    var inputs = Self.team(3)
    inputs.settings.contracts[0].overtimeAfter = .hours(14)
    inputs.settings.sites[0].overtimeBudget = .hours(3)
    #expect(try Self.plan(inputs, need: 3).outcome.impossible.isEmpty)
    inputs.settings.sites[0].overtimeBudget = .hours(2)
    let outcome = try Self.plan(inputs, need: 3).outcome
    #expect(
      outcome.impossible == [
        ImpossibleEmployee(
          employee: "p2",
          conflict: [
            "overtime budget: every week has at least 1.0 h of overtime, and the 2.0 h of site "
              + "site are used up by others' least"
          ]
        )
      ]
    )
  }

  @Test(arguments: ["2026-W13", "2026-W43", "2026-W53", "2026-W10"])
  func `weeks of 23 and 25 hours and over a year's end are clean`(name: String) throws {
    let planned = try Self.plan(Self.team(8, zone: "Europe/London"), week: Make.week(name), need: 2)
    #expect(planned.outcome.roster.tours.allSatisfy { $0.shifts.count >= 2 })
  }

  @Test(arguments: ["2026-W13", "2026-W43", "2026-W10"])
  func `night shifts run over midnight, the clock change and the week's end`(name: String) throws {
    var inputs = Self.team(8, zone: "Europe/London")
    inputs.settings.contracts[0].shiftWindow = Make.window("20:00-10:00")
    let planned = try Self.plan(inputs, week: Make.week(name), need: 2)
    let zone = inputs.settings.zone
    let shifts = planned.outcome.roster.tours.flatMap(\.shifts)
    #expect(shifts.count >= 16)
    #expect(shifts.allSatisfy { zone.local(at: $0.end).date > $0.date })
    #expect(shifts.contains { $0.date.weekday == .sunday })
  }

  @Test func `a small team's roster is proved optimal`() throws {
    let outcome = try Self.plan(Self.team(3), effort: 20).outcome
    let last = try #require(outcome.stages.last)
    #expect(last.name == "exact finish")
    #expect(outcome.gap < 1e-9, "\(outcome.stages)")
  }
}
