import Optimization
import Workforce

extension SolveLimits {
  /// The same limits with a guard that ends no later than a signal's deadline.
  func ending(with stop: StopSignal) -> SolveLimits {
    var limits = self
    limits.guardMilliseconds = min(guardMilliseconds, stop.millisecondsLeft ?? .max)
    return limits
  }
}

extension SolverSession {
  /// Solves an integer program that ends no later than a signal's deadline, apart from the node at
  /// work then.
  ///
  /// The relaxation is solved by itself first, so that the search gets only the time that is left.
  func solveInteger(
    _ limits: SolveLimits,
    endingWith stop: StopSignal,
    incumbent: [Double]?,
    improve: (([Double]) -> [Double]?)? = nil
  ) -> IntegerSolution {
    let relaxed = solveRelaxation(limits.ending(with: stop))
    guard !relaxed.stoppedByGuard else {
      return IntegerSolution(
        termination: .limitReached,
        pivots: relaxed.pivots,
        stoppedByGuard: true
      )
    }
    var left = limits.ending(with: stop)
    left.simplexIterations = max(0, limits.simplexIterations - relaxed.pivots)
    var solution = solveInteger(left, incumbent: incumbent, improve: improve)
    solution.pivots += relaxed.pivots
    return solution
  }
}
