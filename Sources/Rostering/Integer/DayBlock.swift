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
    var week = [ShiftOption?](repeating: nil, count: problem.dayCount)
    for shift in tour.shifts where shift.day != day {
      week[shift.day] = problem.option(for: shift, of: employee)
    }
    let before = day > 0 ? week[day - 1] : nil
    let after = day + 1 < week.count ? week[day + 1] : nil
    let otherPaid = tour.shifts.filter { $0.day != day }
      .reduce(0) { $0 + problem.shapes[$1.shape].paidMinutes }
    let mostOvertime =
      problem.overtimeBudgets[employee.site] < .max ? tour.overtimeMinutes : Int.max
    return employee.days[day].options.compactMap { option in
      let paid = otherPaid + problem.shapes[option.shape].paidMinutes
      let overtime = max(0, paid - employee.overtimeAfter)
      guard option.agenda < 0, overtime <= mostOvertime,
        employee.totals.accepts(days: tour.shifts.count, paid: paid),
        before.map({ problem.allows(option, on: day, after: $0, for: employee) }) ?? true,
        after.map({ problem.allows($0, on: day + 1, after: option, for: employee) }) ?? true
      else { return nil }
      week[day] = option
      guard let rules = problem.choicePrice(week, paid: paid, for: employee) else { return nil }
      let changes = [before, after].compactMap(\.self)
        .reduce(0) { $0 + abs($1.clock - option.clock) }
      let premium = employee.wagePerMinute * problem.prices.overtimePremium * Double(overtime)
      return Choice(
        start: option.start,
        shape: option.shape,
        cost: option.cost + premium + problem.prices.startChangePerMinute * Double(changes) + rules
      )
    }
  }
}

extension RosterProblem {
  /// What labor rules and further steps of overtime cost in a week; `nil` where it is forbidden.
  fileprivate func choicePrice(
    _ week: [ShiftOption?],
    paid: Int,
    for employee: RosterEmployee
  ) -> Double? {
    guard employee.sequence.isRuled || employee.hasRulePrices else { return 0 }
    return rulePrice(of: week, paid: paid, for: employee)
      .map { $0 + employee.labor.premium(paid: paid) }
  }
}
