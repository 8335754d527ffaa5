public import Optimization
public import Workforce

/// Says why a roster is as it is: what the next best would cost, who could be there, what stops them
/// (`docs/guides/explain.md`).
///
/// A cost is that of the exact best week of one person, everybody else's as it is; some are confirmed
/// by searching again with the change forced and everybody free to change.
public struct RosterReasons: Sendable {
  let inputs: PlanningInputs
  let costs: CoverCosts
  let published: Roster
  let compiled: CompiledRoster
  /// The roster; its cover is fresh.
  let state: RosterState
  let effort: WorthEffort
  /// Solves the day programs of new searches; `nil` where nothing is searched again.
  let solver: (any LinearSolver)?

  /// Compiles the week and reads its roster.
  ///
  /// - Parameters:
  ///   - inputs: The scenario.
  ///   - costs: The prices of cover.
  ///   - published: The roster.
  ///   - effort: How much work is done.
  ///   - solver: Solves the day programs of new searches; `nil` where nothing is searched again.
  /// - Throws: `ShiftwrightError` when the roster cannot be read on the roster grid, or breaks rules.
  public init(
    inputs: PlanningInputs,
    costs: CoverCosts,
    published: Roster,
    effort: WorthEffort,
    solver: (any LinearSolver)?
  ) throws(ShiftwrightError) {
    compiled = try CompiledRoster(inputs: inputs, costs: costs, published: published)
    self.inputs = inputs
    self.costs = costs
    self.published = published
    state = compiled.state
    self.effort = effort
    self.solver = solver
  }

  /// What solves the programs of a new search.
  var searchSolver: any LinearSolver {
    guard let solver else { preconditionFailure("a new search takes a solver") }
    return solver
  }

  /// The roster slots.
  public var grid: TimeGrid { problem.grid }

  var problem: RosterProblem { compiled.problem }

  var decoder: RosterDecoder { RosterDecoder(problem: problem, week: published.week) }

  /// The best weeks of a person.
  func weeks(of position: Int) -> PersonalWeeks { PersonalWeeks(state, employee: position) }

  /// The position of a person in the problem.
  func position(of employee: String) throws(ShiftwrightError) -> Int {
    if let position = compiled.compiler.positions[employee] { return position }
    let known = inputs.employees.map(\.id)
    guard known.contains(employee) else {
      let hint = Suggestion.didYouMean(employee, among: known)
      throw ShiftwrightError(
        "Nobody has the identifier '\(employee)'.\n\(hint)"
          + "Give one of employees.csv, such as \(known.first ?? "")."
      )
    }
    guard compiled.impossible.contains(employee) else {
      throw ShiftwrightError(
        "\(employee) is not employed in week \(published.week).\nGive somebody who is."
      )
    }
    throw ShiftwrightError(
      "No week of \(employee) keeps all rules, so there is none to explain.\n"
        + "'shiftwright plan' names the rules in conflict."
    )
  }

  /// A way in which a person has another week; `nil` where limits of everybody together do not allow
  /// it.
  func alternative(
    _ kind: RosterAlternative.Kind,
    _ weeks: PersonalWeeks,
    _ tour: PlannedTour?,
    on day: Int
  ) -> RosterAlternative? {
    guard let tour else { return nil }
    let changed = weeks.roster(with: tour)
    guard changed.isLegal else { return nil }
    let shift = tour.shifts.first { $0.day == day }
    let before = state.tours[weeks.employee].shifts
    let others = problem.grid.dates.indices.filter { other in
      other != day && tour.shifts.first { $0.day == other } != before.first { $0.day == other }
    }
    return RosterAlternative(
      kind: kind,
      employee: weeks.numbers.id,
      date: problem.grid.dates[day],
      shift: shift.map(decoder.shift),
      template: shift.map { problem.shapes[$0.shape].name } ?? "",
      otherDates: others.map { problem.grid.dates[$0] },
      costs: decoder.costs(changed) - decoder.costs(state),
      queues: difference(changed)
    )
  }

  /// What missing people cost more in another roster, by queue.
  func difference(_ changed: RosterState) -> [Double] {
    zip(changed.cover.understaffingByQueue, state.cover.understaffingByQueue).map { $0 - $1 }
  }
}

/// Searches on from a roster, with everybody free to change, with and without people whose weeks are
/// limited.
struct SettledReasons {
  private let reasons: RosterReasons
  private let start: [PlannedTour]
  private let objective: Double
  private let stop: StopSignal
  /// What searching saves without any change.
  let gain: Double

  /// Searches until that gives nothing, then once more with the effort that changes get.
  ///
  /// Throws when the solver fails or `stop` is cancelled.
  init(
    _ reasons: RosterReasons,
    stop: StopSignal,
    progress: (@Sendable (StageProgress) -> Void)?
  ) throws {
    progress?(StageProgress(stage: "search", fraction: nil, detail: "without a change"))
    let search = Self.search(reasons, stop)
    let problem = reasons.problem
    let first = try search.settled(reasons.compiled.tours, in: problem) ?? reasons.state
    let second = try search.settled(first.tours, in: problem) ?? first
    try RosterWorth.throwIfCancelled(stop)
    self.reasons = reasons
    self.stop = stop
    start = first.tours
    objective = second.objective
    gain = reasons.state.objective - second.objective
  }

  private static func search(_ reasons: RosterReasons, _ stop: StopSignal) -> WorthSearch {
    WorthSearch(
      solver: reasons.searchSolver,
      effort: reasons.effort.again,
      seed: reasons.effort.seed,
      stop: stop
    )
  }

  /// What the roster costs more when these people may do no more than that, one entry per change;
  /// `nil` where no roster is found.
  ///
  /// Throws when the solver fails or the search is cancelled.
  func costs(
    _ changes: [[(position: Int, numbers: RosterEmployee)]],
    progress: (@Sendable (StageProgress) -> Void)?
  ) throws -> [Double?] {
    progress?(
      StageProgress(stage: "search again", fraction: nil, detail: "\(changes.count) changes")
    )
    let search = Self.search(reasons, stop)
    let (problem, start) = (reasons.problem, start)
    let found = parallelMap(count: changes.count, threads: reasons.effort.threads) { index in
      Result {
        var employees = problem.employees
        for change in changes[index] { employees[change.position] = change.numbers }
        return try search.settled(start, in: problem.with(employees: employees))?.objective
      }
    }
    try RosterWorth.throwIfCancelled(stop)
    return try found.map { try $0.get().map { $0 - objective } }
  }
}
