/// A solver of linear and mixed-integer models.
public protocol LinearSolver: Sendable {
  /// Opens a session on a model, runs `body` with it on a thread of its own, and frees everything.
  ///
  /// The caller waits. Throws `SolverError` where the model holds a number that is not finite, and
  /// whatever `body` throws.
  func withSession<R: Sendable>(
    _ model: LinearModel,
    _ body: @Sendable (any SolverSession) throws -> R
  ) throws -> R
}

extension LinearSolver {
  /// Solves a model with its integer variables.
  ///
  /// Throws `SolverError` where the model holds a number that is not finite.
  public func solve(
    _ model: LinearModel,
    limits: SolveLimits = SolveLimits()
  ) throws -> IntegerSolution {
    try withSession(model) { $0.solveInteger(limits) }
  }

  /// Solves a model as if no variable had to be whole.
  ///
  /// Throws `SolverError` where the model holds a number that is not finite.
  public func solveRelaxation(
    _ model: LinearModel,
    limits: SolveLimits = SolveLimits()
  ) throws -> LinearSolution {
    try withSession(model) { $0.solveRelaxation(limits) }
  }
}
