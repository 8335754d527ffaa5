import Workforce

/// Shift tables of all groups at given values per group and slot.
struct PricingTables: Sendable {
  private let tables: [ShiftTable?]

  /// Computes the tables of the groups asked for; `slotValues` gives the values of a person of a
  /// group per slot, `only` the shifts without training that are wanted when those are not all.
  init(
    problem: RosterProblem,
    groups: [Int],
    threads: Int = 1,
    slotValues: @Sendable (Int) -> [Double],
    only: (@Sendable (Int) -> [TableEntry])? = nil,
    withAgendas: Bool = true
  ) {
    let computed = parallelMap(count: groups.count, threads: threads) { index in
      ShiftTable(
        slotValues: problem.values(of: groups[index], slotValues),
        entries: only?(groups[index]) ?? problem.entries[groups[index]],
        agendas: withAgendas ? problem.agendaEntries[groups[index]] : [],
        problem: problem
      )
    }
    var tables = [ShiftTable?](repeating: nil, count: problem.groups.count)
    for (index, group) in groups.enumerated() { tables[group] = computed[index] }
    self.tables = tables
  }

  /// The table of a group that was asked for.
  func table(of group: Int) -> ShiftTable {
    guard let table = tables[group] else {
      preconditionFailure("the group's table was not asked for")
    }
    return table
  }
}

extension RosterProblem {
  /// Values per slot of people of a group, those who change groups included.
  fileprivate func values(of group: Int, _ slotValues: (Int) -> [Double]) -> [Double] {
    let parts = groups[group].parts
    guard !parts.isEmpty else { return slotValues(group) }
    var values = [Double](repeating: 0, count: slotCount)
    for (index, part) in parts.enumerated() {
      let end = index + 1 < parts.count ? parts[index + 1].slot : slotCount
      let own = slotValues(part.group)
      for slot in part.slot..<end { values[slot] = own[slot] }
    }
    return values
  }

  /// The person's cheapest week at the tables' values, with breaks; `nil` when no week is legal, or
  /// none has so little overtime.
  func cheapestTour(
    of employee: Int,
    tables: PricingTables,
    overtimePrice: Double = 0,
    overtimeLimit: Int = .max
  ) -> (tour: PlannedTour, reducedCost: Double)? {
    var pricer = WeekPricer()
    let extras = WeekPricer.Extras(overtimePrice: overtimePrice, overtimeLimit: overtimeLimit)
    return cheapestTour(of: employee, tables: tables, extras: extras, pricer: &pricer)
  }

  /// The person's cheapest week at the tables' values and the prices of the extras.
  func cheapestTour(
    of employee: Int,
    tables: PricingTables,
    extras: WeekPricer.Extras,
    pricer: inout WeekPricer
  ) -> (tour: PlannedTour, reducedCost: Double)? {
    if let horizon = horizons[employee] {
      return cheapestTour(over: horizon, of: employee, tables: tables, pricer: &pricer.horizons)
    }
    guard
      let week = pricer.cheapest(
        plans[employee],
        tables: tables,
        extras: extras,
        problem: self
      )
    else { return nil }
    let plan = plans[employee]
    let shifts = week.picks.map { pick -> PlannedShift in
      let day = plan.days[pick.day]
      let kind = day.kinds[pick.kind]
      return PlannedShift(
        day: pick.day,
        start: day.starts[pick.start],
        shape: kind.shape,
        group: day.group,
        agenda: kind.agenda,
        pauses: tables.table(of: day.group).pauses(
          start: day.starts[pick.start],
          shape: kind.shape,
          agenda: kind.agenda,
          problem: self
        )
      )
    }
    return (tour(of: shifts, employee: employees[employee]), week.reducedCost)
  }

  /// A week's cost less what its cover is worth at the tables' values.
  func netCost(of tour: PlannedTour, tables: PricingTables) -> Double {
    var cost = tour.cost
    for shift in tour.shifts {
      let table = tables.table(of: shift.group)
      forEachStretch(of: shift) { cost -= table.worth($0) }
    }
    return cost
  }

  /// The pricing of a person's week at the tables' values, for listing weeks.
  func pricer(of person: RosterEmployee, tables: PricingTables) -> TourPricer {
    let costs = person.days.map { day -> [Double] in
      guard !day.options.isEmpty else { return [] }
      let table = tables.table(of: day.group)
      return day.options.map { $0.cost - table.value(start: $0.start, shape: $0.shape) }
    }
    return TourPricer(employee: person, shapes: shapes, prices: prices, costs: costs)
  }
}
