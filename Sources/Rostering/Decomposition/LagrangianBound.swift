import Workforce

/// The certified bound in closed form (`roster-formulation.md`): valid for any marginals
/// ρ ≥ −o and overtime prices β ≥ 0.
enum LagrangianBound {
  /// L(ρ, β), summed in one fixed order; `nil` when told to stop, or when someone has no week.
  static func evaluate(
    _ problem: RosterProblem, marginals: [Double], overtimePrices: [Double], threads: Int,
    stop: StopSignal
  ) -> Double? {
    let idle = problem.cover.idleCost
    let rho = marginals.map { max(-idle, $0) }
    let slots = problem.slotCount
    let tables = PricingTables(
      problem: problem, groups: Array(problem.groups.indices), threads: threads
    ) { group in
      (0..<slots).map { slot in
        problem.groups[group].queues.reduce(-idle) { max($0, rho[$1 * slots + slot]) }
      }
    }
    let least = parallelMap(count: problem.employees.count, threads: threads) { employee in
      stop.isStopped
        ? nil
        : problem.cheapestTour(
          of: employee, tables: tables,
          overtimePrice: overtimePrices[problem.employees[employee].site])?.reducedCost
    }
    var bound = 0.0
    for cell in rho.indices {
      for step in problem.cover.steps(of: cell) {
        bound += Double(step.people) * min(step.worth, rho[cell])
      }
    }
    for (site, price) in overtimePrices.enumerated() where price > 0 {
      bound -= price * Double(problem.overtimeBudgets[site])
    }
    for reduced in least {
      guard let reduced else { return nil }
      bound += reduced
    }
    // what rounding of the sums could have added
    return bound - 1e-9 * abs(bound)
  }
}
