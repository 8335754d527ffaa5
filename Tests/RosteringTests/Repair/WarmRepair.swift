@testable import Rostering

/// Published rosters of team instances in memory.
enum WarmRepair {
  /// Best responses until nobody gains much.
  static func published(_ name: String, rounds: Int = 4) throws -> RosterState? {
    guard let problem = try TeamInstance.load(name).problem else { return nil }
    var state = RosterState(problem)
    for _ in 0..<rounds {
      let before = state.objective
      for employee in problem.employees.indices {
        _ = BestResponse.improve(&state, employee: employee)
      }
      if before - state.objective < 1 { break }
    }
    return state
  }

  /// The same roster with the prices of changes in it.
  static func priced(
    _ state: RosterState,
    cells: RepairCells,
    prices: RepairPrices
  ) -> RosterState {
    var warm = RosterState(state.problem.priced(cells, prices))
    for (employee, tour) in state.tours.enumerated() {
      warm.replace(
        employee,
        with: warm.problem.tour(
          of: tour.shifts,
          employee: warm.problem.employees[employee]
        )
      )
    }
    return warm
  }
}
