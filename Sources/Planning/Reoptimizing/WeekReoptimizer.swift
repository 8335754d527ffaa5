public import Optimization
import Rostering
import Staffing
public import Workforce

/// Repairs a published week: applies what has changed, repairs the roster, checks and simulates it.
public struct WeekReoptimizer: Sendable {
  /// Share of the time limit that is kept for checking and simulating.
  private static let reserve = 0.2

  private let run: PublishedRun
  private let changes: ChangeRequest
  private let options: PlanOptions
  private let solver: any LinearSolver

  /// Takes a published run and what has changed since.
  public init(
    run: PublishedRun,
    changes: ChangeRequest,
    options: PlanOptions,
    solver: any LinearSolver
  ) {
    self.run = run
    self.changes = changes
    self.options = options
    self.solver = solver
  }

  private var settings: ScenarioSettings { run.loaded.inputs.settings }
  private var seed: UInt64 { options.seed ?? settings.seed }

  /// The week under the changes.
  private struct Situation {
    let inputs: PlanningInputs
    let need: NeedRevision
    let pricing: CoverPricing
    let notes: [Diagnostic]

    var judge: RosterJudge {
      RosterJudge(inputs: inputs, requirement: need.requirement, cover: pricing.given)
    }
  }

  /// Runs all stages.
  ///
  /// Throws when the published roster cannot be planned with, when somebody's week cannot be legal
  /// and that is to stop the repair, and when `stop` is cancelled.
  public func reoptimize(
    stop: StopSignal = StopSignal(),
    progress: (@Sendable (StageProgress) -> Void)? = nil
  ) throws -> WeekPlan {
    var timer = StageTimer()
    let start = timer.start
    let situation = try timer.measure("changes") { try self.situation() }
    let repaired = try timer.measure("repair") {
      try repair(situation, start: start, stop: stop, progress: progress)
    }
    try throwIfCancelled(stop)
    var outcome = repaired.outcome
    let judge = situation.judge
    let (check, coverage) = timer.measure("check") { judge.judged(outcome) }
    let simulation = try timer.measure("simulation") {
      try simulate(outcome.roster, situation, start: start, stop: stop, progress: progress)
    }
    if simulation.replications < options.replications { outcome.stopReason = .timeLimit }
    var forecast = situation.need.forecast
    forecast.selfService = try timer.measure("forecast") { try channels(of: forecast) }
    let duties = try OnCallWeek(situation.inputs, outcome.roster, solver: solver)
    return WeekPlan(
      inputs: situation.inputs,
      week: run.roster.week,
      forecast: forecast,
      requirement: situation.need.requirement,
      outcome: outcome,
      check: check,
      coverage: coverage,
      simulation: simulation,
      findings: run.loaded.findings + situation.notes + repaired.kept.map(Self.warning)
        + CompanionFindings(situation.inputs, run.roster.week).withoutMentor
        + CompanionFindings.unaccompanied(outcome) + duties.findings,
      seed: seed,
      options: options,
      timings: timer.timings,
      contactPrices: situation.pricing.contactPrices,
      hullDistances: situation.pricing.hullDistances,
      costs: situation.pricing.costs,
      rounds: [],
      shortfall: nil,
      onCall: duties.turns,
      revision: revision(repaired, situation, check: check, coverage: coverage)
    )
  }

  /// What channels without people resolve, unless the forecast is another than the published one.
  private func channels(of forecast: Forecast) throws(ShiftwrightError) -> [SelfServiceForecast] {
    try ForecastChannels(
      inputs: run.loaded.inputs,
      week: run.roster.week,
      threads: options.threads
    ).channels(of: forecast)
  }

  private func situation() throws -> Situation {
    var inputs = run.loaded.inputs
    let booked = AbsenceBooking(inputs: inputs, roster: run.roster).booked(changes.absences)
    inputs.absences = booked.absences
    let need = try NeedRevision(
      inputs: inputs,
      published: (run.forecast, run.requirement),
      changes: changes,
      solver: solver
    )
    return Situation(
      inputs: inputs,
      need: need,
      pricing: pricing(need.forecast, need.requirement),
      notes: booked.notes
    )
  }

  /// What people are worth: at the published plan's prices, unless a need is given.
  private func pricing(_ forecast: Forecast, _ requirement: Requirement) -> CoverPricing {
    CoverPricing(
      inputs: run.loaded.inputs,
      forecast: forecast,
      requirement: requirement,
      prices: changes.requirement == nil ? run.contactPrices : nil,
      threads: options.threads
    )
  }

  private func repair(
    _ situation: Situation,
    start: ContinuousClock.Instant,
    stop: StopSignal,
    progress: (@Sendable (StageProgress) -> Void)?
  ) throws -> RepairedRoster {
    let optimizer = try RosterReoptimizer(
      inputs: situation.inputs,
      costs: situation.pricing.costs,
      published: run.roster,
      changes: changes,
      dates: situation.need.dates,
      options: RosterOptions(effort: options.effort, threads: options.threads, seed: seed),
      solver: solver
    )
    if options.isStrict, !optimizer.impossible.isEmpty {
      throw ImpossibleWeek(people: optimizer.impossible)
    }
    let deadline = options.timeLimit.map { start.advanced(by: $0 * (1 - Self.reserve)) }
    let repaired = try optimizer.repair(
      stop: StopSignal(deadline: deadline, parent: stop),
      progress: progress
    )
    if options.isStrict, !repaired.kept.isEmpty { throw ImpossibleWeek(people: repaired.kept) }
    return repaired
  }

  private func simulate(
    _ roster: Roster,
    _ situation: Situation,
    start: ContinuousClock.Instant,
    stop: StopSignal,
    progress: (@Sendable (StageProgress) -> Void)?
  ) throws -> SimulationResult {
    let left = options.timeLimit.map {
      max(.milliseconds(1), $0 - (ContinuousClock.now - start))
    }
    let planner = WeekPlanner(
      inputs: situation.inputs,
      findings: [],
      options: try PlanOptions(
        seed: seed,
        timeLimit: left,
        threads: options.threads,
        replications: options.replications
      ),
      solver: solver
    )
    return try planner.simulate(roster, situation.need.forecast, stop: stop, progress: progress)
  }

  private func revision(
    _ repaired: RepairedRoster,
    _ situation: Situation,
    check: CheckReport,
    coverage: Coverage
  ) -> RosterRevision {
    let before = RosterJudge(
      inputs: run.loaded.inputs,
      requirement: run.requirement,
      cover: pricing(run.forecast, run.requirement).given
    )
    let now = situation.judge
    let unrepaired = now.coverage(repaired.start)
    let explainer = ChangeExplainer(
      inputs: situation.inputs,
      changes: changes,
      need: situation.need,
      unrepaired: unrepaired,
      forced: Set(repaired.forced)
    )
    return RosterRevision(
      changes: explainer.changes(from: run.roster, to: repaired.outcome.roster),
      prices: changes.prices,
      changePrice: repaired.changePrice,
      published: RosterRevision.Standing(
        cost: before.check(run.roster, impossible: []).costs?.total,
        missingHours: before.missingHours(before.coverage(run.roster))
      ),
      unrepaired: RosterRevision.Standing(
        cost: repaired.startCosts.total,
        missingHours: now.missingHours(unrepaired)
      ),
      repaired: RosterRevision.Standing(
        cost: repaired.outcome.costs.total,
        missingHours: now.missingHours(coverage)
      )
    )
  }

  private static func warning(_ person: ImpossibleEmployee) -> Diagnostic {
    Diagnostic(
      .warning,
      file: "roster.csv",
      message:
        "\(person.employee) keeps a week that is not legal (\(person.conflict.joined(separator: "; "))): "
        + "locks, shifts that have begun and budgets leave no other.",
      suggestion: "Take a lock away, or agree on the exception."
    )
  }

  private func throwIfCancelled(_ stop: StopSignal) throws {
    if stop.reason == .cancelled {
      throw ShiftwrightError(
        "Cancelled. Nothing was written.\nRun the command again to repair the roster."
      )
    }
  }
}
