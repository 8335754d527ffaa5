public import Optimization
public import Workforce

/// A published roster, repaired.
public struct RepairedRoster: Sendable {
  /// The repaired roster; its bound is the pay that no roster can avoid, because nothing better is
  /// proved about a roster that may hardly change.
  public var outcome: RosterOutcome
  /// The published roster less what fell away: what happens if nobody does anything.
  public var start: Roster
  /// What that costs.
  public var startCosts: RosterCosts
  /// What the changes cost at their prices, outside the objective.
  public var changePrice: Double
  /// People who keep a week that breaks the rules named, because locks, worked shifts and budgets
  /// of overtime leave no legal one.
  public var kept: [ImpossibleEmployee]
  /// People whose week had to change to stay legal, in the order of the inputs.
  public var forced: [String]
}

/// Repairs the roster of a week that has been published: sick calls, locks, another forecast.
///
/// `docs/concepts/roster-repair.md` has the mathematics.
public struct RosterReoptimizer: Sendable {
  /// Lost shifts of one date above which, and changes of the need at which, day programs look at
  /// the whole date.
  public static let dayProgramLosses = 5

  private let repair: RepairProblem
  private let companions: CompanionRules?
  private let week: ISOWeek
  /// Positions of the dates whose need has changed.
  private let changedDays: [Int]
  private let firstDay: Int
  private let options: RosterOptions
  private let solver: any LinearSolver

  /// Compiles the week.
  ///
  /// - Parameters:
  ///   - inputs: The scenario with the new absences.
  ///   - costs: The prices of cover under the new forecast.
  ///   - published: The roster as it was published.
  ///   - changes: Locks, the present moment, the prices of changes.
  ///   - dates: The dates whose need has changed.
  ///   - options: Effort, threads and seed.
  ///   - solver: Solves the day programs.
  /// - Throws: `ShiftwrightError` when the published roster cannot be read on the roster grid.
  public init(
    inputs: PlanningInputs,
    costs: CoverCosts,
    published: Roster,
    changes: ChangeRequest,
    dates: [LocalDate],
    options: RosterOptions,
    solver: any LinearSolver
  ) throws(ShiftwrightError) {
    repair = try RepairProblem(
      inputs: inputs,
      costs: costs,
      published: published,
      changes: changes
    )
    companions = CompanionRules(inputs: inputs, problem: repair.start.problem)
    week = published.week
    let grid = costs.grid
    let zones = inputs.settings.zones
    firstDay =
      changes.now.flatMap { now in
        zones.map { $0.local(at: grid.zone.instant(at: now)).date }.min()
      }.map { today in grid.dates.count { $0 < today } } ?? 0
    let touched = Set(
      dates.flatMap { date in zones.flatMap { $0.dates(during: date, of: grid.zone) } }
    )
    changedDays = grid.dates.indices.filter { touched.contains(grid.dates[$0]) }
    self.options = options
    self.solver = solver
  }

  /// People without shifts for whom no week keeps all rules, and people who keep a week that is
  /// not legal.
  public var impossible: [ImpossibleEmployee] { repair.impossible + repair.kept }

  /// The effort of a repair of so many people's roster when none is asked for.
  public static func standardEffort(people: Int) -> Int { min(60, max(5, people / 20)) }

  /// Repairs the roster.
  ///
  /// Stops with the best one so far when told to; throws when the solver fails.
  public func repair(
    stop: StopSignal = StopSignal(),
    progress: (@Sendable (StageProgress) -> Void)? = nil
  ) throws -> RepairedRoster {
    var run = RepairRun(
      repair: repair,
      changedDays: changedDays,
      firstDay: firstDay,
      options: options,
      solver: solver,
      stop: stop
    )
    progress?(StageProgress(stage: "repair", fraction: nil))
    var state = try run.run(progress: progress)
    let unaccompanied = accompany(&state, &run, stop)
    let decoder = RosterDecoder(problem: repair.problem, week: week)
    let costs = decoder.costs(state)
    return RepairedRoster(
      outcome: RosterOutcome(
        roster: decoder.roster(state),
        costs: costs,
        bound: min(costs.contractPay, costs.total),
        impossible: repair.impossible,
        stages: run.stages,
        stopReason: stop.reason ?? (run.isCutShort ? .timeLimit : nil),
        classes: decoder.classes(state),
        unaccompanied: unaccompanied
      ),
      start: decoder.roster(repair.start),
      startCosts: decoder.costs(repair.start),
      changePrice: repair.cells.price(of: state.tours, repair.prices, in: repair.problem),
      kept: repair.kept + run.unresolved.map(withoutOvertime),
      forced: run.forced.map { repair.problem.employees[$0].id }
    )
  }

  /// Gives trainees weeks beside their companions, at the prices of changes; names those for whom
  /// none was found.
  private func accompany(
    _ state: inout RosterState,
    _ run: inout RepairRun,
    _ stop: StopSignal
  ) -> [ImpossibleEmployee] {
    guard let companions else { return [] }
    var pass = CompanionPass(
      rules: companions,
      roster: state,
      published: repair.cells,
      seed: options.seed,
      stop: stop
    )
    guard let detail = pass.run() else { return [] }
    state = pass.state.roster
    run.finish("companions", state, detail)
    return pass.unaccompanied
  }

  private func withoutOvertime(_ employee: Int) -> ImpossibleEmployee {
    ImpossibleEmployee(
      employee: repair.problem.employees[employee].id,
      conflict: [
        "overtime budget: no legal weeks were found that keep the site's budget"
      ]
    )
  }
}
