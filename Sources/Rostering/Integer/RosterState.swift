/// A whole roster on the grid, with its exact objective.
struct RosterState: Sendable {
  let problem: RosterProblem
  /// One week per person.
  private(set) var tours: [PlannedTour]
  /// The cover that they give.
  private(set) var cover: CoverState
  /// Overtime minutes in use per site.
  private(set) var overtime: [Int]
  /// Sum of the tours' costs.
  private(set) var tourCost: Double

  /// Everybody off.
  init(_ problem: RosterProblem) {
    self.problem = problem
    tours = problem.employees.map { _ in .empty }
    cover = CoverState(problem)
    overtime = problem.overtimeBudgets.map { _ in 0 }
    tourCost = 0
  }

  /// The objective.
  var objective: Double { tourCost + cover.cost }

  /// Overtime minutes that a person may still take, the present ones included.
  func overtimeLimit(of employee: Int) -> Int {
    let site = problem.employees[employee].site
    guard problem.overtimeBudgets[site] < .max else { return .max }
    return problem.overtimeBudgets[site] - overtime[site] + tours[employee].overtimeMinutes
  }

  /// Gives a person another week.
  mutating func replace(_ employee: Int, with tour: PlannedTour) {
    for shift in tours[employee].shifts { remove(shift) }
    for shift in tour.shifts { add(shift) }
    let site = problem.employees[employee].site
    overtime[site] += tour.overtimeMinutes - tours[employee].overtimeMinutes
    tourCost += tour.cost - tours[employee].cost
    tours[employee] = tour
  }

  /// Adds a shift's cover only.
  mutating func add(_ shift: PlannedShift) {
    problem.forEachStretch(of: shift) { stretch in
      for slot in stretch { cover.add(group: shift.group, slot: slot) }
    }
  }

  /// Takes a shift's cover away only.
  mutating func remove(_ shift: PlannedShift) {
    problem.forEachStretch(of: shift) { stretch in
      for slot in stretch { cover.remove(group: shift.group, slot: slot) }
    }
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
