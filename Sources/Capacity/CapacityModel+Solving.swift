public import Optimization

extension CapacityModel {
  /// How hard a plan is searched for.
  public struct Effort: Hashable, Sendable {
    /// The share of the objective that may be left unproved.
    public var gap: Double
    /// Nodes that the search may look at.
    public var nodes: Int
    /// A cap on the time; a search that it ends cannot be repeated.
    public var milliseconds: Int

    /// Makes an effort.
    public init(gap: Double = 0.005, nodes: Int = 8_000, milliseconds: Int = 600_000) {
      self.gap = gap
      self.nodes = nodes
      self.milliseconds = milliseconds
    }
  }

  /// Finds a plan and proves how far it may be from the cheapest.
  ///
  /// - Parameters:
  ///   - solver: Solves the program.
  ///   - effort: When the search ends.
  /// - Returns: The plan; doing nothing is always one.
  /// - Throws: `SolverError` when the solver cannot carry it out.
  public func solved(by solver: any LinearSolver, effort: Effort = Effort()) throws
    -> CapacitySolution
  {
    let limits = SolveLimits(
      simplexIterations: 4_000_000,
      branchAndBoundNodes: effort.nodes,
      guardMilliseconds: effort.milliseconds,
      relativeGap: effort.gap
    )
    let found = try solver.withSession(model) { session in
      let rounding = CapacityRounding(model: self, session: session, limits: limits)
      let start = rounding.best()
      return session.solveInteger(limits, incumbent: start ?? nothing, improve: nil)
    }
    guard found.termination.hasSolution else {
      throw SolverError(
        .solverFailure,
        "The solver found no capacity plan, though doing nothing is one (\(found.termination)).\n"
          + "Report this with the scenario."
      )
    }
    return read(found)
  }

  /// Doing nothing: all that the need asks for beyond the people there are is missing.
  private var nothing: [Double] {
    var values = [Double](repeating: 0, count: model.variables.count)
    for index in model.variables.indices where missing.joined().joined().contains(index) {
      values[index] = model.variables[index].upper
    }
    for (bound, variables) in zip(problem.mix, outside) {
      for (month, variable) in variables.enumerated() {
        let all = factors.heads.reduce(0) { $0 + $1[month] }
        let own = factors.heads[bound.contract][month]
        values[variable] = max(0, own - bound.most * all, bound.least * all - own)
      }
    }
    return values
  }

  private func read(_ found: IntegerSolution) -> CapacitySolution {
    let whole = { (variable: Int?) in variable.map { Int(found.values[$0].rounded()) } ?? 0 }
    let choice = CapacityChoice(
      hires: hires.map { $0.map(whole) },
      classes: classes.map { $0.map { whole($0) } },
      moves: moves.map { $0.map { whole($0) } },
      renewed: renewed.map { $0.map(whole) }
    )
    return CapacitySolution(
      choice: choice,
      serving: serving.map { $0.map { $0.map { $0.map { max(0, found.values[$0]) } ?? 0 } } },
      cost: CapacityForecast(problem, choice).cost,
      missing: zip(missing, problem.need).map { months, needs in
        zip(months, needs).map { variables, band in
          zip(variables, band.cases).reduce(0) { $0 + max(0, found.values[$1.0]) * $1.1.weight }
        }
      },
      outsideMix: (0..<problem.months).map { month in
        outside.reduce(0) { $0 + max(0, found.values[$1[month]]) }
      },
      objective: found.objective,
      bound: found.bound,
      nodes: found.nodes,
      stoppedByClock: found.stoppedByGuard
    )
  }
}
