/// A model inside a solver that grows, changes and is solved again from its last basis.
///
/// A session lives and dies inside `LinearSolver.withSession`, on one thread; don't keep it. Bad
/// data (an index that is out of range, a number that is not finite, NaN as a bound) changes
/// nothing and turns every later solve into `.failed` with the reason.
public protocol SolverSession: AnyObject {
  /// The number of variables.
  var variableCount: Int { get }
  /// The number of constraints.
  var constraintCount: Int { get }

  /// Appends variables with their coefficients in the constraints; the basis stays valid.
  func addVariables(_ columns: [LinearModel.Column])

  /// Appends constraints over the present variables; the basis stays valid.
  func addConstraints(_ rows: [LinearModel.Constraint])

  /// Changes the bounds of a variable.
  func setBounds(ofVariable index: Int, lower: Double, upper: Double)

  /// Changes the bounds of a constraint.
  func setBounds(ofConstraint index: Int, lower: Double, upper: Double)

  /// Changes the cost of a variable.
  func setCost(ofVariable index: Int, _ cost: Double)

  /// Removes variables; those behind move up, so later indices shift down.
  ///
  /// Removing only non-basic variables (value at a bound) keeps the basis; otherwise the next
  /// solve starts from a new one.
  func removeVariables(_ indices: [Int])

  /// Replaces the basis by one that the solver constructs from the matrix, as triangular as it can.
  func constructBasis()

  /// Solves the linear relaxation from the last basis: primal simplex, steepest edge, no presolve.
  func solveRelaxation(_ limits: SolveLimits) -> LinearSolution

  /// Searches for the best integer point by branch and bound.
  ///
  /// Solves the relaxation first where it has changed. `incumbent` is a known solution: where it
  /// respects bounds, integrality and constraints (within 10⁻⁶), the result is never worse; where
  /// it does not, `incumbentRefusal` says why. `improve` is called at fractional nodes with the
  /// node's values and may return a solution, which is checked in the same way; it must not touch
  /// the session.
  func solveInteger(
    _ limits: SolveLimits,
    incumbent: [Double]?,
    improve: (([Double]) -> [Double]?)?
  ) -> IntegerSolution
}

extension SolverSession {
  /// Searches for the best integer point without help.
  public func solveInteger(_ limits: SolveLimits) -> IntegerSolution {
    solveInteger(limits, incumbent: nil, improve: nil)
  }
}
