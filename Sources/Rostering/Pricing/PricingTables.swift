import Workforce

/// Shift tables of all groups at given values per group and slot.
struct PricingTables: Sendable {
  private let tables: [ShiftTable?]

  /// Computes the tables of the groups asked for; `slotValues` gives the values of a person of a
  /// group per slot.
  init(
    problem: RosterProblem,
    groups: [Int],
    threads: Int = 1,
    slotValues: @Sendable (Int) -> [Double]
  ) {
    let computed = parallelMap(count: groups.count, threads: threads) { index in
      ShiftTable(
        slotValues: slotValues(groups[index]),
        entries: problem.entries[groups[index]],
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
  /// The person's cheapest week at the tables' values, with breaks; `nil` when overtime is so
  /// scarce that there is none.
  func cheapestTour(
    of employee: Int,
    tables: PricingTables,
    overtimePrice: Double = 0,
    overtimeLimit: Int = .max
  ) -> (tour: PlannedTour, reducedCost: Double)? {
    let person = employees[employee]
    var pricer = pricer(of: person, tables: tables)
    guard let week = pricer.cheapest(overtimePrice: overtimePrice, overtimeLimit: overtimeLimit)
    else { return nil }
    let shifts = week.shifts.map { day, index -> PlannedShift in
      let option = person.days[day].options[index]
      let group = person.days[day].group
      return PlannedShift(
        day: day,
        start: option.start,
        shape: option.shape,
        group: group,
        pauses: tables.table(of: group).pauses(
          start: option.start,
          shape: option.shape,
          problem: self
        )
      )
    }
    return (tour(of: shifts, employee: person), week.reducedCost)
  }

  /// The pricing of a person's week at the tables' values.
  func pricer(of person: RosterEmployee, tables: PricingTables) -> TourPricer {
    let costs = person.days.map { day -> [Double] in
      guard !day.options.isEmpty else { return [] }
      let table = tables.table(of: day.group)
      return day.options.map { $0.cost - table.value(start: $0.start, shape: $0.shape) }
    }
    return TourPricer(employee: person, shapes: shapes, prices: prices, costs: costs)
  }

  /// The groups in which a person works, ascending.
  func groups(of employee: Int) -> [Int] {
    Set(employees[employee].days.filter { !$0.options.isEmpty }.map(\.group)).sorted()
  }
}
