import Checking
import GLPKSolver
import Staffing
import Testing
import Workforce

@testable import Rostering
@testable import TestSupport

@Suite struct RepairTests {
  @Test(arguments: 0..<150)
  func `a repaired roster is legal, priced right, and no worse than doing nothing`(
    seed: Int
  ) throws {
    let repair = try RepairCase(seed: seed)
    let repaired = try repair.reoptimizer().repair()
    let outcome = repaired.outcome
    let report = repair.check(
      outcome.roster,
      impossible: outcome.impossible.map(\.employee)
    )
    let kept = repaired.kept.map(\.employee)
    for violation in report.violations {
      let isKept = violation.employee.map(kept.contains) ?? !kept.isEmpty
      #expect(isKept, "\(violation)")
    }
    #expect(repaired.kept.allSatisfy { !$0.conflict.isEmpty })
    if let costs = report.costs {
      #expect(abs(costs.total - outcome.costs.total) < 1e-6)
    } else {
      #expect(!kept.isEmpty)
    }
    #expect(abs(repair.price(of: outcome.roster) - repaired.changePrice) < 1e-6)
    if repaired.forced.isEmpty {
      #expect(outcome.costs.total + repaired.changePrice <= repaired.startCosts.total + 1e-6)
    }
  }

  @Test(arguments: 0..<150)
  func `locks, shifts that have begun and absences hold`(seed: Int) throws {
    let repair = try RepairCase(seed: seed)
    let roster = try repair.reoptimizer().repair().outcome.roster
    let now = repair.changes.now.map { roster.zone.instant(at: $0) }
    for employee in repair.inputs.employees {
      for date in repair.tiny.week.dates {
        let was = repair.shift(repair.published, employee.id, date)
        let becomes = repair.shift(roster, employee.id, date)
        if let becomes {
          #expect(!repair.isLost(becomes, of: employee.id))
          if let now, becomes.start < now { #expect(becomes == was) }
        }
        if let was, repair.isLost(was, of: employee.id) { continue }
        if repair.changes.isLocked(employee.id, on: date) { #expect(becomes == was) }
        if let now, let was, was.start < now { #expect(becomes == was) }
      }
    }
  }

  @Test(arguments: 0..<100)
  func `at very high prices only what must change does`(seed: Int) throws {
    let prices = ChangeRequest.Prices(changedShift: 1e6, changedStartPerHour: 1e6)
    let repair = try RepairCase(seed: seed, prices: prices)
    let repaired = try repair.reoptimizer().repair()
    guard repaired.forced.isEmpty else { return }
    #expect(repaired.changePrice == 0)
    for employee in repair.inputs.employees {
      for date in repair.tiny.week.dates {
        let was = repair.shift(repair.published, employee.id, date)
        let becomes = repair.shift(repaired.outcome.roster, employee.id, date)
        if let was, repair.isLost(was, of: employee.id) { continue }
        #expect(was?.start == becomes?.start && was?.end == becomes?.end)
      }
    }
  }

  /// With all dates looked at, one person's repair is one exact best response: it is compared with
  /// every legal week of the person, priced by the checker.
  @Test(arguments: 0..<120)
  func `a team of one is repaired to the optimum`(seed: Int) throws {
    let repair = try RepairCase(seed: seed, absences: seed % 2 == 0, locks: false, everyDate: true)
    guard repair.inputs.employees.count == 1 else { return }
    let person = BruteForcePerson(
      repair.inputs.employees[0],
      inputs: repair.inputs,
      week: repair.tiny.week
    )
    let repaired = try repair.reoptimizer().repair()
    guard repaired.kept.isEmpty, repaired.outcome.impossible.isEmpty else {
      #expect(person.tours.isEmpty)
      return
    }
    let site = repair.inputs.settings.sites.first { $0.name == person.employee.site }
    let budget = site?.overtimeBudget?.wholeMinutes ?? .max
    var best = Double.infinity
    for tour in person.tours where tour.overtimeMinutes <= budget {
      let shifts = zip(person.options, tour.choice).compactMap { $0[$1].shift }
      let roster = Roster(
        week: repair.tiny.week,
        zone: repair.published.zone,
        tours: [Tour(employee: person.employee.id, shifts: shifts)]
      )
      guard let costs = repair.check(roster).costs else { continue }
      best = min(best, costs.total + repair.price(of: shifts, employee: person.employee.id))
    }
    #expect(abs(repaired.outcome.costs.total + repaired.changePrice - best) < 1e-6)
  }

  @Test(arguments: 0..<60)
  func `without prices and locks a repair lies between the optimum and doing nothing`(
    seed: Int
  ) throws {
    let prices = ChangeRequest.Prices(changedShift: 0, changedStartPerHour: 0)
    let repair = try RepairCase(seed: seed, prices: prices, locks: false, everyDate: true)
    let repaired = try repair.reoptimizer().repair()
    let force = BruteForceRoster(
      inputs: repair.inputs,
      week: repair.tiny.week,
      requirement: repair.requirement
    )
    guard repaired.kept.isEmpty, let best = force.best(),
      force.impossible == repaired.outcome.impossible.map(\.employee)
    else { return }
    #expect(repaired.outcome.costs.total >= best.costs.total - 1e-6)
    if repaired.forced.isEmpty {
      #expect(repaired.outcome.costs.total <= repaired.startCosts.total + 1e-6)
    }
  }

  @Test func `threads do not matter`() throws {
    for seed in 0..<10 {
      let repair = try RepairCase(seed: seed, everyDate: true)
      let one = try repair.reoptimizer().repair()
      let two = try repair.reoptimizer(threads: 2).repair()
      #expect(one.outcome == two.outcome)
    }
  }

  @Test func `a shift that no template has is named`() throws {
    let repair = try RepairCase(seed: 3)
    var published = repair.published
    let place = try #require(published.tours.firstIndex { !$0.shifts.isEmpty })
    published.tours[place].shifts[0].end = published.tours[place].shifts[0].end.adding(minutes: 10)
    let (employee, date) = (
      published.tours[place].employee, published.tours[place].shifts[0].date
    )
    let error = #expect(throws: ShiftwrightError.self) {
      _ = try RosterReoptimizer(
        inputs: repair.inputs,
        costs: CoverCostBuilder(settings: repair.inputs.settings)
          .coverCosts(for: repair.requirement),
        published: published,
        changes: repair.changes,
        dates: [],
        options: RosterOptions(effort: 1),
        solver: GLPKSolver()
      )
    }
    let contract = try #require(repair.inputs.employees.first { $0.id == employee }).contract
    #expect(
      error?.message == """
        The published roster has shifts that cannot be planned with:
        \(employee) \(date): no shift template of contract \(contract) has this length and breaks.
        Correct them in its roster.csv; 'shiftwright check' names every fault.
        """
    )
  }
}
