import Optimization

/// Solves a placement.
struct PlacementSearch {
  /// What came of it.
  struct Found {
    var choice: PlacementChoice
    /// The objective, and the proved bound below it; without what is preferred about given classes.
    var cost: Double
    var bound: Double
    /// True when the clock ended the search.
    var isCutShort: Bool

    /// (cost − bound) ÷ cost.
    var gap: Double { cost <= 1e-9 ? 0 : max(0, cost - bound) / cost }
  }

  let solver: any LinearSolver
  /// Milliseconds after which a search is given up; pivots and nodes end it before.
  var milliseconds = 3_600_000

  func solve(_ problem: PlacementProblem) throws -> Found {
    var greedy = PlacementGreedy(problem)
    let start = greedy.placed()
    let program = PlacementModel(problem)
    let incumbent = program.point(start)
    let limits = SolveLimits(
      simplexIterations: 150_000,
      branchAndBoundNodes: 5000,
      guardMilliseconds: milliseconds,
      relativeGap: 0.002
    )
    let solution = try solver.withSession(program.model) { session in
      session.solveInteger(limits, incumbent: incumbent, improve: nil)
    }
    guard solution.termination.hasSolution else {
      let cost = program.model.objective(at: incumbent)
      return Found(choice: start, cost: cost, bound: 0, isCutShort: true)
    }
    let choice = program.choice(solution.values)
    let bonus = zip(problem.needs, choice.seated).reduce(0.0) { sum, pair in
      zip(pair.0.options, pair.1).reduce(sum) { sum, seat in
        problem.patterns[seat.0.pattern].isGiven
          ? sum + Double(seat.1) * problem.givenBonus : sum
      }
    }
    let bound = max(solution.bound, -.greatestFiniteMagnitude)
    return Found(
      choice: choice,
      cost: solution.objective + bonus,
      bound: bound + bonus,
      isCutShort: solution.stoppedByGuard
    )
  }
}
