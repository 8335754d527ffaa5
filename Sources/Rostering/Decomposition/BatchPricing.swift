import Workforce

/// What a person's weeks cost at some prices, net of what their cover is worth.
struct PricedWeeks: Sendable {
  /// The cheapest legal week; `nil` when there is none.
  let cheapest: PlannedTour?
  /// Its net cost.
  let cheapestCost: Double
  /// Net costs of the weeks of the person's mix, in its order; empty in small teams, where prices
  /// change too much meanwhile.
  let mixCosts: [Double]
}

/// The pricing of a batch of people of one group, with all that it needs to know of them.
struct BatchPricing: Sendable {
  private let batch: [Int]
  private let mixes: [[SmoothState.Part]]
  private let prices: BoundPrices

  /// Takes the mixes and prices of a moment.
  init(_ batch: [Int], mixes: [[SmoothState.Part]], prices: BoundPrices) {
    self.batch = batch
    self.mixes = mixes
    self.prices = prices
  }

  /// Everybody's cheapest week, and what the weeks of their mixes cost.
  func weeks(_ problem: RosterProblem) -> [PricedWeeks] {
    guard !batch.isEmpty else { return [] }
    let groups = Set(batch.flatMap(problem.groups(of:))).sorted()
    let tables = PricingTables(
      problem: problem,
      groups: groups,
      slotValues: { prices.slotValues(group: $0, problem: problem) },
      withSessions: batch.contains { problem.employees[$0].mustTrain }
    )
    let extras = prices.extras(problem)
    let rows = CouplingRows(problem.coupling)
    var pricer = WeekPricer()
    return zip(batch, mixes).map { employee, mix in
      let cheapest = problem.cheapestTour(
        of: employee,
        tables: tables,
        extras: extras.extras(site: problem.employees[employee].site),
        pricer: &pricer
      )?.tour
      let cost = { (tour: PlannedTour) in
        netCost(of: tour, employee, tables: tables, rows: rows, problem)
      }
      return PricedWeeks(
        cheapest: cheapest,
        cheapestCost: cheapest.map(cost) ?? .infinity,
        mixCosts: problem.employees.count < 1000 ? [] : mix.map { cost($0.tour) }
      )
    }
  }

  private func netCost(
    of tour: PlannedTour,
    _ employee: Int,
    tables: PricingTables,
    rows: CouplingRows,
    _ problem: RosterProblem
  ) -> Double {
    var cost = problem.netCost(of: tour, tables: tables)
    problem.forEachUse(of: tour, by: employee, rows: rows) { row, amount in
      cost += amount * prices.coupling[row]
    }
    return cost
  }
}
