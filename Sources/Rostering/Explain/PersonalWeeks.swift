import Workforce

/// The best weeks of one person in a roster in which everybody else's stay: exact, because one
/// person's change of the cover cost is a sum over slots.
struct PersonalWeeks: Sendable {
  /// The roster; its cover is fresh.
  let state: RosterState
  /// The person's position.
  let employee: Int
  /// What the person's work is worth, by group and slot.
  private let values: [[Double]]
  private let extras: WeekPricer.Extras

  /// More than any placement of breaks costs.
  private static let allPlacements = 1e12

  /// Takes a roster whose cover is fresh.
  init(_ state: RosterState, employee: Int) {
    self.state = state
    self.employee = employee
    values = state.problem.groups.indices.map { state.values(group: $0, without: employee) }
    extras = state.use.extras(of: employee, in: state)
  }

  private var problem: RosterProblem { state.problem }

  /// The person's numbers.
  var numbers: RosterEmployee { problem.employees[employee] }

  /// The person's week in the roster.
  var present: PlannedTour { state.tours[employee] }

  /// The best week under other numbers, in the week as it is or with a change.
  ///
  /// - Parameters:
  ///   - numbers: What the person may do.
  ///   - week: The change; `nil` for none.
  ///   - slots: When the person must be at work, neither in a break nor in a class.
  /// - Returns: The week with its cost under those numbers; `nil` when none is legal.
  func best(
    _ numbers: RosterEmployee,
    in week: WeekVariant? = nil,
    during slots: Range<Int> = 0..<0
  ) -> PlannedTour? {
    guard slots.isEmpty || numbers.mayWork(slots, problem.shapes) else { return nil }
    let alone = problem.with(
      employees: [numbers],
      groups: week?.groups,
      coupling: week?.coupling,
      prices: week?.prices
    )
    guard alone.groups(of: 0).allSatisfy({ $0 < values.count }) else { return nil }
    var extras = extras
    if alone.overtimeBudgets[numbers.site] == .max {
      (extras.overtimeRoom, extras.excessPrice) = (.max, 0)
    }
    var pricer = WeekPricer()
    let found = alone.cheapestTour(
      of: 0,
      tables: tables(alone, slots),
      extras: extras,
      pricer: &pricer
    )
    guard let tour = found?.tour, alone.isAtWork(tour, during: slots) else { return nil }
    return tour
  }

  /// Values of all shifts; work in the slots asked for is worth more than anything else.
  private func tables(_ alone: RosterProblem, _ slots: Range<Int>) -> PricingTables {
    let bonus = slots.isEmpty ? 0 : Self.decisive(alone)
    let values = values
    return PricingTables(
      problem: alone,
      groups: alone.groups(of: 0),
      slotValues: { group in
        guard bonus > 0 else { return values[group] }
        var own = values[group]
        for slot in slots { own[slot] += bonus }
        return own
      },
      withAgendas: alone.employees[0].hasClasses
    )
  }

  /// More than any two weeks of the person can differ by, apart from limits that are not kept.
  private static func decisive(_ alone: RosterProblem) -> Double {
    let person = alone.employees[0]
    let dearest = person.days.reduce(0.0) { sum, day in
      sum + (day.options.map { abs($0.cost) }.max() ?? 0)
    }
    let change = alone.prices.startChangePerMinute * 1440 * Double(alone.dayCount)
    let weekend = abs(
      alone.prices.weekendFairness * Double(2 * person.weekendHistory + 3) * Double(alone.dayCount)
    )
    let cover = (alone.cover.dearest + alone.cover.idleCost) * Double(alone.slotCount)
    return 2
      * (dearest * (1 + alone.prices.overtimePremium) + change + weekend + cover
        + person.mostRulePrice) + 1
  }

  /// The present week with the best other breaks of one shift; `nil` where there is only one
  /// placement, and for shifts with a class.
  func otherBreaks(of shift: PlannedShift) -> PlannedTour? {
    guard shift.agenda < 0 else { return nil }
    let alone = problem.with(employees: [numbers])
    let placements = tables(alone, 0..<0).table(of: shift.group).placements(
      start: shift.start,
      shape: shift.shape,
      slack: Self.allPlacements,
      problem: alone
    )
    guard let other = placements.first(where: { $0.pauses != shift.pauses }) else { return nil }
    let shifts = present.shifts.map { own in
      guard own == shift else { return own }
      return PlannedShift(
        day: own.day,
        start: own.start,
        shape: own.shape,
        group: own.group,
        pauses: other.pauses
      )
    }
    return problem.tour(of: shifts, employee: numbers)
  }

  /// The roster with another week of the person.
  func roster(with tour: PlannedTour) -> RosterState {
    var changed = state
    changed.replace(employee, with: tour)
    return changed
  }

  /// What the best week under other numbers saves in the roster; `nil` when none is legal.
  ///
  /// Limits of everybody together that the week's change takes away are not priced.
  func gain(_ numbers: RosterEmployee, in week: WeekVariant? = nil) -> Double? {
    best(numbers, in: week).map { tour in
      let changed = roster(with: tour)
      return state.objective - changed.tourCost - changed.cover.cost - changed.use.paid
    }
  }
}

extension RosterProblem {
  /// Whether a week has work in all these slots.
  func isAtWork(_ tour: PlannedTour, during slots: Range<Int>) -> Bool {
    workedSlots(tour, of: slots) == slots.count
  }

  /// In how many of these slots a week has work.
  func workedSlots(_ tour: PlannedTour, of slots: Range<Int>) -> Int {
    var worked = 0
    for shift in tour.shifts {
      forEachStretch(of: shift) { worked += $0.clamped(to: slots).count }
    }
    return worked
  }
}

extension RosterEmployee {
  /// Whether some shift spans all these slots.
  func mayWork(_ slots: Range<Int>, _ shapes: [ShiftShape]) -> Bool {
    days.contains { day in
      day.options.contains { option in
        option.start <= slots.lowerBound
          && slots.upperBound <= option.start + shapes[option.shape].length
      }
    }
  }

  /// The same person with a date off.
  func off(on day: Int) -> RosterEmployee {
    var person = self
    person.days[day] = EmployeeDay(group: days[day].group, options: [])
    return person
  }

  /// The same person with one of these shifts on a date, or none where that is allowed.
  func limited(
    on day: Int,
    to isMeant: (ShiftOption) -> Bool
  ) -> RosterEmployee {
    var person = self
    person.days[day] = EmployeeDay(
      group: days[day].group,
      options: days[day].options.filter(isMeant)
    )
    return person
  }

  /// The same person with one of these shifts on a date.
  func working(
    on day: Int,
    _ isMeant: (ShiftOption) -> Bool
  ) -> RosterEmployee {
    var person = limited(on: day, to: isMeant)
    person.sequence = SequenceAutomaton(
      sequence,
      workingOn: days.indices.map { $0 == day }
    )
    return person
  }
}

extension CoverState {
  /// What missing people cost, by queue.
  var understaffingByQueue: [Double] {
    (0..<flow.queueCount).map { queue in
      (0..<flow.slotCount).reduce(0) { sum, slot in
        let filled = Int(flow.filled[slot * flow.queueCount + queue])
        return sum + flow.steps.cost(after: filled, cell: queue * flow.slotCount + slot)
      }
    }
  }
}

extension CoverSteps {
  /// What is missing of a cell when `count` units are there.
  fileprivate func cost(after count: Int, cell: Int) -> Double {
    var count = count
    var cost = 0.0
    while true {
      let (worth, room) = next(after: count, cell: cell)
      guard room > 0 else { return cost }
      cost += worth * Double(room)
      count += room
    }
  }
}
