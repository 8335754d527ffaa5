import Foundation
import GLPKSolver
import Interchange
import Testing
import Workforce

@testable import Planning
@testable import Rostering

/// 100 random shifts of the demo: the stated cost of the next best against a forced re-solve.
@Suite struct DemoShiftsTests {
  private static let demo = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../scenarios/harbour-bank").standardized.path

  /// The demo's week planned for its need, with its reasons.
  private func demo() throws -> (inputs: PlanningInputs, reasons: RosterReasons, costs: CoverCosts)
  {
    let inputs = try #require(ScenarioFolder.load(Self.demo).value)
    let planner = WeekPlanner(
      inputs: inputs,
      findings: [],
      options: try PlanOptions(effort: 1, threads: 2, replications: 2, cover: .need),
      solver: GLPKSolver()
    )
    let plan = try planner.plan(try #require(ISOWeek("2026-W10")))
    let costs = CoverPricing(settings: inputs.settings, requirement: plan.requirement).costs
    let reasons = try RosterReasons(
      inputs: inputs,
      costs: costs,
      published: plan.outcome.roster,
      effort: WorthEffort(first: 1, again: 1, threads: 2),
      solver: GLPKSolver()
    )
    return (inputs, reasons, costs)
  }

  /// The least cost of a week of the person, compiled anew from inputs, at the values of everybody
  /// else's roster, by the older of the two pricers; `nil` where none is legal.
  private func forced(
    _ inputs: PlanningInputs,
    _ costs: CoverCosts,
    _ weeks: PersonalWeeks,
    forbidding present: PlannedShift?
  ) throws -> Double? {
    let problem = weeks.state.problem
    let built = try RosterProblemBuilder(inputs: inputs, costs: costs).build().problem
    guard var person = built.employees.first else { return nil }
    let days = person.days.enumerated().map { day, own in
      EmployeeDay(
        group: problem.groups.firstIndex(of: built.groups[own.group]) ?? 0,
        options: own.options.filter { option in
          day != present?.day || option.start != present?.start || option.shape != present?.shape
        }
      )
    }
    person.days = days
    let alone = problem.with(employees: [person])
    let tables = PricingTables(problem: alone, groups: alone.groups(of: 0)) { group in
      weeks.state.values(group: group, without: weeks.employee)
    }
    var pricer = alone.pricer(of: person, tables: tables)
    let least = pricer.cheapest()?.reducedCost
    return least.map { $0 - problem.netCost(of: weeks.present, tables: all(weeks)) }
  }

  private func all(_ weeks: PersonalWeeks) -> PricingTables {
    let problem = weeks.state.problem
    return PricingTables(problem: problem, groups: problem.groups(of: weeks.employee)) { group in
      weeks.state.values(group: group, without: weeks.employee)
    }
  }

  private func alone(_ id: String, _ inputs: PlanningInputs) -> PlanningInputs {
    var own = VariantCompiler.widened(inputs)
    own.employees = inputs.employees.filter { $0.id == id }
    return own
  }

  @Test func `the next best costs what a forced re-solve of the person costs`() throws {
    let (inputs, reasons, costs) = try demo()
    let places = reasons.state.tours.enumerated().flatMap { position, tour in
      tour.shifts.map { (position, $0) }
    }
    var random = RandomStream(seed: 8, name: "demo shifts")
    var all = places
    random.shuffle(&all)
    var judged = 0
    for (position, present) in all.prefix(100) {
      let weeks = reasons.weeks(of: position)
      let ways = reasons.ways(weeks, present)
      let place = "\(weeks.numbers.id) \(present.day)"
      let next = ways.filter { $0.kind != .otherBreaks }.map(\.cost).min()
      let own = alone(weeks.numbers.id, inputs)
      // a forced week that breaks the budget of overtime is none; the demo's is never full
      let least = try forced(own, costs, weeks, forbidding: present)
      #expect((next == nil) == (least == nil), "\(place)")
      if let next, let least { #expect(abs(next - least) < 1e-6, "\(place): \(next), \(least)") }
      var never = own
      never.availability.removeAll {
        $0.employee == weeks.numbers.id && $0.days == .date(reasons.grid.dates[present.day])
      }
      never.availability.append(
        Availability(
          employee: weeks.numbers.id,
          days: .date(reasons.grid.dates[present.day]),
          window: nil
        )
      )
      let off = try forced(never, costs, weeks, forbidding: nil)
      let stated = ways.first { $0.kind == .dayOff }?.cost
      #expect((off == nil) == (stated == nil), "\(place)")
      if let off, let stated { #expect(abs(off - stated) < 1e-6, "\(place): \(stated), \(off)") }
      judged += least == nil ? 0 : 1
    }
    #expect(judged >= 95)
  }
}
