import Workforce

/// The coupling rows softened for the smooth method: near a limit the price rises from nothing to a
/// highest one over a width that shrinks.
struct SoftRows: Sendable {
  let rows: CouplingRows
  /// Most that is free of price, by row.
  private let most: [Double]
  /// Least that is free of price, by row.
  private let least: [Double]
  /// Highest price of a row; of a row with a price of its own, that one.
  private let highest: [Double]
  /// Half the width over which the price rises, at full smoothing.
  private let halfWidths: [Double]
  /// Most that a bound may ask for a unit of a row: its own price, where it has one.
  private let ceilings: [Double]

  init(_ problem: RosterProblem) {
    let coupling = problem.coupling
    rows = CouplingRows(coupling)
    let worth = max(1, problem.cover.dearest + problem.cover.idleCost)
    var most = [Double](repeating: .infinity, count: rows.count)
    var least = [Double](repeating: -.infinity, count: rows.count)
    var highest = [Double](repeating: 0, count: rows.count)
    var halves = [Double](repeating: 0.5, count: rows.count)
    var ceilings = [Double](repeating: .infinity, count: rows.count)
    for (site, budget) in coupling.overtimeBudgets.enumerated() where budget < .max {
      most[site] = Double(budget)
      highest[site] = 2 * worth / Double(problem.grid.stepMinutes)
      halves[site] = max(60, 0.05 * Double(budget))
    }
    for (position, session) in coupling.sessions.enumerated() {
      let row = rows.seats.lowerBound + position
      most[row] = Double(session.seats)
      highest[row] = worth * Double(problem.longestShape)
      halves[row] = max(0.5, 0.04 * Double(session.seats))
    }
    for (position, limit) in coupling.heads.enumerated() {
      for row in rows.heads[position] {
        if limit.most < .max { most[row] = Double(limit.most) }
        if limit.least > 0 { least[row] = Double(limit.least) }
        highest[row] = limit.price ?? 2 * worth
        ceilings[row] = limit.price ?? .infinity
        halves[row] = max(0.5, 0.04 * Double(min(limit.most, max(limit.least, 1))))
      }
    }
    (self.most, self.least, self.highest, halfWidths) = (most, least, highest, halves)
    self.ceilings = ceilings
  }

  /// The price of one more unit of a row of which so much is used.
  @inline(__always)
  func price(row: Int, use: Double, width: Double) -> Double {
    let half = halfWidths[row] * width
    let above = min(1, max(0, (use - most[row] + half) / (2 * half)))
    let below = min(1, max(0, (least[row] - use + half) / (2 * half)))
    return highest[row] * (above - below)
  }

  /// What the rows take from the Lagrangian bound at prices that are not negative where only a most
  /// is set.
  func limitCost(_ prices: [Double]) -> Double {
    var cost = 0.0
    for row in prices.indices where prices[row] != 0 {
      cost += prices[row] > 0 ? prices[row] * most[row] : prices[row] * least[row]
    }
    return cost
  }

  /// The prices without those that no bound may have: a limit that is not there costs nothing, one with
  /// a price of its own no more than that.
  func valid(_ prices: [Double]) -> [Double] {
    prices.indices.map { row in
      let price = min(ceilings[row], max(-ceilings[row], prices[row]))
      if price > 0 { return most[row] < .infinity ? price : 0 }
      return least[row] > -.infinity ? price : 0
    }
  }
}
