/// The result of solving a model's linear relaxation.
public struct LinearSolution: Hashable, Sendable {
  /// Why the solve stopped.
  public var termination: Termination
  /// The objective; +∞ without a solution, −∞ when unbounded.
  public var objective: Double
  /// One value per variable; empty without a solution.
  public var values: [Double]
  /// One price per constraint; empty without a solution.
  ///
  /// The change of the objective per unit that the constraint's binding bound is raised: for this
  /// minimization never negative where the lower bound binds, never positive where the upper does,
  /// 0 where neither does (at an optimum). With these prices d, `reducedCosts[j]` is
  /// costⱼ − Σᵢ dᵢ·aᵢⱼ, for present columns and for any that might be added.
  public var duals: [Double]
  /// One reduced cost per variable; empty without a solution.
  ///
  /// At an optimum never negative at a lower bound, never positive at an upper bound, 0 between.
  public var reducedCosts: [Double]
  /// The pivots that this solve took.
  public var pivots: Int
  /// Whether the time guard ended the solve, so that it cannot be repeated.
  public var stoppedByGuard: Bool

  /// Makes a result; without values it has none.
  public init(
    termination: Termination,
    objective: Double = .infinity,
    values: [Double] = [],
    duals: [Double] = [],
    reducedCosts: [Double] = [],
    pivots: Int = 0,
    stoppedByGuard: Bool = false
  ) {
    self.termination = termination
    self.objective = objective
    self.values = values
    self.duals = duals
    self.reducedCosts = reducedCosts
    self.pivots = pivots
    self.stoppedByGuard = stoppedByGuard
  }
}
