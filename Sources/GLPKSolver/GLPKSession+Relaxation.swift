import Optimization

extension GLPKSession {
  func solveRelaxation(_ limits: SolveLimits) -> LinearSolution {
    let solution = attempt {
      mirror.hasCrossedBounds
        ? LinearSolution(termination: .infeasible) : try relaxation(limits)
    } orElse: {
      LinearSolution(termination: .failed($0))
    }
    optimum = solution.termination == .optimal ? solution : nil
    return solution
  }

  /// Runs the simplex method, once more from another basis where the first one was of no use.
  private func relaxation(_ limits: SolveLimits) throws -> LinearSolution {
    let first = try run(limits, pivotsTaken: 0)
    guard first.outcome.isRepairable else { return try solution(first, pivots: first.pivots) }
    try problem.constructBasis()
    let second = try run(limits, pivotsTaken: first.pivots)
    return try solution(second, pivots: first.pivots + second.pivots)
  }

  private func run(_ limits: SolveLimits, pivotsTaken: Int) throws -> GLPKProblem.Relaxation {
    try problem.solveRelaxation(
      pivotLimit: max(0, limits.simplexIterations - pivotsTaken),
      milliseconds: limits.guardMilliseconds
    )
  }

  private func solution(
    _ run: GLPKProblem.Relaxation,
    pivots: Int
  ) throws -> LinearSolution {
    var solution = LinearSolution(
      termination: termination(run),
      pivots: pivots,
      stoppedByGuard: run.outcome == .timeLimit
    )
    if solution.termination == .unbounded { solution.objective = -.infinity }
    guard solution.termination.hasSolution else { return solution }
    let point = try problem.point(columns: variableCount, rows: constraintCount)
    guard run.objective.isFinite, point.values.allSatisfy(\.isFinite) else {
      solution.termination = .failed("GLPK's solution holds a number that is not finite.")
      return solution
    }
    solution.objective = run.objective
    solution.values = point.values
    solution.duals = point.duals
    solution.reducedCosts = point.reducedCosts
    return solution
  }

  private func termination(_ run: GLPKProblem.Relaxation) -> Termination {
    switch (run.outcome, run.status) {
    case (.finished, .optimal): .optimal
    case (.finished, .noneFeasible): .infeasible
    case (.finished, .unbounded): .unbounded
    case (.pivotLimit, .feasible), (.timeLimit, .feasible): .feasible(gap: .infinity)
    case (.pivotLimit, _), (.timeLimit, _): .limitReached
    default: .failed("GLPK's simplex method ended with \(run.outcome), point \(run.status).")
    }
  }
}
