import Workforce

/// Ranks people by what a change on single dates gains: the shift of the date moved, made longer or
/// shorter, taken over on a date off, or swapped for one of another date.
///
/// One table of shifts per group gives everybody an estimate that is a little too good; the most
/// promising people are then looked at exactly. Changes of several dates at once are left to the
/// best response.
struct RepairRanking {
  private let problem: RosterProblem
  private let cells: RepairCells
  private let days: [Int]
  private let threads: Int
  /// Per person: the totals of legal weeks.
  private let totals: [[WeekTotals]]
  private var tours: [PlannedTour]
  private var values: CoverValues
  /// Per group: the shifts of the dates.
  private var tables: [ShiftTable] = []

  /// Days and paid minutes of a week.
  private struct WeekTotals: Hashable {
    let days: Int
    let paid: Int
  }

  /// Reads the values of people from a roster's cover; only shifts of `days` are proposed.
  init(_ state: RosterState, cells: RepairCells, days: [Int], threads: Int) {
    self.cells = cells
    self.days = days
    self.threads = threads
    problem = state.problem
    totals = state.problem.employees.map { employee in
      let totals = employee.totals
      return (0..<totals.count).filter { totals.shiftsNeeded[$0] == 0 }
        .map { WeekTotals(days: totals.days[$0], paid: totals.paid[$0]) }
    }
    tours = state.tours
    values = CoverValues(state, threads: threads)
  }

  /// Reads the values again where somebody's change made others.
  mutating func update(_ state: RosterState, employee: Int) {
    values.update(state, from: tours[employee], to: state.tours[employee])
    tours[employee] = state.tours[employee]
  }

  private func shiftTables() -> [ShiftTable] {
    let slots = days.map { problem.grid.days[$0] }
    return parallelMap(count: problem.groups.count, threads: threads) { group in
      let entries = problem.entries[group].filter { entry in
        slots.contains { $0.contains(entry / problem.shapes.count) }
      }
      return ShiftTable(slotValues: values.gains[group], entries: entries, problem: problem)
    }
  }

  /// The people with something to gain, best first; `isOpen` says who may be looked at.
  ///
  /// In teams of at most `limit` people everybody with a free date is named.
  mutating func best(_ limit: Int, isOpen: (Int) -> Bool) -> [Int] {
    tables = shiftTables()
    let people = problem.employees.indices.filter(isOpen)
    guard problem.employees.count > limit else {
      let free = people.filter { person in days.contains { !cells.rows[person][$0].isLocked } }
      return ranked(free.map { ($0, gain(of: $0)) })
    }
    let promising = ranked(
      people.map { ($0, gain(of: $0, isExact: false)) }.filter { $0.1 > RepairResponse.least }
    )
    let exact = promising.prefix(3 * limit).map { ($0, gain(of: $0)) }
    return Array(ranked(exact.filter { $0.1 > RepairResponse.least }).prefix(limit))
  }

  private func ranked(_ people: [(employee: Int, gain: Double)]) -> [Int] {
    people.sorted { ($1.gain, $0.employee) < ($0.gain, $1.employee) }.map(\.employee)
  }

  /// What the best change of a person on one of the dates gains, everything else left as it is.
  func gain(of employee: Int, isExact: Bool = true) -> Double {
    days.reduce(0) { max($0, gain(of: employee, on: $1, isExact: isExact)) }
  }

  private func gain(of employee: Int, on day: Int, isExact: Bool) -> Double {
    let row = cells.rows[employee]
    guard !row[day].isLocked, !problem.employees[employee].days[day].options.isEmpty else {
      return 0
    }
    let shifts = tours[employee].shifts
    let own = shifts.first { $0.day == day }
    let worth = worths(of: employee, on: day, own: own, isExact: isExact)
    var best = change(of: employee, on: day, from: own, giving: nil, worth)
    guard own == nil else { return best }
    for other in shifts where !row[other.day].isLocked {
      best = max(best, change(of: employee, on: day, from: nil, giving: other, worth))
    }
    return best
  }

  /// What each option of a date is worth when the person's own shift is taken away.
  private func worths(
    of employee: Int,
    on day: Int,
    own: PlannedShift?,
    isExact: Bool
  ) -> [Double] {
    let date = problem.employees[employee].days[day]
    guard isExact, let own else {
      let table = tables[date.group]
      let gap = own.map { OwnGap($0, values: values, problem: problem) }
      return date.options.map { option in
        table.value(start: option.start, shape: option.shape)
          + (gap?.value(from: option.start, length: problem.shapes[option.shape].length) ?? 0)
      }
    }
    var slots = values.gains[date.group]
    problem.forEachStretch(of: own) { stretch in
      for slot in stretch { slots[slot] = values.losses[own.group][slot] }
    }
    let table = ShiftTable(
      slotValues: slots,
      entries: date.options.map { $0.start * problem.shapes.count + $0.shape },
      problem: problem
    )
    return date.options.map { table.value(start: $0.start, shape: $0.shape) }
  }

  /// The best legal shift of a date in place of the present one, another date's shift given up.
  private func change(
    of employee: Int,
    on day: Int,
    from own: PlannedShift?,
    giving other: PlannedShift?,
    _ worths: [Double]
  ) -> Double {
    let person = problem.employees[employee]
    let tour = tours[employee]
    let rest = tour.shifts.filter { $0.day != day && $0.day != other?.day }
    let paid = rest.reduce(0) { $0 + problem.shapes[$1.shape].paidMinutes }
    let left = totals[employee].filter { $0.days == rest.count + 1 }.map { $0.paid - paid }
    guard !left.isEmpty, let place = NeighborDates(problem, person, rest: rest, day: day) else {
      return 0
    }
    var best: (value: Double, option: ShiftOption)?
    for (option, worth) in zip(person.days[day].options, worths)
    where worth - option.cost > best?.value ?? -.infinity
      && left.contains(problem.shapes[option.shape].paidMinutes) && place.allows(option)
    {
      best = (worth - option.cost, option)
    }
    guard let best else { return 0 }
    let shift = PlannedShift(
      day: day,
      start: best.option.start,
      shape: best.option.shape,
      group: person.days[day].group,
      pauses: SIMD8(repeating: 0)
    )
    let shifts = (rest + [shift]).sorted { $0.day < $1.day }
    let cost = problem.tour(of: shifts, employee: person).cost - tour.cost
    let given = [own, other].compactMap(\.self).reduce(0) { $0 + values.loss(of: $1, problem) }
    return best.value + best.option.cost - given - cost
  }
}

/// What the dates before and after allow on a date.
private struct NeighborDates {
  private let problem: RosterProblem
  private let employee: RosterEmployee
  private let before: ShiftOption?
  private let after: ShiftOption?

  /// `nil` when work on the date breaks the sequence of working days.
  init?(_ problem: RosterProblem, _ employee: RosterEmployee, rest: [PlannedShift], day: Int) {
    self.problem = problem
    self.employee = employee
    let neighbor = { (other: Int) -> ShiftOption? in
      rest.first { $0.day == other }.flatMap { problem.option(for: $0, of: employee) }
    }
    before = neighbor(day - 1)
    after = neighbor(day + 1)
    var worked = [Bool](repeating: false, count: problem.dayCount)
    for shift in rest { worked[shift.day] = true }
    worked[day] = true
    guard employee.sequence.accepts(worked) else { return nil }
  }

  func allows(_ option: ShiftOption) -> Bool {
    (before.map { problem.allows(option, after: $0, for: employee) } ?? true)
      && (after.map { problem.allows($0, after: option, for: employee) } ?? true)
  }
}
