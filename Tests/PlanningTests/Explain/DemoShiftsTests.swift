import Checking
import Foundation
import GLPKSolver
import Interchange
import TestSupport
import Testing
import Workforce

@testable import Planning
@testable import Rostering

/// 100 random shifts of the demo: the stated cost of the next best against a forced re-solve that
/// shares nothing with the optimizer.
@Suite struct DemoShiftsTests {
  private static let demo = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../scenarios/harbour-bank").standardized.path

  /// The demo's week planned quickly, with its reasons.
  private struct Demo {
    let inputs: PlanningInputs
    let requirement: Requirement
    let costs: CoverCosts
    let roster: Roster
    let reasons: RosterReasons

    init() throws {
      inputs = try #require(ScenarioFolder.load(DemoShiftsTests.demo).value)
      let planner = WeekPlanner(
        inputs: inputs,
        findings: [],
        options: try PlanOptions(effort: 1, threads: 2, replications: 2),
        solver: GLPKSolver()
      )
      let plan = try planner.plan(try #require(ISOWeek("2026-W10")))
      requirement = plan.requirement
      roster = plan.outcome.roster
      costs = plan.costs
      reasons = try RosterReasons(
        inputs: inputs,
        costs: costs,
        published: roster,
        effort: WorthEffort(first: 1, again: 1, threads: 2),
        solver: GLPKSolver()
      )
    }

    /// 100 shifts, by position of their person.
    var shifts: [(position: Int, shift: PlannedShift)] {
      var random = RandomStream(seed: 8, name: "demo shifts")
      var all = reasons.state.tours.enumerated().flatMap { position, tour in
        tour.shifts.map { (position: position, shift: $0) }
      }
      random.shuffle(&all)
      return Array(all.prefix(100))
    }
  }

  private func expectEqual(_ stated: Double?, _ forced: Double?, _ place: String) {
    switch (stated, forced) {
    case (nil, nil): break
    case (let stated?, let forced?):
      #expect(abs(stated - forced) < 1e-6, "\(place): \(stated), \(forced)")
    default:
      Issue.record("\(place): \(String(describing: stated)), \(String(describing: forced))")
    }
  }

  @Test func `the next best costs what a forced re-solve of the person costs`() throws {
    let demo = try Demo()
    var forced = ForcedWeeks(inputs: demo.inputs, roster: demo.roster, costs: demo.costs)
    var people: [String: ForcedPerson] = [:]
    var judged = 0
    for (position, shift) in demo.shifts {
      let weeks = demo.reasons.weeks(of: position)
      let id = weeks.numbers.id
      if people[id] == nil { people[id] = forced.person(id) }
      let person = try #require(people[id])
      let present = demo.reasons.decoder.shift(shift)
      let template = demo.reasons.problem.shapes[shift.shape].name
      let found = forced.cost(of: id)
      let base = try #require(found)
      let least = { (isMeant: (ForcedWeeks.Option?) -> Bool) in
        person.least { $0 != present.date || isMeant($1) }.map { $0 - base }
      }
      let ways = demo.reasons.ways(weeks, shift)
      let cost = { (kind: RosterAlternative.Kind) in ways.first { $0.kind == kind }?.cost }
      let place = "\(id) \(present.date)"
      expectEqual(cost(.dayOff), least { $0 == nil }, "\(place) off")
      expectEqual(
        cost(.otherStart),
        least { $0.map { $0.template == template && $0.start != present.start } ?? false },
        "\(place) start"
      )
      expectEqual(
        cost(.otherTemplate),
        least { $0.map { $0.template != template } ?? false },
        "\(place) template"
      )
      let next = least { $0.map { $0.template != template || $0.start != present.start } ?? true }
      expectEqual(ShiftExplanation.nextBest(of: ways)?.cost, next, "\(place) next best")
      judged += next == nil ? 0 : 1
    }
    #expect(demo.shifts.count == 100)
    #expect(judged >= 90)
  }

  /// The week behind each stated cost is legal, and costs just that, says the checker.
  @Test func `the roster with the next best breaks no rule and costs what is stated`() throws {
    let demo = try Demo()
    let checker = RosterChecker(inputs: demo.inputs)
    let judge = { (roster: Roster) in
      checker.check(roster, requirement: demo.requirement, cover: demo.costs)
    }
    let before = try #require(judge(demo.roster).costs)
    var judged = 0
    for (position, shift) in demo.shifts {
      let weeks = demo.reasons.weeks(of: position)
      for way in demo.reasons.ways(weeks, shift) {
        let place = "\(weeks.numbers.id) \(shift.day) \(way.kind)"
        let numbers = demo.reasons.limited(weeks.numbers, to: way.kind, instead: shift)
        let tour = try #require(
          way.kind == .otherBreaks
            ? weeks.otherBreaks(of: shift) : numbers.flatMap { weeks.best($0) }
        )
        let report = judge(demo.reasons.decoder.roster(weeks.roster(with: tour)))
        #expect(report.violations.isEmpty, "\(place): \(report.violations)")
        let after = try #require(report.costs)
        #expect(abs(after.total - before.total - way.cost) < 1e-6, "\(place)")
        #expect(abs(after.pay - before.pay - way.costs.pay) < 1e-6, "\(place) pay")
        let service = after.understaffing - before.understaffing
        #expect(abs(service - way.costs.understaffing) < 1e-6, "\(place) service")
        #expect(abs(service - way.queues.reduce(0, +)) < 1e-6, "\(place) queues")
        judged += 1
      }
    }
    #expect(judged >= 200)
  }
}
