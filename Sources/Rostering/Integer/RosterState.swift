import Workforce

/// A whole roster on the grid, with its exact objective.
///
/// Overtime budgets, seats and heads that are not kept are priced so dearly that any way to keep
/// them is cheaper; a roster is legal when that price is 0.
struct RosterState: Sendable {
  let problem: RosterProblem
  /// One week per person.
  private(set) var tours: [PlannedTour]
  /// The cover that they give.
  var cover: CoverState
  /// Overtime, seats and heads in use.
  private(set) var use: CouplingUse
  /// Sum of the tours' costs.
  private(set) var tourCost: Double

  /// Everybody off.
  init(_ problem: RosterProblem) {
    self.problem = problem
    tours = problem.employees.map {
      PlannedTour(shifts: [], cost: $0.idleCost, overtimeMinutes: 0)
    }
    cover = CoverState(problem)
    use = CouplingUse(problem)
    tourCost = tours.reduce(0) { $0 + $1.cost }
  }

  /// The objective, with the price of coupling rows that are not kept.
  var objective: Double { tourCost + cover.cost + use.paid + use.penalty }

  /// Whether everyone keeps the overtime budgets, seats and heads together.
  var isLegal: Bool { use.penalty == 0 }

  /// Overtime minutes in use per site.
  var overtime: [Int] { use.overtime }

  /// Gives a person another week.
  mutating func replace(_ employee: Int, with tour: PlannedTour) {
    var tour = tour
    if tour.shifts.isEmpty, problem.employees[employee].hasRulePrices {
      tour.cost = problem.employees[employee].idleCost
    }
    for shift in tours[employee].shifts { remove(shift) }
    for shift in tour.shifts { add(shift) }
    use.change(employee, from: tours[employee], to: tour, problem: problem)
    tourCost += tour.cost - tours[employee].cost
    tours[employee] = tour
  }

  /// Adds a shift's cover only.
  mutating func add(_ shift: PlannedShift) {
    problem.forEachStretchInGroup(of: shift) { group, stretch in
      for slot in stretch { cover.add(group: group, slot: slot) }
    }
  }

  /// Takes a shift's cover away only.
  mutating func remove(_ shift: PlannedShift) {
    problem.forEachStretchInGroup(of: shift) { group, stretch in
      for slot in stretch { cover.remove(group: group, slot: slot) }
    }
  }

  /// Values of one more person of a group in each slot, a person's own week not counted; after
  /// `cover.refresh()`.
  func values(group: Int, without employee: Int) -> [Double] {
    var values = cover.freshGains(group: group)
    for shift in tours[employee].shifts {
      problem.forEachStretchInGroup(of: shift) { own, stretch in
        guard own == group else { return }
        for slot in stretch { values[slot] = cover.freshLoss(group: own, slot: slot) }
      }
    }
    return values
  }

  /// The objective computed anew from the tours, to check the running one.
  func recomputedObjective() -> Double {
    var fresh = RosterState(problem)
    for (employee, tour) in tours.enumerated() {
      fresh.replace(
        employee,
        with: problem.tour(of: tour.shifts, employee: problem.employees[employee])
      )
    }
    return fresh.objective
  }
}
