public import Optimization
public import Workforce

/// Builds the named roster of a week: columns and a certified bound by Frank–Wolfe, the exact
/// linear program where the master is small, a dive to whole weeks, day programs that decide the
/// shifts, and a proof of optimality where few weeks are left to try
/// (`docs/concepts/roster-algorithm.md`).
public struct RosterOptimizer: Sendable {
  /// Most rows of a master that is solved exactly.
  public static let exactMasterRows = 2500

  private let built: RosterProblemBuilder.Built
  private let week: ISOWeek
  private let options: RosterOptions
  private let solver: any LinearSolver

  private var problem: RosterProblem { built.problem }

  /// Compiles a week.
  ///
  /// Throws when the settings ask for something that the program cannot express.
  public init(
    inputs: PlanningInputs,
    costs: CoverCosts,
    options: RosterOptions,
    solver: any LinearSolver
  ) throws(ShiftwrightError) {
    built = try RosterProblemBuilder(inputs: inputs, costs: costs).build()
    week = ISOWeek(containing: costs.grid.dates[0])
    self.options = options
    self.solver = solver
  }

  /// People for whom no week keeps all rules, and which rules.
  public var impossible: [ImpossibleEmployee] { built.impossible }

  /// Builds the roster.
  ///
  /// Stops with the best one so far when told to, at least with a first one; throws when the solver
  /// fails.
  public func build(
    stop: StopSignal = StopSignal(),
    progress: (@Sendable (StageProgress) -> Void)? = nil
  ) throws -> RosterOutcome {
    var pipeline = RosterPipeline(
      problem: problem,
      options: options,
      solver: solver,
      stop: stop,
      progress: { progress?($0.stageProgress) }
    )
    let state = try pipeline.run()
    guard pipeline.bound <= state.objective + 1e-6 * abs(state.objective) else {
      throw ShiftwrightError(
        "The certified bound \(pipeline.bound) is above the cost of a roster, "
          + "\(state.objective). This is a fault of the program.\n"
          + "Report it with the scenario; another --seed may avoid it."
      )
    }
    return RosterOutcome(
      roster: RosterDecoder(problem: problem, week: week).roster(state),
      costs: RosterDecoder(problem: problem, week: week).costs(state),
      bound: min(pipeline.bound, state.objective),
      impossible: built.impossible,
      stages: pipeline.stages,
      stopReason: stop.reason ?? (pipeline.isCutShort ? .timeLimit : nil)
    )
  }

  /// The tour master with the weeks that Frank–Wolfe finds, as a model that other solvers read.
  public func master(stop: StopSignal = StopSignal()) throws -> LinearModel {
    var pipeline = RosterPipeline(
      problem: problem,
      options: options,
      solver: solver,
      stop: stop,
      progress: nil
    )
    return try pipeline.masterModel()
  }
}
