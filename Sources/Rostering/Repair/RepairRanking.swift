import Workforce

/// Ranks people by what a change on single dates could gain: the shift of the date moved, made
/// longer or shorter, taken over on a date off, or swapped for one of another date.
///
/// Estimates come from one table of shifts per group and are a little too good; the exact best
/// response decides.
struct RepairRanking {
  private let state: RosterState
  private let cells: RepairCells
  private let days: [Int]
  private let tables: [ShiftTable]
  /// Per group: running sums over slots of what one person more gains.
  private let gains: [[Double]]
  /// Per group: running sums over slots of what one person fewer loses.
  private let losses: [[Double]]

  private var problem: RosterProblem { state.problem }

  /// Reads the values of people from a roster's cover; the tables hold shifts of `days` only.
  init(_ state: RosterState, cells: RepairCells, days: [Int], threads: Int) {
    self.state = state
    self.cells = cells
    self.days = days
    let problem = state.problem
    let people = Self.people(state)
    let slots = days.map { problem.grid.days[$0] }
    let values = parallelMap(count: problem.groups.count, threads: threads) { group in
      let gains = state.cover.gains(group: group)
      let entries = problem.entries[group].filter { entry in
        slots.contains { $0.contains(entry / problem.shapes.count) }
      }
      return (
        gains: gains,
        losses: Self.losses(state.cover, group: group, people: people[group], gains: gains),
        table: ShiftTable(slotValues: gains, entries: entries, problem: problem)
      )
    }
    tables = values.map(\.table)
    gains = values.map { Self.sums($0.gains) }
    losses = values.map { Self.sums($0.losses) }
  }

  /// People at work per group and slot.
  private static func people(_ state: RosterState) -> [[Bool]] {
    let problem = state.problem
    var people = problem.groups.map { _ in [Bool](repeating: false, count: problem.slotCount) }
    for tour in state.tours {
      for shift in tour.shifts {
        problem.forEachStretch(of: shift) { stretch in
          for slot in stretch { people[shift.group][slot] = true }
        }
      }
    }
    return people
  }

  /// What one person fewer of a group loses in each slot; what one more gains where nobody is.
  private static func losses(
    _ cover: CoverState,
    group: Int,
    people: [Bool],
    gains: [Double]
  ) -> [Double] {
    var cover = cover
    return people.indices.map { slot in
      guard people[slot] else { return gains[slot] }
      cover.remove(group: group, slot: slot)
      return cover.gain(group: group, slot: slot)
    }
  }

  private static func sums(_ values: [Double]) -> [Double] {
    var sums = [0.0]
    sums.reserveCapacity(values.count + 1)
    for value in values { sums.append(sums[sums.count - 1] + value) }
    return sums
  }

  /// The people with something to gain, best first; `isOpen` says who may be looked at.
  func best(_ limit: Int, isOpen: (Int) -> Bool) -> [Int] {
    var found: [(employee: Int, gain: Double)] = []
    for employee in problem.employees.indices where isOpen(employee) {
      let gain = days.reduce(0) { max($0, self.gain(of: employee, on: $1)) }
      if gain > RepairResponse.least { found.append((employee, gain)) }
    }
    found.sort { ($1.gain, $0.employee) < ($0.gain, $1.employee) }
    return found.prefix(limit).map(\.employee)
  }

  /// What the best change on one date gains, about.
  private func gain(of employee: Int, on day: Int) -> Double {
    let cell = cells.rows[employee][day]
    let person = problem.employees[employee]
    guard !cell.isLocked, !person.days[day].options.isEmpty else { return 0 }
    let tour = state.tours[employee]
    let own = tour.shifts.first { $0.day == day }
    var best = change(of: employee, on: day, from: own, giving: nil)
    guard own == nil else { return best }
    for other in tour.shifts where !cells.rows[employee][other.day].isLocked {
      best = max(best, change(of: employee, on: day, from: nil, giving: other))
    }
    return best
  }

  /// The best legal shift of a date in place of the present one, another date's shift given up.
  private func change(
    of employee: Int,
    on day: Int,
    from own: PlannedShift?,
    giving other: PlannedShift?
  ) -> Double {
    let person = problem.employees[employee]
    let tour = state.tours[employee]
    let rest = tour.shifts.filter { $0.day != day && $0.day != other?.day }
    let table = tables[person.days[day].group]
    let place = NeighborDates(problem: problem, employee: person, rest: rest, day: day)
    guard place.isPossible else { return 0 }
    var best: (value: Double, option: ShiftOption)?
    for option in person.days[day].options where place.allows(option) {
      let value =
        table.value(start: option.start, shape: option.shape) - option.cost
        + overlap(own, start: option.start, length: problem.shapes[option.shape].length)
      if value > best?.value ?? -.infinity { best = (value, option) }
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
    let given = [own, other].compactMap(\.self).reduce(0) { $0 + loss(of: $1) }
    return best.value + best.option.cost - given - cost
  }

  /// What taking a shift away loses.
  private func loss(of shift: PlannedShift) -> Double {
    var loss = 0.0
    problem.forEachStretch(of: shift) { stretch in
      loss += losses[shift.group][stretch.upperBound] - losses[shift.group][stretch.lowerBound]
    }
    return loss
  }

  /// How much more a shift is worth where the person's own shift, taken away, leaves a gap.
  private func overlap(_ own: PlannedShift?, start: Int, length: Int) -> Double {
    guard let own else { return 0 }
    let low = max(own.start, start)
    let high = min(own.start + problem.shapes[own.shape].length, start + length)
    let end = min(high, problem.slotCount)
    guard low < end else { return 0 }
    let sum = { (sums: [Double]) in sums[end] - sums[low] }
    return sum(losses[own.group]) - sum(gains[own.group])
  }
}

/// What the rest of a person's week allows on one date.
private struct NeighborDates {
  private let problem: RosterProblem
  private let employee: RosterEmployee
  private let before: ShiftOption?
  private let after: ShiftOption?
  /// Whether the totals are legal with each shape.
  private let isAccepted: [Bool]
  /// Whether a shift on the date leaves a legal week.
  let isPossible: Bool

  init(problem: RosterProblem, employee: RosterEmployee, rest: [PlannedShift], day: Int) {
    self.problem = problem
    self.employee = employee
    let neighbor = { (other: Int) -> ShiftOption? in
      rest.first { $0.day == other }.flatMap { problem.option(for: $0, of: employee) }
    }
    before = neighbor(day - 1)
    after = neighbor(day + 1)
    let paid = rest.reduce(0) { $0 + problem.shapes[$1.shape].paidMinutes }
    isAccepted = problem.shapes.map {
      employee.totals.accepts(days: rest.count + 1, paid: paid + $0.paidMinutes)
    }
    var worked = [Bool](repeating: false, count: problem.dayCount)
    for shift in rest { worked[shift.day] = true }
    worked[day] = true
    isPossible = isAccepted.contains(true) && employee.sequence.accepts(worked)
  }

  func allows(_ option: ShiftOption) -> Bool {
    isAccepted[option.shape]
      && (before.map { problem.allows(option, after: $0, for: employee) } ?? true)
      && (after.map { problem.allows($0, after: option, for: employee) } ?? true)
  }
}
