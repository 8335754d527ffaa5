/// Counts work in units with fixed weights, so that budgets do not depend on the clock.
///
/// A million units take about a second with two threads on two cores of 2020.
struct WorkMeter: Hashable, Sendable {
  /// Units so far.
  private(set) var units = 0.0

  /// One person's week was priced.
  mutating func addPricing(of problem: RosterProblem) { units += problem.pricingWork }

  /// A linear program took pivots on that many rows.
  mutating func addPivots(_ pivots: Int, rows: Int) {
    units += Double(pivots) * Self.unitsPerPivot(rows: rows)
  }

  /// An integer program took nodes.
  mutating func addNodes(_ nodes: Int, rows: Int) {
    units += Double(nodes) * Self.unitsPerNode(rows: rows)
  }

  /// Units of one pivot of a linear program.
  static func unitsPerPivot(rows: Int) -> Double {
    0.065 * Double(rows) * Double(rows).squareRoot()
  }

  /// Units of one node of an integer program, apart from its pivots.
  static func unitsPerNode(rows: Int) -> Double { 40 * Double(rows) }

  /// Adds work that was counted elsewhere.
  mutating func add(units more: Double) { units += more }
}
