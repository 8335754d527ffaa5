/// The result of solving a model with its integer variables.
public struct IntegerSolution: Hashable, Sendable {
  /// Why the solve stopped.
  public var termination: Termination
  /// The objective; +∞ without a solution, −∞ when unbounded.
  public var objective: Double
  /// One value per variable, whole for integer variables; empty without a solution.
  public var values: [Double]
  /// A number that no solution's objective can fall below; −∞ when none is known.
  public var bound: Double
  /// The nodes of the branch-and-bound tree that were examined.
  public var nodes: Int
  /// The pivots that this solve took, its relaxation included.
  public var pivots: Int
  /// Whether the time guard ended the solve, so that it cannot be repeated.
  public var stoppedByGuard: Bool
  /// Why the incumbent that was handed in was refused, or nil.
  public var incumbentRefusal: String?
  /// How often a point from the `improve` callback became the best solution.
  public var improvements: Int
  /// What broke the search off although there is a solution, or nil.
  public var failure: String?

  /// Makes a result; without values it has none.
  public init(
    termination: Termination,
    objective: Double = .infinity,
    values: [Double] = [],
    bound: Double = -.infinity,
    nodes: Int = 0,
    pivots: Int = 0,
    stoppedByGuard: Bool = false,
    incumbentRefusal: String? = nil,
    improvements: Int = 0,
    failure: String? = nil
  ) {
    self.termination = termination
    self.objective = objective
    self.values = values
    self.bound = bound
    self.nodes = nodes
    self.pivots = pivots
    self.stoppedByGuard = stoppedByGuard
    self.incumbentRefusal = incumbentRefusal
    self.improvements = improvements
    self.failure = failure
  }
}
