/// Counts work in units with fixed weights, so that budgets do not depend on the clock.
///
/// A million units take about a second on two cores of 2020.
struct WorkMeter: Hashable, Sendable {
  /// Units so far.
  private(set) var units = 0.0

  /// One person's week was priced.
  mutating func addPricing(of problem: RosterProblem) { units += problem.pricingWork }

  /// A linear program took pivots on that many rows.
  mutating func addPivots(_ pivots: Int, rows: Int) {
    units += 0.065 * Double(pivots) * Double(rows) * Double(rows).squareRoot()
  }

  /// An integer program took nodes.
  mutating func addNodes(_ nodes: Int, rows: Int) { units += Double(nodes) * Double(rows) * 40 }

  /// Adds work that was counted elsewhere.
  mutating func add(units more: Double) { units += more }
}
