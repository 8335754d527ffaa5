package import Optimization
package import Workforce

/// What came of optimizing a roster over a horizon of whole days.
package struct HorizonResult: Sendable {
  /// One horizon per person.
  package let tours: [PlannedTour]
  /// The objective.
  package let objective: Double
  /// Best certified bound; at most the objective.
  package let bound: Double
  /// Whether bounds count time and weekends exactly; long horizons leave them out.
  package let isBoundExact: Bool
  /// People without a legal horizon.
  package let impossible: [String]
  /// What each stage gave.
  package let stages: [OptimizationStage]
  /// Whether the clock ended a stage, so that the run cannot be repeated byte for byte.
  package let isCutShort: Bool
}

extension RosterProblem {
  /// Optimizes a roster over a horizon; the best one so far when told to stop.
  ///
  /// Every cost must be a multiple of `grain`, where it is not 0: then bounds are raised to the next
  /// multiple.
  package func optimizedOverHorizon(
    options: RosterOptions,
    grain: Double,
    solver: any LinearSolver,
    stop: StopSignal,
    progress: (@Sendable (RosterProgress) -> Void)? = nil
  ) throws -> HorizonResult {
    precondition(
      horizons.allSatisfy { $0 != nil } && crews.allSatisfy { $0.soleQueue >= 0 },
      "everybody needs rules of a horizon and serves one queue"
    )
    var pipeline = HorizonPipeline(
      problem: self,
      options: options,
      grain: grain,
      solver: solver,
      stop: stop,
      progress: progress
    )
    let state = try pipeline.run()
    return HorizonResult(
      tours: state.tours,
      objective: state.objective,
      bound: min(pipeline.bound, state.objective),
      isBoundExact: horizons.allSatisfy { $0?.isExact ?? false },
      impossible: pipeline.impossible.map { employees[$0].id },
      stages: pipeline.stages,
      isCutShort: pipeline.isCutShort || stop.reason != nil
    )
  }
}

/// The stages of a horizon: those of a week, with the master's dive, annealing and programs over
/// blocks of people and dates in the places of the dive by passes and the programs over days.
struct HorizonPipeline {
  let problem: RosterProblem
  let options: RosterOptions
  let grain: Double
  let solver: any LinearSolver
  let stop: StopSignal
  let progress: (@Sendable (RosterProgress) -> Void)?
  /// Units of work for everything.
  let budget: Double
  var bound = -Double.infinity
  var stages: [OptimizationStage] = []
  var meter = WorkMeter()
  var isCutShort = false
  private(set) var impossible: [Int] = []
  private var incumbent: Double?
  private let begin = ContinuousClock.now

  /// Most rows of a master that is solved exactly.
  private static let masterRows = 900
  /// Fewest passes of Frank–Wolfe; the last one gives a bound.
  private static let leastPasses = 20

  init(
    problem: RosterProblem,
    options: RosterOptions,
    grain: Double,
    solver: any LinearSolver,
    stop: StopSignal,
    progress: (@Sendable (RosterProgress) -> Void)?
  ) {
    self.problem = problem
    self.options = options
    self.grain = grain
    self.solver = solver
    self.stop = stop
    self.progress = progress
    let standard = Double(RosterOptions.standardEffort(people: problem.employees.count))
    budget =
      1e6 * (options.effort.map { Double($0) } ?? options.timeLimit?.inSeconds ?? standard)
  }

  mutating func run() throws -> RosterState {
    var best = greedy()
    guard !problem.employees.isEmpty, impossible.isEmpty else {
      if problem.employees.isEmpty { bound = best.objective }
      return best
    }
    // what neither a master nor windows can take is annealed longer
    let share = isLarge || isLong && !hasSmallWindows ? 0.4 : 0.1
    anneal(&best, temperatures: (0.08, 0.004), share: share, from: "first roster")
    if !isLarge, !isLong { try relaxAndDive(&best) }
    if isLong, !isLarge { try sweepAndBound(&best) }
    try improve(&best)
    return best
  }

  /// True where pricing everybody takes so long that only annealing and blocks are worth while.
  private var isLarge: Bool {
    Double(Self.leastPasses * problem.employees.count) * problem.pricingWork > 0.2 * budget
  }

  /// True where the exact master has too many rows.
  private var isLong: Bool { TourMaster.rowCount(problem) > Self.masterRows }

  /// The relaxation, and whole horizons from it.
  private mutating func relaxAndDive(_ best: inout RosterState) throws {
    let relaxed = frankWolfe(best)
    var pool = relaxed.state.mixes.map { $0.map(\.tour) }
    if isProved(best) { return }
    let exact = try exactMaster(relaxed)
    if let exact { pool = exact.starts(problem) }
    if !isProved(best) { try dive(&best, from: pool, center: exact?.prices) }
  }

  /// True where the clock ends the search: there is one, and no budget of work was asked for.
  var followsClock: Bool { options.effort == nil && stop.millisecondsLeft != nil }

  /// True when nothing is left to gain.
  func isProved(_ state: RosterState) -> Bool {
    state.objective - bound <= 1e-6 * max(1, abs(state.objective))
  }

  /// Takes over a bound, raised to the next possible cost.
  mutating func raise(_ value: Double) {
    guard value.isFinite else { return }
    bound = max(bound, grain > 0 ? ((value - 1e-6) / grain).rounded(.up) * grain : value)
  }

  /// One person after another takes the best horizon; then two rounds of second thoughts.
  private mutating func greedy() -> RosterState {
    tell("first roster", "")
    var state = RosterState(problem)
    var random = RandomStream(seed: options.seed, name: "greedy")
    var order = Array(problem.employees.indices)
    random.shuffle(&order)
    for employee in order {
      // everyone gets a horizon, even when told to stop: a roster must be there
      _ = BestResponse.improve(&state, employee: employee, threads: options.threads)
      meter.addPricing(of: problem)
    }
    impossible = order.filter { !problem.keepsHorizon(state.tours[$0], of: $0) }.sorted()
    for _ in 0..<2 where !isLarge { _ = respond(&state, order: order) }
    note(state, "first roster")
    finish(
      "first roster",
      state.objective,
      isLarge ? "greedy horizons" : "greedy horizons, two rounds of best responses"
    )
    return state
  }

  mutating func respond(_ state: inout RosterState, order: [Int]) -> Int {
    BestResponse.improve(
      &state,
      order: order,
      threads: options.threads,
      stop: stop,
      meter: &meter
    )
  }

  /// The relaxation by Frank–Wolfe from a roster, with its bound.
  mutating func frankWolfe(_ best: RosterState) -> FrankWolfe {
    var relaxed = FrankWolfe(
      problem,
      tours: best.tours,
      seed: options.seed,
      threads: options.threads
    )
    let perPass = max(1, Double(problem.employees.count) * problem.pricingWork)
    let passes = min(200, max(Self.leastPasses, Int(0.1 * budget / perPass / 20) * 20))
    let part = stop.part(Fraction(0.15) ?? .one)
    relaxed.run(passes: passes, incumbent: best.objective, stop: part) { pass, certified in
      raise(certified)
      tell("bound", "pass \(pass) of \(passes), certified bound \(rounded(certified))")
    }
    noteCut(part)
    raise(relaxed.bound)
    meter.add(units: relaxed.meter.units)
    finish("bound", best.objective, "up to \(passes) passes of Frank–Wolfe over all people")
    return relaxed
  }
}

extension HorizonPipeline {
  mutating func finish(_ name: String, _ objective: Double?, _ detail: String) {
    stages.append(
      OptimizationStage(
        name: name,
        objective: objective,
        bound: bound.isFinite ? bound : nil,
        detail: detail
      )
    )
  }

  mutating func noteCut(_ part: StopSignal) {
    if part.reason == .timeLimit { isCutShort = true }
  }

  mutating func note(_ state: RosterState, _ stage: String) {
    guard impossible.isEmpty, state.objective < incumbent ?? .infinity else { return }
    incumbent = state.objective
    tell(stage, "objective \(rounded(state.objective))")
  }

  func tell(_ stage: String, _ detail: String) {
    progress?(
      RosterProgress(
        stage: stage,
        incumbent: incumbent,
        bound: bound,
        contractPay: 0,
        seconds: (ContinuousClock.now - begin).inSeconds,
        detail: detail
      )
    )
  }
}
