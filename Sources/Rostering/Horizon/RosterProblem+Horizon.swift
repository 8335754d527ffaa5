extension RosterEmployee {
  /// The person as the pricing of weeks knows them: nobody where a horizon is asked for.
  var inOneWeek: RosterEmployee {
    guard horizon != nil else { return self }
    var copy = self
    copy.days = []
    return copy
  }
}

extension HorizonPlan {
  /// The plans of people; `nil` for those of one week.
  static func all(
    _ employees: [RosterEmployee],
    shapes: [ShiftShape],
    prices: TourPrices
  ) -> [HorizonPlan?] {
    employees.map { employee in
      employee.horizon.map {
        HorizonPlan(employee, rules: $0, shapes: shapes, isWeekend: prices.isWeekend)
      }
    }
  }

  /// Units of work for pricing one person's horizon; `nil` without horizons.
  static func pricingWork(_ plans: [HorizonPlan?]) -> Double? {
    let plans = plans.compactMap(\.self)
    guard !plans.isEmpty else { return nil }
    return 20 + 0.004 * plans.reduce(0) { $0 + $1.cells } / Double(plans.count)
  }
}

extension RosterProblem {
  /// The person's cheapest horizon at the tables' values, with what no legal one costs less than.
  func cheapestTour(
    over plan: HorizonPlan,
    of employee: Int,
    tables: PricingTables,
    pricer: inout HorizonPricer
  ) -> (tour: PlannedTour, reducedCost: Double)? {
    let table = tables.table(of: plan.group)
    guard let found = pricer.cheapest(plan, value: { table.worth($0) }) else { return nil }
    let shifts = found.picks.map { pick -> PlannedShift in
      let offer = plan.offers[pick.day][pick.offer]
      return PlannedShift(
        day: pick.day,
        start: offer.start,
        shape: offer.kind,
        group: plan.group,
        pauses: SIMD8(repeating: 0)
      )
    }
    return (tour(of: shifts, employee: employees[employee]), found.bound + plan.baseCost)
  }

  /// Whether shifts keep all rules of a person's horizon; computed from the rules, not by pricing.
  func keepsHorizon(_ tour: PlannedTour, of employee: Int) -> Bool {
    guard let plan = horizons[employee] else { return false }
    var symbols = [Int](repeating: 0, count: plan.offers.count)
    var worked = plan.mostOfKind.map { _ in 0 }
    for shift in tour.shifts {
      symbols[shift.day] = shift.shape + 1
      worked[shift.shape] += 1
    }
    var (state, units, weekends) = (plan.automaton.start, 0, 0)
    for (day, symbol) in symbols.enumerated() {
      if symbol > 0 {
        units += plan.units[symbol - 1]
        let isRested = day == 0 || symbols[day - 1] == 0
        if plan.beginsWeekend[day] || plan.continuesWeekend[day] && isRested { weekends += 1 }
      }
      state = plan.automaton.next(state, symbol: symbol)
      guard state >= 0 else { return false }
    }
    return plan.total.contains(units) && weekends <= plan.mostWeekends
      && zip(worked, plan.mostOfKind).allSatisfy { $0 <= $1 }
  }
}
