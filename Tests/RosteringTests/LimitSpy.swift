import GLPKSolver
import Optimization
import Synchronization

/// GLPK, with the guards that it is given written down; a class, because sessions share the list.
final class LimitSpy: LinearSolver {
  private let seen = Mutex<[Int]>([])

  /// The guards of all solves in milliseconds.
  var guards: [Int] { seen.withLock { $0 } }

  func withSession<R: Sendable>(
    _ model: LinearModel,
    _ body: @Sendable (any SolverSession) throws -> R
  ) throws -> R {
    try GLPKSolver().withSession(model) { session in
      try body(SpySession(session, spy: self))
    }
  }

  fileprivate func note(_ limits: SolveLimits) {
    seen.withLock { $0.append(limits.guardMilliseconds) }
  }
}

private final class SpySession: SolverSession {
  private let session: any SolverSession
  private let spy: LimitSpy

  init(_ session: any SolverSession, spy: LimitSpy) {
    self.session = session
    self.spy = spy
  }

  var variableCount: Int { session.variableCount }
  var constraintCount: Int { session.constraintCount }
  func addVariables(_ columns: [LinearModel.Column]) { session.addVariables(columns) }
  func addConstraints(_ rows: [LinearModel.Constraint]) { session.addConstraints(rows) }
  func setBounds(ofVariable index: Int, lower: Double, upper: Double) {
    session.setBounds(ofVariable: index, lower: lower, upper: upper)
  }
  func setBounds(ofConstraint index: Int, lower: Double, upper: Double) {
    session.setBounds(ofConstraint: index, lower: lower, upper: upper)
  }
  func setCost(ofVariable index: Int, _ cost: Double) {
    session.setCost(ofVariable: index, cost)
  }
  func removeVariables(_ indices: [Int]) { session.removeVariables(indices) }
  func constructBasis() { session.constructBasis() }

  func solveRelaxation(_ limits: SolveLimits) -> LinearSolution {
    spy.note(limits)
    return session.solveRelaxation(limits)
  }

  func solveInteger(
    _ limits: SolveLimits,
    incumbent: [Double]?,
    improve: (([Double]) -> [Double]?)?
  ) -> IntegerSolution {
    spy.note(limits)
    return session.solveInteger(limits, incumbent: incumbent, improve: improve)
  }
}
