import Workforce

/// The certified bound in closed form (`roster-formulation.md`): valid for any marginals
/// ρ ≥ −o and overtime prices β ≥ 0.
struct LagrangianBound: Sendable {
  /// L(ρ, β), summed in one fixed order, less what rounding could have added.
  let value: Double
  /// Each person's cheapest week at the prices.
  let tours: [PlannedTour]

  /// Prices everyone; `nil` when told to stop, or when someone has no week.
  init?(
    _ problem: RosterProblem,
    marginals: [Double],
    overtimePrices: [Double],
    threads: Int,
    stop: StopSignal
  ) {
    let rho = marginals.map { max(-problem.cover.idleCost, $0) }
    let tables = Self.tables(problem, marginals: rho, threads: threads)
    let cheapest = parallelMap(count: problem.employees.count, threads: threads) { employee in
      stop.isStopped
        ? nil
        : problem.cheapestTour(
          of: employee,
          tables: tables,
          overtimePrice: overtimePrices[problem.employees[employee].site]
        )
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
    var tours: [PlannedTour] = []
    for found in cheapest {
      guard let found else { return nil }
      bound += found.reducedCost
      tours.append(found.tour)
    }
    value = bound - 1e-9 * abs(bound)
    self.tours = tours
  }

  /// The shift tables at marginals: a person of a group is worth π = max(−o, max ρ).
  static func tables(
    _ problem: RosterProblem,
    marginals: [Double],
    threads: Int
  ) -> PricingTables {
    let slots = problem.slotCount
    return PricingTables(
      problem: problem,
      groups: Array(problem.groups.indices),
      threads: threads
    ) { group in
      (0..<slots).map { slot in
        problem.groups[group].queues.reduce(-problem.cover.idleCost) {
          max($0, marginals[$1 * slots + slot])
        }
      }
    }
  }
}
