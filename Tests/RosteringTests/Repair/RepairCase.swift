import Checking
import GLPKSolver
import Staffing
import TestSupport
import Workforce

@testable import Rostering

/// A tiny published week, something that happened to it, and the referee.
struct RepairCase {
  let tiny: TinyCase
  let published: Roster
  let changes: ChangeRequest
  /// The scenario with the absences in it.
  let inputs: PlanningInputs
  /// The need now.
  let requirement: Requirement
  /// Dates with another need.
  let dates: [LocalDate]

  init(
    seed: Int,
    prices: ChangeRequest.Prices? = nil,
    absences: Bool = true,
    locks: Bool = true,
    everyDate: Bool = false
  ) throws {
    let week = TinyWeek(seed: seed, severalClocks: seed % 3 == 2)
    let tiny = week.tiny
    self.tiny = tiny
    published = try week.optimizer(effort: 1).build().roster
    var random = RandomStream(seed: 5, name: "repair case", keys: seed)
    let open = tiny.week.dates.filter { date in
      tiny.inputs.operatingWeekday(on: date).map { weekday in
        tiny.inputs.settings.queues.contains { !$0.openingHours.windows(on: weekday).isEmpty }
      } ?? false
    }
    var changes = ChangeRequest(
      prices: prices
        ?? ChangeRequest.Prices(
          changedShift: Double(random.below(40)),
          changedStartPerHour: Double(random.below(10))
        )
    )
    if absences { changes.absences = Self.absences(tiny.inputs.employees, open, &random) }
    if locks { Self.lock(&changes, tiny.inputs.employees, open, &random) }
    var own = random
    var requirement = tiny.requirement
    let changed = everyDate || own.below(2) == 0 ? open : []
    if !changed.isEmpty {
      requirement = ScenarioFixtures.requirement(tiny.inputs, week: tiny.week) { _, _ in
        own.below(4)
      }
    }
    var inputs = tiny.inputs
    inputs.absences += changes.absences
    self.changes = changes
    self.inputs = inputs
    self.requirement = requirement
    dates = changed
  }

  private static func absences(
    _ people: [Employee],
    _ dates: [LocalDate],
    _ random: inout RandomStream
  ) -> [Absence] {
    let date = dates[random.below(dates.count)]
    let isWhole = random.below(3) > 0
    return [
      Absence(
        employee: people[random.below(people.count)].id,
        from: LocalDateTime(date: date, secondOfDay: isWhole ? 0 : 9 * 3600),
        until: LocalDateTime(date: date, secondOfDay: 86_400),
        kind: "sick"
      )
    ]
  }

  private static func lock(
    _ changes: inout ChangeRequest,
    _ people: [Employee],
    _ dates: [LocalDate],
    _ random: inout RandomStream
  ) {
    let person = people[random.below(people.count)].id
    let date = dates[random.below(dates.count)]
    switch random.below(6) {
    case 0: changes.lockedEmployees = [person]
    case 1: changes.lockedDates = [date]
    case 2: changes.lockedCells = [ChangeRequest.Cell(employee: person, date: date)]
    case 3: changes.freeEmployees = [person]
    case 4: changes.freeDates = [date]
    default: changes.now = LocalDateTime(date: date, secondOfDay: (7 + random.below(5)) * 3600)
    }
  }

  func reoptimizer(threads: Int = 1) throws -> RosterReoptimizer {
    try RosterReoptimizer(
      inputs: inputs,
      costs: CoverCostBuilder(settings: inputs.settings).coverCosts(for: requirement),
      published: published,
      changes: changes,
      dates: dates,
      options: RosterOptions(effort: 2, threads: threads),
      solver: GLPKSolver()
    )
  }

  func check(_ roster: Roster, impossible: [String] = []) -> CheckReport {
    RosterChecker(inputs: inputs).check(roster, requirement: requirement, impossible: impossible)
  }

  /// A person's shift of a date.
  func shift(_ roster: Roster, _ employee: String, _ date: LocalDate) -> Shift? {
    roster.tours.first { $0.employee == employee }?.shifts.first { $0.date == date }
  }

  /// Whether a new absence takes a shift away.
  func isLost(_ shift: Shift, of employee: String) -> Bool {
    let zone = PersonalClocks(inputs).zone(of: employee)
    return changes.absences.contains { absence in
      absence.employee == employee && zone.instant(at: absence.from) < shift.end
        && shift.start < zone.instant(at: absence.until)
    }
  }

  /// The price of all changes of one person, computed from the shifts alone.
  func price(of tour: [Shift], employee: String) -> Double {
    let was = published.tours.first { $0.employee == employee }?.shifts ?? []
    return tiny.week.dates.reduce(0) { sum, date in
      let old = was.first { $0.date == date }
      let new = tour.first { $0.date == date }
      if let old, isLost(old, of: employee) { return sum }
      guard let old, let new else { return sum + (old == new ? 0 : changes.prices.changedShift) }
      if old.start == new.start, old.end == new.end { return sum }
      let hours = abs(Double(new.start.minutes(since: old.start))) / 60
      return sum + changes.prices.changedShift + changes.prices.changedStartPerHour * hours
    }
  }

  /// The price of a whole roster's changes.
  func price(of roster: Roster) -> Double {
    inputs.employees.reduce(0) { sum, employee in
      let tour = roster.tours.first { $0.employee == employee.id }?.shifts ?? []
      return sum + price(of: tour, employee: employee.id)
    }
  }
}
