import Checking
import GLPKSolver
import Staffing
import TestSupport
import Testing
import Workforce

@testable import Rostering

@Suite struct LaborRepairTests {
  /// A published week of two people, in which one falls ill for a date.
  private static func repair(
    _ week: NightWeek,
    _ published: Roster,
    seed: Int
  ) throws -> (inputs: PlanningInputs, changes: ChangeRequest) {
    var random = RandomStream(seed: 6, name: "labor repair", keys: seed)
    let tours = published.tours.filter { !$0.shifts.isEmpty }
    var changes = ChangeRequest(
      prices: ChangeRequest.Prices(changedShift: Double(random.below(20)), changedStartPerHour: 1)
    )
    if !tours.isEmpty {
      let tour = tours[random.below(tours.count)]
      let date = tour.shifts[random.below(tour.shifts.count)].date
      changes.absences = [
        Absence(
          employee: tour.employee,
          from: LocalDateTime(date: date, secondOfDay: 0),
          until: LocalDateTime(date: date.adding(days: 1), secondOfDay: 0),
          kind: "sick"
        )
      ]
    }
    var inputs = week.tiny.inputs
    inputs.absences += changes.absences
    return (inputs, changes)
  }

  @Test(arguments: 0..<80)
  func `a repaired roster keeps labor rules and is priced right`(seed: Int) throws {
    let week = NightWeek(seed: 2000 + seed, people: 2)
    let published = try week.optimizer().build().roster
    let (inputs, changes) = try Self.repair(week, published, seed: seed)
    let repaired = try RosterReoptimizer(
      inputs: inputs,
      costs: week.costs,
      published: published,
      changes: changes,
      dates: week.tiny.week.dates,
      options: RosterOptions(effort: 2, threads: 1),
      solver: GLPKSolver()
    ).repair()
    let outcome = repaired.outcome
    let report = RosterChecker(inputs: inputs).check(
      outcome.roster,
      requirement: week.tiny.requirement,
      impossible: outcome.impossible.map(\.employee)
    )
    let kept = repaired.kept.map(\.employee)
    for violation in report.violations {
      #expect(violation.employee.map(kept.contains) ?? !kept.isEmpty, "\(violation)")
    }
    #expect(repaired.kept.allSatisfy { !$0.conflict.isEmpty })
    guard kept.isEmpty else { return }
    let costs = try #require(report.costs)
    #expect(abs(costs.rules - outcome.costs.rules) < 1e-6)
    #expect(abs(costs.total - outcome.costs.total) < 1e-6)
  }
}
