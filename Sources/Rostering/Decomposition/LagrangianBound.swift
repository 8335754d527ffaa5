import Workforce

/// The certified bound in closed form (`roster-formulation.md`): valid for any marginals
/// ρ ≥ −o and prices β, σ ≥ 0 and η of coupling rows.
struct LagrangianBound: Sendable {
  /// L, summed in one fixed order, less what rounding could have added.
  let value: Double
  /// Each person's cheapest week at the prices.
  let tours: [PlannedTour]
  /// The prices, where necessary raised or lowered to valid ones.
  let prices: BoundPrices
  /// People for whom more labels may find more.
  let cuts: Int

  /// Prices everyone; `nil` when told to stop, or when someone has no week.
  ///
  /// Horizons of whole days are searched with at most so many `labels` of a date.
  init?(
    _ problem: RosterProblem,
    prices given: BoundPrices,
    threads: Int,
    stop: StopSignal,
    labels: Int = HorizonLabels.standardWidest
  ) {
    let soft = SoftRows(problem)
    let prices = BoundPrices(
      marginals: given.marginals.map { max(-problem.cover.idleCost, $0) },
      coupling: soft.valid(given.coupling)
    )
    let tables = Self.tables(problem, prices: prices, threads: threads)
    let extras = prices.extras(problem)
    let bySite = problem.overtimeBudgets.indices.map { extras.extras(site: $0) }
    // a horizon takes long to price, so that threads share people one by one
    let chunk = problem.horizons.contains { $0 != nil } ? 1 : 32
    let chunks = (problem.employees.count + chunk - 1) / chunk
    let found = parallelMap(count: chunks, threads: threads) { index in
      var pricer = WeekPricer()
      (pricer.horizons.widest, pricer.horizons.stop) = (labels, stop)
      let found = (index * chunk..<min((index + 1) * chunk, problem.employees.count)).map {
        employee in
        stop.isStopped
          ? nil
          : problem.cheapestTour(
            of: employee,
            tables: tables,
            extras: bySite[problem.employees[employee].site],
            pricer: &pricer
          )
      }
      return (found: found, cuts: pricer.horizons.cuts)
    }
    var bound = Self.coverCost(problem, prices) - soft.limitCost(prices.coupling)
    var tours: [PlannedTour] = []
    for result in found.flatMap({ $0.found }) {
      guard let result else { return nil }
      bound += result.reducedCost
      tours.append(result.tour)
    }
    value = bound - 1e-9 * abs(bound)
    self.tours = tours
    self.prices = prices
    cuts = found.reduce(0) { $0 + $1.cuts }
  }

  /// What cover costs at least at prices.
  private static func coverCost(_ problem: RosterProblem, _ prices: BoundPrices) -> Double {
    var cost = 0.0
    for cell in prices.marginals.indices {
      cost += problem.cover.leastCost(cell: cell, price: prices.marginals[cell])
    }
    return cost
  }

  /// The shift tables at prices.
  static func tables(
    _ problem: RosterProblem,
    prices: BoundPrices,
    threads: Int
  ) -> PricingTables {
    PricingTables(problem: problem, groups: Array(problem.groups.indices), threads: threads) {
      prices.slotValues(group: $0, problem: problem)
    }
  }
}
