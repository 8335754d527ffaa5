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
  private let companions: CompanionRules?
  private let week: ISOWeek
  private let options: RosterOptions
  private let solver: any LinearSolver
  /// The weeks of another plan's roster; `nil` to begin with nothing.
  private let first: RosterStart?

  private var problem: RosterProblem { built.problem }

  /// Compiles a week.
  ///
  /// - Parameters:
  ///   - inputs: The scenario.
  ///   - costs: The prices of cover.
  ///   - options: How much work is done.
  ///   - solver: Solves the programs.
  ///   - roster: A roster of the same week to begin with, which may have been made for other people,
  ///     rules and hours: people keep the weeks that are legal here, the others begin with the week
  ///     that is best beside those; `nil` to begin with nothing.
  /// - Throws: An error when the settings ask for something that the program cannot express.
  public init(
    inputs: PlanningInputs,
    costs: CoverCosts,
    options: RosterOptions,
    solver: any LinearSolver,
    beginningWith roster: Roster? = nil
  ) throws(ShiftwrightError) {
    var built = try RosterProblemBuilder(inputs: inputs, costs: costs).build()
    if let roster {
      let weeks = PublishedWeeks(readable: roster, inputs: inputs, problem: built.problem)
      let coupling = built.problem.coupling.with(agendas: weeks.agendas)
      built.problem = built.problem.with(employees: built.problem.employees, coupling: coupling)
      first = RosterStart(weeks.tours(in: built.problem))
    } else {
      first = nil
    }
    self.built = built
    companions = CompanionRules(inputs: inputs, problem: built.problem)
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
    try build(from: nil, stop: stop, progress: progress).outcome
  }

  /// Builds the roster from the weeks of an earlier one of the same people at other prices.
  ///
  /// - Parameters:
  ///   - start: What the earlier build gave; `nil` to begin with the roster given, or with nothing.
  ///   - stop: When to stop with the best roster so far.
  ///   - progress: Hears how far the build is.
  /// - Returns: The roster, and what a later build may begin with.
  /// - Throws: An error when the solver fails.
  public func build(
    from start: RosterStart?,
    stop: StopSignal = StopSignal(),
    progress: (@Sendable (StageProgress) -> Void)? = nil
  ) throws -> (outcome: RosterOutcome, next: RosterStart) {
    precondition(
      start.map { $0.tours.count == problem.employees.count } ?? true,
      "a start must have the weeks of the same people"
    )
    var pipeline = RosterPipeline(
      problem: problem,
      options: options,
      solver: solver,
      start: start ?? first,
      stop: stop,
      progress: { progress?($0.stageProgress) }
    )
    var state = try pipeline.run()
    if let relaxed = problem.relaxingHeads(missedBy: state) {
      pipeline = pipeline.following(state, with: relaxed)
      state = try pipeline.run()
    }
    let next = pipeline.continuation(state)
    let unaccompanied = accompany(&state, &pipeline, stop)
    guard pipeline.bound <= state.objective + 1e-6 * abs(state.objective) else {
      throw ShiftwrightError(
        "The certified bound \(pipeline.bound) is above the cost of a roster, "
          + "\(state.objective). This is a fault of the program.\n"
          + "Report it with the scenario; another --seed may avoid it."
      )
    }
    let decoder = RosterDecoder(problem: problem, week: week)
    let outcome = RosterOutcome(
      roster: decoder.roster(state),
      costs: decoder.costs(state),
      bound: min(pipeline.bound, state.objective),
      impossible: built.impossible,
      stages: pipeline.stages,
      stopReason: stop.reason ?? (pipeline.isCutShort ? .timeLimit : nil),
      classes: decoder.classes(state),
      unaccompanied: unaccompanied
    )
    return (outcome, next)
  }

  /// Gives trainees weeks beside their companions; names those for whom none was found.
  ///
  /// The bound holds as before: it is that of all rosters that keep the other rules.
  private func accompany(
    _ state: inout RosterState,
    _ pipeline: inout RosterPipeline,
    _ stop: StopSignal
  ) -> [ImpossibleEmployee] {
    guard let companions else { return [] }
    var pass = CompanionPass(rules: companions, roster: state, seed: options.seed, stop: stop)
    guard let detail = pass.run() else { return [] }
    state = pass.state.roster
    pipeline.finish("companions", state.objective, detail)
    return pass.unaccompanied
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

/// Weeks of an optimization, from which another of the same people at other prices may begin.
public struct RosterStart: Sendable {
  /// One week per person, empty for those who have none yet.
  let tours: [PlannedTour]
  /// The fractional roster; empty where there is none.
  let mixes: [[SmoothState.Part]]
  /// Where the weeks come from, for the report.
  let origin: String

  init(tours: [PlannedTour], mixes: [[SmoothState.Part]]) {
    self.tours = tours
    self.mixes = mixes
    origin = "weeks of the round before"
  }

  /// Weeks of another plan's roster; `nil` for people who have none that is legal here.
  init(_ weeks: [PlannedTour?]) {
    tours = weeks.map { $0 ?? .empty }
    mixes = []
    let kept = weeks.count { $0 != nil }
    origin = "\(kept) of \(weeks.count) weeks of the roster given, the best beside them"
  }
}
