import Workforce

/// A week with one change: whose numbers are others, who comes beside, which rows and prices act.
struct WeekVariant: Sendable {
  /// People whose numbers are others, by position, ascending.
  var changed: [(position: Int, numbers: RosterEmployee)] = []
  /// People who come beside, each with a single legal week.
  var added: [RosterEmployee] = []
  var groups: [RosterGroup]
  var coupling: Coupling
  var prices: TourPrices

  /// The week without any change.
  init(_ problem: RosterProblem) {
    groups = problem.groups
    coupling = problem.coupling
    prices = problem.prices
  }

  /// The whole week with the change.
  func whole(of base: RosterProblem) -> RosterProblem {
    var employees = base.employees
    for (position, numbers) in changed { employees[position] = numbers }
    return base.with(
      employees: employees + added,
      groups: groups,
      coupling: coupling,
      prices: prices
    )
  }

  /// The people that the change touches, before and after it: all others are worth the same to any
  /// bound at the same prices.
  func touched(in base: RosterProblem) -> (before: RosterProblem, after: RosterProblem) {
    let before = base.with(employees: changed.map { base.employees[$0.position] })
    let after = base.with(
      employees: changed.map(\.numbers) + added,
      groups: groups,
      coupling: coupling,
      prices: prices
    )
    return (before, after)
  }
}

extension BoundPrices {
  /// The same prices for a week that may have fewer limits on heads.
  func fitted(to problem: RosterProblem) -> BoundPrices {
    let count = CouplingRows(problem.coupling).count
    return BoundPrices(marginals: marginals, coupling: Array(coupling.prefix(count)))
  }
}

extension RosterProblem {
  /// A week of the same shifts under a person's present numbers; `nil` where it is not legal.
  func adopted(_ tour: PlannedTour, by employee: Int) -> PlannedTour? {
    adopted(tour.shifts, by: employee)
  }

  /// A week of these shifts under a person's present numbers; `nil` where it is not legal.
  func adopted(_ shifts: [PlannedShift], by employee: Int) -> PlannedTour? {
    let person = employees[employee]
    let shifts = shifts.map { $0.serving(in: person.days[$0.day].group) }
    guard isLegal(shifts, for: person) else { return nil }
    return self.tour(of: shifts, employee: person)
  }
}
