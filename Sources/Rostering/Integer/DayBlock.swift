import Workforce

/// The people of one group who work on one date, and what each could do instead.
struct DayBlock: Sendable {
  /// A shift that one person could work instead, breaks left open.
  struct Choice: Sendable {
    /// First slot.
    let start: Int
    /// Position of the shape.
    let shape: Int
    /// Pay, premium, preferences and changes of the start that depend on it.
    let cost: Double
  }

  /// Position of the date.
  let day: Int
  /// Position of the group.
  let group: Int
  /// The people, ascending.
  let people: [Int]
  /// What each person could do, the present shift included.
  let choices: [[Choice]]

  /// Gathers the choices that keep the rest of each person's week legal.
  init(day: Int, group: Int, people: [Int], state: RosterState) {
    self.day = day
    self.group = group
    self.people = people
    choices = people.map { Self.choices(of: $0, day: day, state: state) }
  }

  private static func choices(of person: Int, day: Int, state: RosterState) -> [Choice] {
    let problem = state.problem
    let employee = problem.employees[person]
    let tour = state.tours[person]
    let neighbor = { (other: Int) -> ShiftOption? in
      tour.shifts.first { $0.day == other }.flatMap { problem.option(for: $0, of: employee) }
    }
    let before = neighbor(day - 1)
    let after = neighbor(day + 1)
    let otherPaid = tour.shifts.filter { $0.day != day }
      .reduce(0) { $0 + problem.shapes[$1.shape].paidMinutes }
    let mostOvertime =
      problem.overtimeBudgets[employee.site] < .max ? tour.overtimeMinutes : Int.max
    return employee.days[day].options.compactMap { option in
      let paid = otherPaid + problem.shapes[option.shape].paidMinutes
      let overtime = max(0, paid - employee.overtimeAfter)
      guard option.agenda < 0, overtime <= mostOvertime,
        employee.totals.accepts(days: tour.shifts.count, paid: paid),
        before.map({ problem.allows(option, after: $0, for: employee) }) ?? true,
        after.map({ problem.allows($0, after: option, for: employee) }) ?? true
      else { return nil }
      let changes = [before, after].compactMap(\.self)
        .reduce(0) { $0 + abs($1.clock - option.clock) }
      let premium = employee.wagePerMinute * problem.prices.overtimePremium * Double(overtime)
      return Choice(
        start: option.start,
        shape: option.shape,
        cost: option.cost + premium + problem.prices.startChangePerMinute * Double(changes)
      )
    }
  }
}
