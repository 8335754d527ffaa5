import Workforce

/// Ranks people by what a change on single dates gains: the shift of the date moved, made longer or
/// shorter, taken over on a date off, or swapped for one of another date.
///
/// One table of shifts per group gives everybody an estimate that is a little too good; the most
/// promising people are then looked at exactly. Changes of several dates at once are left to the
/// best response.
struct RepairRanking {
  /// The roster, its cover fresh.
  var state: RosterState
  private let cells: RepairCells
  private let days: [Int]
  private let threads: Int
  /// Per person: the totals of legal weeks.
  private let totals: [[WeekTotals]]
  /// Per group: the shifts of the dates.
  private let entries: [[TableEntry]]
  private var tables: PricingTables

  private var problem: RosterProblem { state.problem }

  /// Days and paid minutes of a week.
  private struct WeekTotals: Hashable {
    let days: Int
    let paid: Int
  }

  /// Reads the values of people from a roster's cover, which must be fresh; only shifts of `days`
  /// are proposed.
  init(_ state: RosterState, cells: RepairCells, days: [Int], threads: Int) {
    self.state = state
    self.cells = cells
    self.days = days
    self.threads = threads
    totals = state.problem.employees.map { employee in
      let totals = employee.totals
      return (0..<totals.count).filter { totals.shiftsNeeded[$0] == 0 }
        .map { WeekTotals(days: totals.days[$0], paid: totals.paid[$0]) }
    }
    let slots = days.map { state.problem.startSpans[$0] }
    entries = state.problem.entries.map { group in
      group.filter { entry in slots.contains { $0.contains(Int(entry.start)) } }
    }
    tables = PricingTables(problem: state.problem, groups: []) { _ in [] }
  }

  private func shiftTables() -> PricingTables {
    let (cover, entries) = (state.cover, entries)
    return PricingTables(
      problem: problem,
      groups: Array(problem.groups.indices),
      threads: threads,
      slotValues: { cover.freshGains(group: $0) },
      only: { entries[$0] },
      withAgendas: false
    )
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
    let shifts = state.tours[employee].shifts
    let own = shifts.first { $0.day == day }
    guard own?.agenda ?? -1 < 0 else { return 0 }
    let worth = worths(of: employee, on: day, own: own, isExact: isExact)
    var best = change(of: employee, on: day, from: own, giving: nil, worth)
    guard own == nil else { return best }
    for other in shifts where !row[other.day].isLocked && other.agenda < 0 {
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
    guard isExact, own != nil else {
      let table = tables.table(of: date.group)
      let gap = own.map { OwnGap($0, state: state) }
      return date.options.map { option in
        table.value(start: option.start, shape: option.shape)
          + (gap?.value(from: option.start, length: problem.shapes[option.shape].length) ?? 0)
      }
    }
    let entries = date.options.map {
      TableEntry(start: Int32($0.start), shape: Int32($0.shape))
    }
    let table = PricingTables(
      problem: problem,
      groups: [date.group],
      slotValues: { state.values(group: $0, without: employee) },
      only: { _ in entries },
      withAgendas: false
    ).table(of: date.group)
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
    let tour = state.tours[employee]
    let rest = tour.shifts.filter { $0.day != day && $0.day != other?.day }
    let paid = rest.reduce(0) { $0 + problem.shapes[$1.shape].paidMinutes }
    let left = totals[employee].filter { $0.days == rest.count + 1 }.map { $0.paid - paid }
    guard !left.isEmpty, let place = NeighborDates(problem, person, rest: rest, day: day) else {
      return 0
    }
    var best: (value: Double, option: ShiftOption)?
    for (option, worth) in zip(person.days[day].options, worths)
    where option.agenda < 0 && worth - option.cost > best?.value ?? -.infinity
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
    let changed = problem.tour(of: shifts, employee: person)
    guard changed.overtimeMinutes <= max(tour.overtimeMinutes, overtimeRoom(of: employee)) else {
      return 0
    }
    let given = [own, other].compactMap(\.self).reduce(0) { $0 + loss(of: $1) }
    return best.value + best.option.cost - given - (changed.cost - tour.cost)
  }

  /// Overtime minutes that a person may have beside the others.
  private func overtimeRoom(of employee: Int) -> Int {
    let site = problem.employees[employee].site
    guard problem.overtimeBudgets[site] < .max else { return .max }
    return problem.overtimeBudgets[site] - state.overtime[site]
      + state.tours[employee].overtimeMinutes
  }

  /// What taking a shift away loses.
  private func loss(of shift: PlannedShift) -> Double {
    var loss = 0.0
    problem.forEachStretchInGroup(of: shift) { group, stretch in
      for slot in stretch { loss += state.cover.freshLoss(group: group, slot: slot) }
    }
    return loss
  }
}

/// How much more work is worth where a person's own shift, taken away, leaves a gap.
private struct OwnGap {
  private let start: Int
  /// Running sums over the slots of the own shift, of those with work only.
  private let sums: [Double]

  init(_ shift: PlannedShift, state: RosterState) {
    let problem = state.problem
    start = shift.start
    let length = min(problem.shapes[shift.shape].length, problem.slotCount - shift.start)
    var more = [Double](repeating: 0, count: length)
    problem.forEachStretchInGroup(of: shift) { group, stretch in
      for slot in stretch {
        more[slot - shift.start] =
          state.cover.freshLoss(group: group, slot: slot)
          - state.cover.freshGain(group: group, slot: slot)
      }
    }
    var sums = [0.0]
    for value in more { sums.append(sums[sums.count - 1] + value) }
    self.sums = sums
  }

  /// The sum over the slots that another shift shares with the own one.
  func value(from other: Int, length: Int) -> Double {
    let low = max(0, other - start)
    let high = min(sums.count - 1, other + length - start)
    return low < high ? sums[high] - sums[low] : 0
  }
}

/// What the rest of a week allows on a date.
private struct NeighborDates {
  private let problem: RosterProblem
  private let employee: RosterEmployee
  private let day: Int
  /// The sorts of the other dates' shifts.
  private let week: [Int?]
  private let before: ShiftOption?
  private let after: ShiftOption?

  /// `nil` when work on the date breaks the sequence of working days, whatever its sort.
  init?(_ problem: RosterProblem, _ employee: RosterEmployee, rest: [PlannedShift], day: Int) {
    self.problem = problem
    self.employee = employee
    self.day = day
    let neighbor = { (other: Int) -> ShiftOption? in
      rest.first { $0.day == other }.flatMap { problem.option(for: $0, of: employee) }
    }
    before = neighbor(day - 1)
    after = neighbor(day + 1)
    var worked = [Bool](repeating: false, count: problem.dayCount)
    for shift in rest { worked[shift.day] = true }
    worked[day] = true
    var week = [Int?](repeating: nil, count: problem.dayCount)
    for shift in rest { week[shift.day] = problem.option(for: shift, of: employee)?.sort }
    self.week = week
    guard employee.sequence.accepts(worked) else { return nil }
  }

  func allows(_ option: ShiftOption) -> Bool {
    (before.map { problem.allows(option, on: day, after: $0, for: employee) } ?? true)
      && (after.map { problem.allows($0, on: day + 1, after: option, for: employee) } ?? true)
      && isInSequence(option)
  }

  private func isInSequence(_ option: ShiftOption) -> Bool {
    guard employee.sequence.isRuled else { return true }
    var own = week
    own[day] = option.sort
    return employee.sequence.price(of: own) != nil
  }
}
