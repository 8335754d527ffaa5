public import Optimization
public import Workforce

/// Asks a week's roster what things in it are worth: an hour of somebody, a shift, a rule, a
/// certificate (`docs/concepts/worth.md`).
public struct RosterWorth: Sendable {
  private let problem: RosterProblem
  private let tours: [PlannedTour]
  private let compiler: VariantCompiler
  private let effort: WorthEffort
  private let solver: any LinearSolver

  /// Most people named in a message.
  private static let listed = 20
  /// Rounds of searches without a change, each from the best of the round before, at most.
  private static let settlingRounds = 4
  /// Searches of a round.
  private static let settlingTries = 4
  /// The first of them that is a whole optimization.
  private static let firstFar = 3

  /// Compiles the week and reads its roster.
  ///
  /// - Parameters:
  ///   - inputs: The scenario.
  ///   - costs: The prices of cover.
  ///   - published: The roster.
  ///   - effort: How much work is done.
  ///   - solver: Solves the day programs.
  /// - Throws: `ShiftwrightError` when the roster cannot be read on the roster grid, or breaks rules.
  public init(
    inputs: PlanningInputs,
    costs: CoverCosts,
    published: Roster,
    effort: WorthEffort,
    solver: any LinearSolver
  ) throws(ShiftwrightError) {
    let wide = VariantCompiler.widened(inputs)
    let built = try RosterProblemBuilder(inputs: wide, costs: costs).build()
    let weeks = try PublishedWeeks(published, inputs: wide, problem: built.problem)
    let read = Self.read(weeks, built.problem)
    var state = RosterState(read.problem)
    for (employee, tour) in read.tours.enumerated() { state.replace(employee, with: tour) }
    let problem = read.problem.relaxingHeads(missedBy: state) ?? read.problem
    var broken = read.broken
    if broken.isEmpty, !problem.isLegal(read.tours) { broken = ["the week's overtime or seats"] }
    guard broken.isEmpty else { throw Self.error(broken) }
    guard !problem.employees.isEmpty else {
      throw ShiftwrightError(
        "Nobody has a legal week, so nothing in the roster is worth anything.\n"
          + "Run 'shiftwright check' to see the rules in conflict."
      )
    }
    self.problem = problem
    tours = read.tours
    compiler = try VariantCompiler(inputs: wide, grid: costs.grid, problem: problem)
    self.effort = effort
    self.solver = solver
  }

  /// The weeks of a roster in a problem that also has a group for each queue alone, and the people
  /// whose weeks are not legal.
  private static func read(
    _ weeks: PublishedWeeks,
    _ built: RosterProblem
  ) -> (problem: RosterProblem, tours: [PlannedTour], broken: [String]) {
    var table = GroupTable(built.groups)
    for queue in built.queueNames.indices { _ = table.position(of: [queue]) }
    let problem = built.with(
      employees: built.employees,
      groups: table.groups,
      coupling: built.coupling.with(agendas: weeks.agendas)
    )
    var broken: [String] = []
    let tours = zip(weeks.tours(in: problem), problem.employees).map { tour, employee in
      if tour == nil { broken.append(employee.id) }
      return tour ?? .empty
    }
    return (problem, tours, broken)
  }

  private static func error(_ people: [String]) -> ShiftwrightError {
    let more = people.count > listed ? ", and \(people.count - listed) more" : ""
    return ShiftwrightError(
      "The roster breaks rules: \(people.prefix(listed).joined(separator: ", "))\(more).\n"
        + "What things are worth is said of rosters that keep them; 'shiftwright check' names every "
        + "fault."
    )
  }

  /// Settles the roster: improves it, finds prices that prove a bound, and sees what searching again
  /// without any change still gives.
  ///
  /// Throws when the solver fails or `stop` is cancelled.
  public func settled(
    stop: StopSignal = StopSignal(),
    progress: (@Sendable (StageProgress) -> Void)? = nil
  ) throws -> SettledRoster {
    var pipeline = try pipeline(stop, progress)
    let best = try pipeline.run()
    try Self.throwIfCancelled(stop)
    let bounds = pipeline.boundPrices.compactMap {
      LagrangianBound(problem, prices: $0, threads: effort.threads, stop: stop)
    }
    guard let bound = bounds.max(by: { $0.value < $1.value }) else {
      throw ShiftwrightError(
        "No bound was proved, so there are no duals.\nGive more effort or more time."
      )
    }
    var settled = SettledRoster(
      problem: problem,
      published: tours,
      compiler: compiler,
      effort: effort,
      solver: solver,
      start: WorthStart(
        tours: best.tours,
        mixes: pipeline.continuation(best).mixes,
        prices: bound.prices
      ),
      bound: (proved: max(pipeline.bound, bound.value), atPrices: bound.value)
    )
    try settle(&settled, stop, progress)
    return settled
  }

  /// A whole optimization from the roster as it was given.
  private func pipeline(
    _ stop: StopSignal,
    _ progress: (@Sendable (StageProgress) -> Void)?
  ) throws -> RosterPipeline {
    RosterPipeline(
      problem: problem,
      options: try RosterOptions(
        effort: effort.first,
        threads: effort.threads,
        seed: effort.seed
      ),
      solver: solver,
      start: RosterStart(
        tours: tours,
        mixes: tours.map { [SmoothState.Part(tour: $0, weight: 1)] }
      ),
      stop: stop,
      progress: { progress?($0.stageProgress) }
    )
  }

  /// Searches again without a change until that gives nothing; the last search is what others are
  /// compared with.
  private func settle(
    _ settled: inout SettledRoster,
    _ stop: StopSignal,
    _ progress: (@Sendable (StageProgress) -> Void)?
  ) throws {
    for round in 0..<Self.settlingRounds {
      progress?(StageProgress(stage: "settle", fraction: nil, detail: "round \(round + 1)"))
      let (problem, start, search) = (problem, settled.start, settled.search(stop))
      let found = parallelMap(count: Self.settlingTries, threads: effort.threads) { index in
        Result {
          try search.keyed(index).found(
            in: problem,
            from: start,
            reach: index < Self.firstFar ? .near : .far
          )
        }
      }
      try Self.throwIfCancelled(stop)
      let objectives = try found.compactMap { try $0.get()?.state }
      let before = settled.objective(of: settled.start.tours)
      guard let best = objectives.min(by: { $0.objective < $1.objective }) else { break }
      settled.noise = max(0, before - best.objective)
      guard settled.noise > SettledRoster.leastGain else { break }
      settled.start.tours = best.tours
    }
    let (problem, start, search) = (problem, settled.start, settled.search(stop))
    let reaches = WorthSearch.Reach.allCases
    let controls = parallelMap(count: reaches.count, threads: effort.threads) { index in
      Result { try search.found(in: problem, from: start, reach: reaches[index]) }
    }
    try Self.throwIfCancelled(stop)
    for (reach, control) in zip(reaches, controls) {
      if let control = try control.get() { settled.take(control, reach) }
    }
  }

  static func throwIfCancelled(_ stop: StopSignal) throws {
    guard stop.reason == .cancelled else { return }
    throw ShiftwrightError("Cancelled. Nothing was written.\nRun the command again.")
  }
}

extension WorthSearch {
  /// The same search with another seed.
  func keyed(_ index: Int) -> WorthSearch {
    guard index > 0 else { return self }
    return WorthSearch(
      solver: solver,
      effort: effort,
      seed: RandomStream.mix(seed &+ UInt64(index)),
      stop: stop
    )
  }
}

extension RosterProblem {
  /// Whether these weeks keep the budgets of overtime, seats and heads together.
  func isLegal(_ tours: [PlannedTour]) -> Bool {
    var state = RosterState(self)
    for (employee, tour) in tours.enumerated() { state.replace(employee, with: tour) }
    return state.isLegal
  }
}
