import Workforce

/// Every week that can be part of a roster better than a known one: at the prices of a bound L, a
/// roster costs at least L plus what its weeks' reduced costs exceed the least ones.
struct TourEnumeration {
  /// Weeks per person.
  let tours: [[PlannedTour]]

  /// Enumerates weeks and placements of their breaks whose reduced cost exceeds the person's least
  /// by at most `slack`; `nil` when there are more than `limit` in all, or when told to stop.
  init?(
    _ problem: RosterProblem,
    prices: BoundPrices,
    slack: Double,
    limit: Int,
    threads: Int,
    stop: StopSignal = StopSignal()
  ) {
    let tables = LagrangianBound.tables(problem, prices: prices, threads: threads)
    var left = limit
    var tours: [[PlannedTour]] = []
    for employee in problem.employees {
      if stop.isStopped { return nil }
      var search = PersonSearch(problem: problem, employee: employee, tables: tables, limit: left)
      guard
        let found = search.tours(overtimePrice: prices.coupling[employee.site], slack: slack)
      else { return nil }
      left -= found.count
      tours.append(found)
    }
    self.tours = tours
  }
}

/// The search for one person.
private struct PersonSearch {
  let problem: RosterProblem
  let employee: RosterEmployee
  let tables: PricingTables
  let limit: Int
  /// Placements of breaks by date and option, as far as they were needed.
  private var placements: [[[PlacedBreaks]?]]
  private var found: [PlannedTour] = []

  init(problem: RosterProblem, employee: RosterEmployee, tables: PricingTables, limit: Int) {
    self.problem = problem
    self.employee = employee
    self.tables = tables
    self.limit = limit
    placements = employee.days.map { $0.options.map { _ in nil } }
  }

  mutating func tours(overtimePrice: Double, slack: Double) -> [PlannedTour]? {
    var pricer = problem.pricer(of: employee, tables: tables)
    guard let least = pricer.cheapest(overtimePrice: overtimePrice)?.reducedCost,
      let weeks = pricer.weeks(
        atMost: least + slack,
        overtimePrice: overtimePrice,
        limit: limit
      )
    else { return nil }
    for week in weeks {
      let left = least + slack - week.reducedCost
      place(week.shifts[...], placed: [], left: left, slack: slack)
      if found.count > limit { return nil }
    }
    return found
  }

  /// Adds the week with every placement of breaks that `left` allows.
  private mutating func place(
    _ shifts: ArraySlice<(day: Int, option: Int)>,
    placed: [PlannedShift],
    left: Double,
    slack: Double
  ) {
    guard let next = shifts.first else {
      found.append(problem.tour(of: placed, employee: employee))
      return
    }
    let day = employee.days[next.day]
    let option = day.options[next.option]
    for breaks in placements(next, slack: slack) {
      if breaks.extra > left || found.count > limit { return }
      let shift = PlannedShift(
        day: next.day,
        start: option.start,
        shape: option.shape,
        group: day.group,
        pauses: breaks.pauses
      )
      place(
        shifts.dropFirst(),
        placed: placed + [shift],
        left: left - breaks.extra,
        slack: slack
      )
    }
  }

  private mutating func placements(
    _ place: (day: Int, option: Int),
    slack: Double
  ) -> [PlacedBreaks] {
    if let known = placements[place.day][place.option] { return known }
    let day = employee.days[place.day]
    let option = day.options[place.option]
    let all = tables.table(of: day.group).placements(
      start: option.start,
      shape: option.shape,
      slack: slack,
      problem: problem
    )
    placements[place.day][place.option] = all
    return all
  }
}
