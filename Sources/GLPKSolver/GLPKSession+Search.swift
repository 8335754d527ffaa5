import Optimization

extension GLPKSession {
  func solveInteger(
    _ limits: SolveLimits,
    incumbent: [Double]?,
    improve: (([Double]) -> [Double]?)?
  ) -> IntegerSolution {
    let offered = incumbent.map(mirror.checked)
    var solution = search(limits, offered?.values, improve)
    solution.incumbentRefusal = offered?.refusal
    if let values = offered?.values { settle(&solution, with: values) }
    return solution
  }

  private func search(
    _ limits: SolveLimits,
    _ incumbent: [Double]?,
    _ improve: (([Double]) -> [Double]?)?
  ) -> IntegerSolution {
    let known = optimum
    let relaxation = known ?? solveRelaxation(limits)
    let pivots = known == nil ? relaxation.pivots : 0
    guard relaxation.termination == .optimal else { return withoutSearch(relaxation) }
    guard mirror.hasIntegers else { return linear(relaxation, pivots: pivots) }
    let request = request(limits, incumbent, improve, pivotsTaken: pivots)
    var solution = attempt {
      result(try problem.search(request), relaxation.objective)
    } orElse: {
      IntegerSolution(termination: .failed($0), bound: relaxation.objective)
    }
    solution.pivots += pivots
    optimum = nil
    return solution
  }

  private func request(
    _ limits: SolveLimits,
    _ incumbent: [Double]?,
    _ improve: (([Double]) -> [Double]?)?,
    pivotsTaken: Int
  ) -> GLPKProblem.SearchRequest {
    let mirror = mirror
    return GLPKProblem.SearchRequest(
      nodeLimit: limits.branchAndBoundNodes,
      pivotLimit: max(0, limits.simplexIterations - pivotsTaken),
      milliseconds: limits.guardMilliseconds,
      relativeGap: limits.relativeGap,
      columns: variableCount,
      incumbent: incumbent,
      improve: improve.map { improve in { improve($0).flatMap { mirror.checked($0).values } } }
    )
  }

  /// The result where the relaxation has no optimum to start from.
  private func withoutSearch(_ relaxation: LinearSolution) -> IntegerSolution {
    var solution = IntegerSolution(
      termination: relaxation.termination.hasSolution ? .limitReached : relaxation.termination,
      pivots: relaxation.pivots,
      stoppedByGuard: relaxation.stoppedByGuard
    )
    if relaxation.termination == .infeasible { solution.bound = .infinity }
    if relaxation.termination == .unbounded { solution.objective = -.infinity }
    return solution
  }

  /// The result where no variable must be whole.
  private func linear(_ relaxation: LinearSolution, pivots: Int) -> IntegerSolution {
    IntegerSolution(
      termination: .optimal,
      objective: relaxation.objective,
      values: relaxation.values,
      bound: relaxation.objective,
      pivots: pivots
    )
  }

  private func result(
    _ search: GLPKProblem.SearchResult,
    _ relaxedObjective: Double
  ) -> IntegerSolution {
    var solution = IntegerSolution(
      termination: .limitReached,
      values: search.values,
      bound: max(search.bound, relaxedObjective),
      nodes: search.nodes,
      pivots: search.pivots,
      stoppedByGuard: search.outcome == .timeLimit,
      improvements: search.improvements
    )
    if !search.values.isEmpty { solution.objective = mirror.objective(at: search.values) }
    conclude(&solution, search)
    return solution
  }

  private func conclude(_ solution: inout IntegerSolution, _ search: GLPKProblem.SearchResult) {
    switch (search.outcome, search.status) {
    case (.finished, .optimal):
      solution.termination = .optimal
      solution.bound = solution.objective
    case (.finished, .noneFeasible):
      solution.termination = .infeasible
      solution.bound = .infinity
    case (.gapReached, _), (.stopped, _), (.timeLimit, _):
      weigh(&solution)
    default:
      let reason = "GLPK's search ended with \(search.outcome), point \(search.status)."
      weigh(&solution)
      if solution.values.isEmpty {
        solution.termination = .failed(reason)
      } else {
        solution.failure = reason
      }
    }
  }

  /// Compares objective and bound of a search that was broken off.
  private func weigh(_ solution: inout IntegerSolution) {
    guard !solution.values.isEmpty else { return }
    solution.bound = min(solution.bound, solution.objective)
    let miss = solution.objective - solution.bound
    let size = abs(solution.objective)
    solution.termination =
      miss <= 1e-9 * (1 + size) ? .optimal : .feasible(gap: miss / max(size, .ulpOfOne))
  }

  /// Keeps the incumbent where the search found nothing better.
  private func settle(_ solution: inout IntegerSolution, with values: [Double]) {
    let objective = mirror.objective(at: values)
    guard solution.values.isEmpty || objective < solution.objective else { return }
    if solution.termination == .unbounded { return }
    let wasOptimal = solution.termination == .optimal
    switch solution.termination {
    case .failed(let reason): solution.failure = reason
    case .infeasible:
      solution.failure = "GLPK finds no solution, but the incumbent is one within the tolerance."
      solution.bound = -.infinity
    default: break
    }
    solution.objective = objective
    solution.values = values
    weigh(&solution)
    if wasOptimal { solution.termination = .optimal }
  }
}
