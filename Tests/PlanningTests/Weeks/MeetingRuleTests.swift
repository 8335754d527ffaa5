import Checking
import GLPKSolver
import Rostering
import Staffing
import TestSupport
import Testing
import Workforce

@testable import Planning

/// Meetings of tiny teams: kept in every roster, and never of use to the cost.
@Suite struct MeetingRuleTests {
  private typealias Make = ScenarioFixtures

  /// A tiny case in which idle people cost nothing, with a meeting on one open date.
  private struct Case {
    let tiny: TinyCase
    let free: PlanningInputs
    let inputs: PlanningInputs

    init(seed: Int) {
      let tiny = TinyCase(seed: seed)
      var random = RandomStream(seed: UInt64(seed), name: "meeting rule")
      var free = tiny.inputs
      free.settings.costs.overstaffingPerHour = 0
      for index in free.employees.indices {
        free.employees[index].team = ["blue", "blue", "red"][random.below(3)]
      }
      let open = tiny.week.dates.filter { date in
        free.settings.queues.contains { !$0.openingHours.windows(on: date.weekday).isEmpty }
      }
      let date = open[random.below(open.count)]
      let hour = ["08:30", "09:00", "09:30", "10:00"][random.below(4)]
      let start = LocalDateTime(date: date, time: Make.clock(hour))
      let meeting = Meeting(
        name: "huddle",
        scope: RuleScope(teams: random.below(2) == 0 ? ["blue"] : []),
        length: .minutes(30),
        weekdays: [date.weekday],
        hours: Make.window("08:00-11:00"),
        attendance: random.below(3) == 0 ? .all : .atWork
      )
      var inputs = free
      inputs.settings.labor.meetings = [meeting]
      inputs.meetingTimes = [
        MeetingTime(meeting: "huddle", start: start, end: start.adding(minutes: 30))
      ]
      inputs.seatMeetings()
      (self.tiny, self.free, self.inputs) = (tiny, free, inputs)
    }

    func built(_ inputs: PlanningInputs) throws -> (outcome: RosterOutcome, report: CheckReport) {
      let costs = CoverCostBuilder(settings: inputs.settings).coverCosts(for: tiny.requirement)
      let outcome = try RosterOptimizer(
        inputs: inputs,
        costs: costs,
        options: RosterOptions(effort: 1, threads: 1),
        solver: GLPKSolver()
      ).build()
      let report = RosterChecker(inputs: inputs).check(
        outcome.roster,
        requirement: tiny.requirement,
        impossible: outcome.impossible.map(\.employee)
      )
      return (outcome, report)
    }
  }

  @Test(arguments: 0..<4)
  func `whoever is meant is in the meeting, and without it no run is worse`(part: Int) throws {
    var (attended, compared) = (0, 0)
    for seed in part * 60..<part * 60 + 60 {
      let week = Case(seed: seed)
      let on = try week.built(week.inputs)
      #expect(on.report.violations == [], "seed \(seed)")
      #expect(on.report.rules.contains("meeting"))
      let parts = on.outcome.roster.tours.flatMap(\.shifts).flatMap(\.segments)
      if parts.contains(where: { $0.kind == .training }) { attended += 1 }
      let off = try week.built(week.free)
      guard on.outcome.impossible.isEmpty, off.outcome.impossible.isEmpty else { continue }
      compared += 1
      #expect(off.outcome.bound <= on.outcome.costs.total + 1e-6, "seed \(seed)")
      let gap = off.outcome.costs.total - off.outcome.bound
      #expect(off.outcome.costs.total <= on.outcome.costs.total + gap + 1e-6, "seed \(seed)")
    }
    #expect(attended >= 15, "\(attended)")
    #expect(compared >= 20, "\(compared)")
  }
}
