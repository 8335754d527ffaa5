import Forecasting
public import Optimization
import Rostering
import Simulation
import Staffing
public import Workforce

/// Plans one week: forecast, need, roster, check, simulation.
public struct WeekPlanner: Sendable {
  /// Share of the time limit that is kept for checking, simulating and writing.
  static let reserve = 0.2

  let inputs: PlanningInputs
  private let findings: [Diagnostic]
  let options: PlanOptions
  let solver: any LinearSolver
  /// The roster that the optimizer begins with; `nil` for nothing.
  let start: Roster?

  /// Takes a scenario, what was found when it was read, and a roster to begin with, if any.
  public init(
    inputs: PlanningInputs,
    findings: [Diagnostic],
    options: PlanOptions,
    solver: any LinearSolver,
    beginningWith start: Roster? = nil
  ) {
    self.inputs = inputs
    self.findings = findings
    self.options = options
    self.solver = solver
    self.start = start
  }

  /// The seed in use.
  var seed: UInt64 { options.seed ?? inputs.settings.seed }

  /// Runs all stages.
  ///
  /// Throws when one cannot be carried out, when people's rules contradict each other and that is
  /// to stop the plan, and when `stop` is cancelled.
  public func plan(
    _ week: ISOWeek,
    stop: StopSignal = StopSignal(),
    progress: (@Sendable (StageProgress) -> Void)? = nil
  ) throws -> WeekPlan {
    var timer = StageTimer()
    let start = timer.start
    let forecast = try timer.measure("forecast") { try self.forecast(week) }
    let need = try timer.measure("need") { try self.need(forecast) }
    let requirement = need.requirement
    let rounds = rounds(forecast, requirement, start: start, stop: stop, progress: progress)
    var built = try timer.measure("roster") {
      try build(rounds, requirement, start: start, stop: stop, progress: progress)
    }
    try throwIfCancelled(stop)
    let judge = RosterJudge(inputs: inputs, requirement: requirement, cover: built.pricing.given)
    let (check, coverage) = timer.measure("check") { judge.judged(built.outcome) }
    let simulation = try timer.measure("simulation") {
      try simulate(built.outcome.roster, forecast, start: start, stop: stop, progress: progress)
    }
    let lacking = try shortfall(rounds, simulation, coverage, &built, &timer)
    let duties = try onCall(built, &timer)
    try throwIfCancelled(stop)
    if isCutShort(simulation) { built.outcome.stopReason = .timeLimit }
    return WeekPlan(
      inputs: inputs,
      week: week,
      forecast: forecast,
      requirement: requirement,
      outcome: built.outcome,
      check: check,
      coverage: coverage,
      simulation: simulation,
      findings: self.findings(week, built) + need.findings + duties.findings,
      seed: seed,
      options: options,
      timings: timer.timings,
      contactPrices: built.pricing.contactPrices,
      hullDistances: built.pricing.hullDistances,
      costs: built.pricing.costs,
      rounds: built.rounds,
      shortfall: lacking,
      onCall: duties.turns
    )
  }

  /// The people that a week needs, before any roster.
  func needed(in week: ISOWeek) throws -> Requirement {
    try need(forecast(week)).requirement
  }

  /// Gives duties on call to people; takes no time of its own where there are none.
  private func onCall(_ built: TargetRounds.Found, _ timer: inout StageTimer) throws -> OnCallWeek {
    let give = { try OnCallWeek(inputs, built.outcome.roster, solver: solver) }
    guard !inputs.settings.labor.onCall.isEmpty else { return try give() }
    return try timer.measure("on call", give)
  }

  /// What was found in the data, and what the week lacks.
  private func findings(_ week: ISOWeek, _ built: TargetRounds.Found) -> [Diagnostic] {
    findings + carriedShifts(into: week) + ClassFindings(inputs, week).all
      + CertificateFindings(inputs, week).all + CompanionFindings(inputs, week).withoutMentor
      + CompanionFindings.unaccompanied(built.outcome) + PayFindings(inputs, built).all
      + MeetingFindings(inputs, week).all
  }

  private func forecast(_ week: ISOWeek) throws -> Forecast {
    try ForecastBuilder(inputs: inputs, threads: options.threads).forecast(week)
  }

  private func need(_ forecast: Forecast) throws -> DeferredNeed {
    try DeferredNeed(inputs: inputs, forecast: forecast, solver: solver)
  }

  /// Says that shifts of the week before run into this one: their cover is not counted.
  private func carriedShifts(into week: ISOWeek) -> [Diagnostic] {
    let monday = LocalDateTime(date: week.monday, time: .midnight)
    let ends = inputs.pastDuties.filter { $0.start < monday && $0.end > monday }.map(\.end)
    guard let last = ends.max() else { return [] }
    let count = ends.count == 1 ? "1 shift" : "\(ends.count) shifts"
    return [
      Diagnostic(
        .warning,
        file: "history.csv",
        message: "\(count) of the week before run into \(week.monday), the last until \(last); "
          + "the people at work then are not counted.",
        suggestion: "Read the need and the service of those hours as if nobody had stayed on."
      )
    ]
  }

  /// Builds the roster for a requirement; throws when `stop` is cancelled.
  public func roster(
    _ requirement: Requirement,
    stop: StopSignal = StopSignal(),
    progress: (@Sendable (StageProgress) -> Void)? = nil
  ) throws -> RosterOutcome {
    let start = ContinuousClock.now
    let outcome = try roster(requirement, start: start, stop: stop, progress: progress)
    try throwIfCancelled(stop)
    return outcome
  }

  /// The tour master of a plan as text in the LP format.
  public func masterText(_ plan: WeekPlan, stop: StopSignal = StopSignal()) throws -> String {
    let pricing = CoverPricing(
      inputs: inputs,
      forecast: plan.forecast,
      requirement: plan.requirement,
      prices: plan.contactPrices,
      threads: options.threads
    )
    return try masterText(optimizer(pricing), stop: stop)
  }

  /// The tour master of a requirement as text in the LP format.
  public func masterText(
    _ requirement: Requirement,
    stop: StopSignal = StopSignal()
  ) throws -> String {
    let pricing = CoverPricing(settings: inputs.settings, requirement: requirement)
    return try masterText(optimizer(pricing), stop: stop)
  }

  private func masterText(_ optimizer: RosterOptimizer, stop: StopSignal) throws -> String {
    let master = try optimizer.master(stop: stop)
    try throwIfCancelled(stop)
    return master.lpText()
  }

  private func optimizer(_ pricing: CoverPricing) throws -> RosterOptimizer {
    try RosterOptimizer(
      inputs: inputs,
      costs: pricing.costs,
      options: RosterOptions(
        effort: options.effort,
        threads: options.threads,
        seed: seed,
        timeLimit: options.timeLimit.map { $0 * (1 - Self.reserve) }
      ),
      solver: solver,
      beginningWith: start
    )
  }

  func roster(
    _ requirement: Requirement,
    start: ContinuousClock.Instant,
    stop: StopSignal,
    progress: (@Sendable (StageProgress) -> Void)?
  ) throws -> RosterOutcome {
    let optimizer = try optimizer(
      CoverPricing(settings: inputs.settings, requirement: requirement)
    )
    if options.isStrict, !optimizer.impossible.isEmpty {
      throw ImpossibleWeek(people: optimizer.impossible)
    }
    let inner = StopSignal(
      deadline: deadline(from: start, share: 1 - Self.reserve),
      parent: stop
    )
    let outcome = try optimizer.build(stop: inner, progress: progress)
    if options.isStrict, !outcome.impossible.isEmpty {
      throw ImpossibleWeek(people: outcome.impossible)
    }
    return outcome
  }

  /// Simulates a roster; throws when `stop` is cancelled.
  public func simulate(
    _ roster: Roster,
    _ forecast: Forecast,
    stop: StopSignal = StopSignal(),
    progress: (@Sendable (StageProgress) -> Void)? = nil
  ) throws -> SimulationResult {
    let start = ContinuousClock.now
    let result = try simulate(roster, forecast, start: start, stop: stop, progress: progress)
    try throwIfCancelled(stop)
    return result
  }

  private func simulate(
    _ roster: Roster,
    _ forecast: Forecast,
    start: ContinuousClock.Instant,
    stop: StopSignal,
    progress: (@Sendable (StageProgress) -> Void)?
  ) throws -> SimulationResult {
    let simulation = RosterSimulation(
      options: try SimulationOptions(
        seed: seed,
        replications: options.replications,
        threads: options.threads,
        halfWidth: options.halfWidth
      )
    )
    let inner = StopSignal(deadline: deadline(from: start, share: 1), parent: stop)
    return simulation.play(
      roster,
      against: forecast,
      inputs: inputs,
      stop: inner,
      progress: progress
    )
  }

  /// Whether the clock ended a simulation before it was as long as asked for.
  private func isCutShort(_ simulation: SimulationResult) -> Bool {
    let played = simulation.replications
    if played < options.replications { return true }
    return simulation.isNarrowEnough == false
      && played < max(options.replications, SimulationOptions.mostForWidth)
  }

  /// When a share of the time limit is over.
  func deadline(
    from start: ContinuousClock.Instant,
    share: Double
  ) -> ContinuousClock.Instant? {
    options.timeLimit.map { start.advanced(by: $0 * share) }
  }

  private func throwIfCancelled(_ stop: StopSignal) throws {
    if stop.reason == .cancelled {
      throw TargetRounds.cancelled
    }
  }
}

/// A week that was not planned, because someone's rules contradict each other and `--strict` was
/// asked for.
public struct ImpossibleWeek: Error, CustomStringConvertible {
  /// The people with the rules in conflict.
  public let people: [ImpossibleEmployee]
  /// The same with places and ways out; `nil` where they were not looked for.
  public var words: String?

  /// Who, which rules, what to do.
  public var description: String {
    if let words {
      return words + "\nChange one of the things named, or plan the others by leaving out --strict."
    }
    let lines = people.map { person in
      "\(person.employee): no week keeps all of\n"
        + person.conflict.map { "  - \($0)" }.joined(separator: "\n")
    }
    return lines.joined(separator: "\n")
      + "\nChange one of the rules named, or plan the others by leaving out --strict."
  }
}
