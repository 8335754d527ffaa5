/// What a capacity plan decides.
public struct CapacityChoice: Hashable, Sendable {
  /// People who start, per position and month.
  public var hires: [[Int]]
  /// Classes, per kind and month.
  public var classes: [[Int]]
  /// People who learn a skill more, per route and month.
  public var moves: [[Int]]
  /// People who renew, per renewal and month.
  public var renewed: [[Int]]

  /// Makes a choice.
  public init(hires: [[Int]], classes: [[Int]], moves: [[Int]], renewed: [[Int]]) {
    self.hires = hires
    self.classes = classes
    self.moves = moves
    self.renewed = renewed
  }

  /// Nothing is done.
  public init(nothingFor problem: CapacityProblem) {
    let months = [Int](repeating: 0, count: problem.months)
    hires = problem.positions.map { _ in months }
    classes = problem.courses.map { _ in months }
    moves = problem.routes.map { _ in months }
    renewed = problem.renewals.map { _ in months }
  }
}

/// What a capacity plan costs.
public struct CapacityCost: Hashable, Sendable {
  /// Finding people.
  public var recruiting = 0.0
  /// Classes.
  public var classes = 0.0
  /// Pay of the people hired, to the end of the months.
  public var pay = 0.0

  /// All that is spent.
  public var spent: Double { recruiting + classes + pay }

  /// Makes a cost of nothing.
  public init() {}
}

/// A capacity plan with its proof.
public struct CapacitySolution: Hashable, Sendable {
  /// What is decided.
  public var choice: CapacityChoice
  /// Agents of each set that serve each skill, per set, skill and month.
  public var serving: [[[Double]]]
  /// What is spent.
  public var cost: CapacityCost
  /// Agent-months that are missing, per skill and month: the mean over the need's cases.
  public var missing: [[Double]]
  /// Heads beyond the bounds of the contract mix, per month.
  public var outsideMix: [Double]
  /// The whole objective: what is spent, and the price of what is missing.
  public var objective: Double
  /// What no plan can cost less than.
  public var bound: Double
  /// Nodes of the search.
  public var nodes: Int
  /// Whether a limit on the time ended the search, so that it cannot be repeated.
  public var stoppedByClock: Bool

  /// (objective − bound) ÷ objective, at least 0.
  public var gap: Double { max(0, objective - bound) / max(abs(objective), 1e-9) }
}
