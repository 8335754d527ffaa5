import Workforce

@testable import Rostering

/// Random weeks of a problem's people, legal for each of them.
struct RandomWeeks {
  let problem: RosterProblem
  private(set) var random: RandomStream

  init(_ problem: RosterProblem, name: String, seed: Int) {
    self.problem = problem
    random = RandomStream(seed: 11, name: name, keys: seed)
  }

  /// The week that is best at random values of the slots; `nil` when there is none.
  mutating func tour(of employee: Int) -> PlannedTour? {
    let values = problem.groups.map { _ in
      (0..<problem.slotCount).map { _ in 40 * random.unit() - 10 }
    }
    let tables = PricingTables(problem: problem, groups: problem.groups(of: employee)) {
      values[$0]
    }
    return problem.cheapestTour(of: employee, tables: tables)?.tour
  }

  /// A roster of such weeks.
  mutating func state() -> RosterState {
    var state = RosterState(problem)
    for employee in problem.employees.indices {
      if let tour = tour(of: employee) { state.replace(employee, with: tour) }
    }
    return state
  }

  /// A whole number below `bound`.
  mutating func below(_ bound: Int) -> Int { random.below(bound) }

  /// A permutation of the people.
  mutating func order() -> [Int] {
    var order = Array(problem.employees.indices)
    random.shuffle(&order)
    return order
  }
}
