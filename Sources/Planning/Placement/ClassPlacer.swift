public import Optimization
import Training
public import Workforce

/// Places classes: chooses which to hold, and who sits in which.
public struct ClassPlacer: Sendable {
  let inputs: PlanningInputs
  private let chances: PassChances
  let options: PlacementOptions
  let solver: any LinearSolver
  let run: PublishedRun?
  let work: RosteredWork?

  /// Takes a scenario.
  ///
  /// - Parameters:
  ///   - loaded: The scenario.
  ///   - place: Where it lies: past results are read there.
  ///   - run: A run whose roster stays as it is: people sit while they are at work in it; `nil` to
  ///     place classes before the week is planned.
  ///   - options: How classes are placed.
  ///   - solver: Solves the integer program.
  /// - Throws: ``BadInput`` when the results have errors.
  public init(
    _ loaded: LoadedScenario,
    at place: String,
    in run: PublishedRun? = nil,
    options: PlacementOptions,
    solver: any LinearSolver
  ) throws {
    self.init(
      loaded.inputs,
      chances: try PassChances(at: place),
      in: run,
      options: options,
      solver: solver
    )
  }

  init(
    _ inputs: PlanningInputs,
    chances: PassChances,
    in run: PublishedRun? = nil,
    options: PlacementOptions,
    solver: any LinearSolver
  ) {
    self.inputs = inputs
    self.chances = chances
    self.options = options
    self.solver = solver
    self.run = run
    work = run.map { RosteredWork($0.roster) }
  }

  /// Places the classes of a week and those after it.
  ///
  /// - Parameters:
  ///   - week: The first week.
  ///   - stop: Ends the work.
  /// - Returns: The classes, the people, and the comparison.
  /// - Throws: `ShiftwrightError` when there is no training, or a stage cannot be carried out.
  public func place(_ week: ISOWeek, stop: StopSignal = StopSignal()) throws -> PlacementResult {
    try checkTraining()
    try checkRun(week)
    let horizon = try PlacementHorizon(week, weeks: options.weeks, inputs.settings)
    let deadline = options.timeLimit.map { ContinuousClock.now.advanced(by: $0) }
    let inner = StopSignal(deadline: deadline, parent: stop)
    let seekers = PlacementSeekers(inputs, horizon, chances).seekers()
    let prices =
      try seekers.isEmpty
      ? WeekPrices.none(horizon, inputs.settings)
      : WeekPrices(inputs: inputs, options: options, solver: solver)
        .prices(horizon, in: run, stop: inner)
    let builder = PlacementBuilder(inputs, horizon, seekers, prices, in: work)
    let built = builder.built()
    let found = try search(inner).solve(built.problem)
    try throwIfCancelled(stop)
    let reader = PlacementReader(
      builder: builder,
      built: built,
      choice: found.choice,
      solver: solver
    )
    var result = try self.result(reader, found)
    try explain(&result, reader, inner)
    if let run, let work {
      result.roster = work.roster(with: reader.sittings())
      result.service = try service(in: run, work, result.byHand.sittings, reader, inner)
    }
    try throwIfCancelled(stop)
    return result
  }

  private func checkTraining() throws(ShiftwrightError) {
    guard inputs.training.courses.isEmpty else { return }
    throw ShiftwrightError(
      "The scenario has no courses, so there is nothing to place.\n"
        + "Add training.yaml; docs/reference/training-formats.md describes it."
    )
  }

  func search(_ stop: StopSignal) -> PlacementSearch {
    PlacementSearch(solver: solver, milliseconds: stop.millisecondsLeft ?? 3_600_000)
  }

  private func throwIfCancelled(_ stop: StopSignal) throws(ShiftwrightError) {
    guard stop.reason == .cancelled else { return }
    throw ShiftwrightError("Cancelled. Nothing was written.\nRun the command again.")
  }

  private func result(_ reader: PlacementReader, _ found: PlacementSearch.Found) throws
    -> PlacementResult
  {
    let seats = reader.seats()
    let (sessions, held) = reader.sessions(seats)
    let shares = try reader.shares()
    let pools = poolOfSeeker(reader.built.problem)
    var result = PlacementResult(
      weeks: reader.builder.horizon.weeks,
      inputs: inputs,
      sessions: sessions,
      held: [],
      placed: [],
      unplaced: unplaced(reader),
      cost: PlacementResult.Cost(risk: seats.reduce(0) { $0 + $1.risk }),
      gap: found.gap,
      isCutShort: found.isCutShort,
      byHand: try HandPlacer(reader: reader, hour: options.byHand).placed(seats),
      remedies: []
    )
    for (session, pattern) in held {
      let present = Set(sessions[session].attendees)
      let own = seats.filter {
        $0.pattern == pattern
          && present.contains(reader.builder.seekers[$0.seeker].employee)
      }
      add(sessions[session], pattern, own.map(\.seeker), reader, shares, pools, to: &result)
    }
    result.shortages = LaterCapacity(inputs: inputs, horizon: reader.builder.horizon).shortages(
      reader.left().map { reader.builder.seekers[$0] }.filter { !$0.isNeeded }
    )
    result.held.sort { ($0.session.start, $0.session.id) < ($1.session.start, $1.session.id) }
    return result
  }

  /// Adds a class with its people and what it costs.
  private func add(
    _ session: ClassSession,
    _ pattern: Int,
    _ seekers: [Int],
    _ reader: PlacementReader,
    _ shares: [Double],
    _ pools: [Int: Int],
    to result: inout PlacementResult
  ) {
    let (built, problem) = (reader.built, reader.built.problem)
    var service = 0.0
    for seeker in seekers {
      let price = reader.service(pools[seeker] ?? 0, pattern, shares)
      service += price
      result.placed.append(
        row(reader.builder.seekers[seeker], session, built.offers[pattern], price)
      )
    }
    let isGiven = problem.patterns[pattern].isGiven
    if !isGiven, let trainer = session.trainer.flatMap({ built.trainers.firstIndex(of: $0) }) {
      service += reader.service(problem.trainers[trainer].pool, pattern, shares)
    }
    result.cost.service += service
    result.cost.classes += problem.patterns[pattern].cost
    result.held.append(
      PlacementResult.Held(
        session: session,
        isGiven: isGiven,
        seated: seekers.count,
        cost: service
      )
    )
  }

  private func poolOfSeeker(_ problem: PlacementProblem) -> [Int: Int] {
    var pools: [Int: Int] = [:]
    for need in problem.needs { for seeker in need.seekers { pools[seeker] = need.pool } }
    return pools
  }

  private func row(
    _ seeker: PlacementSeeker,
    _ session: ClassSession,
    _ offer: PlacementDraft.Offer,
    _ cost: Double
  ) -> PlacementResult.Placed {
    let due = seeker.lapse ?? seeker.deadline
    let seconds = due.secondsSinceEpoch - offer.until.secondsSinceEpoch
    return PlacementResult.Placed(
      employee: seeker.employee,
      course: seeker.course,
      session: session.id,
      by: seeker.by,
      daysLeft: seconds >= 0 ? seconds / 86_400 : -((-seconds + 86_399) / 86_400),
      passProbability: seeker.chance,
      cost: cost
    )
  }

  private func unplaced(_ reader: PlacementReader) -> [PlacementResult.Unplaced] {
    reader.left().map { index in
      let seeker = reader.builder.seekers[index]
      return PlacementResult.Unplaced(
        employee: seeker.employee,
        course: seeker.course,
        by: seeker.by,
        reason: reader.built.obstacles[index] ?? .noSeat,
        isNeeded: seeker.isNeeded,
        help: seeker.isNeeded ? "" : "due after these weeks: place it later"
      )
    }
  }
}
