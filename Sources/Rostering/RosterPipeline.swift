import Optimization
import Workforce

/// The stages of one optimization and what each gave.
struct RosterPipeline {
  let problem: RosterProblem
  let options: RosterOptions
  let solver: any LinearSolver
  let stop: StopSignal
  let progress: (@Sendable (RosterProgress) -> Void)?
  /// How the work is shared out.
  let budget: RosterBudget
  private(set) var stages: [OptimizationStage] = []
  /// Best certified bound; at first the pay that no roster can avoid.
  var bound: Double
  /// True when the clock ended a stage, at its share of a time limit, or one of its programs.
  var isCutShort = false
  var meter = WorkMeter()
  /// Weeks to begin with; `nil` for none.
  let start: RosterStart?
  /// The fractional roster at the end.
  private var mixes: [[SmoothState.Part]] = []
  /// Prices that gave certified bounds.
  private(set) var boundPrices: [BoundPrices] = []
  private let begin = ContinuousClock.now
  /// Objective of the best legal roster so far.
  private var incumbent: Double?

  init(
    problem: RosterProblem,
    options: RosterOptions,
    solver: any LinearSolver,
    start: RosterStart? = nil,
    stop: StopSignal,
    progress: (@Sendable (RosterProgress) -> Void)?,
    stages: [OptimizationStage] = []
  ) {
    self.problem = problem
    self.options = options
    self.solver = solver
    self.start = start
    self.stop = stop
    self.progress = progress
    self.stages = stages
    bound = problem.contractPay
    budget = RosterBudget(options: options, problem: problem)
  }

  /// Greedy start, bound, exact program where it is small, dives and day programs, exact finish.
  mutating func run() throws -> RosterState {
    var best = start.map { resume($0) } ?? greedy()
    guard !problem.employees.isEmpty else {
      bound = best.objective
      return best
    }
    var relaxed = FrankWolfe(
      problem,
      tours: best.tours,
      seed: options.seed,
      threads: options.threads
    )
    if let start, !start.mixes.isEmpty { relaxed.adopt(start.mixes) }
    frankWolfe(&relaxed, incumbent: best.objective)
    let prices = try exactMaster(&relaxed)
    mixes = relaxed.state.mixes
    boundPrices = [relaxed.boundPrices, prices].compactMap(\.self)
    try recover(&best, from: relaxed, prices: prices)
    return best
  }

  /// One person after another takes the best week; then two rounds of second thoughts.
  mutating func greedy() -> RosterState {
    tell("first roster", "")
    var state = RosterState(problem)
    var random = RandomStream(seed: options.seed, name: "greedy")
    var order = Array(problem.employees.indices)
    random.shuffle(&order)
    let least = problem.leastOvertimes(threads: options.threads)
    var reserved = problem.overtimeBudgets.map { _ in 0 }
    for employee in order { reserved[problem.employees[employee].site] += least[employee] }
    for employee in order {
      // everyone gets a week, even when told to stop: a roster must be there
      let site = problem.employees[employee].site
      reserved[site] -= least[employee]
      _ = BestResponse.improve(
        &state,
        employee: employee,
        threads: options.threads,
        reservedOvertime: reserved[site]
      )
      meter.addPricing(of: problem)
    }
    note(state, "first roster")
    for _ in 0..<2 { _ = respond(&state, order: order) }
    note(state, "first roster")
    finish("first roster", state.objective, "greedy weeks, two rounds of best responses")
    return state
  }

  /// Takes over the weeks of an earlier optimization, the best weeks for people who have none there;
  /// then two rounds of second thoughts.
  private mutating func resume(_ start: RosterStart) -> RosterState {
    tell("first roster", "")
    var state = RosterState(problem)
    for (employee, tour) in start.tours.enumerated() { state.replace(employee, with: tour) }
    var random = RandomStream(seed: options.seed, name: "resume")
    var order = Array(problem.employees.indices)
    random.shuffle(&order)
    // everyone gets a week, even when told to stop: a roster must be there
    for employee in order where start.mixes.isEmpty && start.tours[employee].shifts.isEmpty {
      _ = BestResponse.improve(&state, employee: employee, threads: options.threads)
      meter.addPricing(of: problem)
    }
    for _ in 0..<2 { _ = respond(&state, order: order) }
    note(state, "first roster")
    finish("first roster", state.objective, "\(start.origin), two rounds of best responses")
    return state
  }

  /// An optimization of the same people under other limits that begins with a roster of this one.
  func following(_ state: RosterState, with problem: RosterProblem) -> RosterPipeline {
    RosterPipeline(
      problem: problem,
      options: options,
      solver: solver,
      start: continuation(state),
      stop: stop,
      progress: progress,
      stages: stages
    )
  }

  /// What another optimization of the same people may begin with.
  func continuation(_ state: RosterState) -> RosterStart {
    RosterStart(tours: state.tours, mixes: mixes)
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

  /// The fractional roster and its certified bound.
  mutating func frankWolfe(_ relaxed: inout FrankWolfe, incumbent: Double) {
    // a fractional roster at hand is near the one looked for
    let passes = start == nil ? budget.passes : max(20, budget.passes / 2)
    let part = timed(0.45)
    relaxed.run(passes: passes, incumbent: incumbent, stop: part) { pass, certified in
      bound = max(bound, certified)
      tell("bound", "pass \(pass) of \(passes), certified bound \(rounded(certified))")
    }
    noteCut(part)
    bound = max(bound, relaxed.bound)
    meter.add(units: relaxed.meter.units)
    finish("bound", incumbent, "up to \(passes) passes of Frank–Wolfe over all people")
  }

  /// The exact linear program where its master is small; gives the prices of its bound.
  private mutating func exactMaster(_ relaxed: inout FrankWolfe) throws -> BoundPrices? {
    let rows = TourMaster.rowCount(problem)
    if let reason = reasonAgainstMaster(rows: rows, incumbent: incumbent) {
      finish("exact master", nil, "not solved exactly: \(reason)")
      return nil
    }
    guard !stop.isStopped else { return nil }
    tell("exact master", "")
    let part = timed(0.5)
    let solution = try MasterSolution.solve(
      problem,
      pool: relaxed.state.mixes.map { $0.map(\.tour) },
      center: relaxed.boundPrices ?? relaxed.state.prices,
      threads: options.threads,
      budget: budget.exactMaster,
      solver: solver,
      stop: part
    )
    noteCut(part)
    bound = max(bound, solution.bound)
    meter.add(units: solution.meter.units)
    if solution.mixes.allSatisfy({ !$0.isEmpty }) { relaxed.adopt(solution.mixes) }
    let end = solution.isExact ? "solved exactly" : "not solved to the end, stopped"
    finish(
      "exact master",
      nil,
      "GLPK: \(rows) rows, \(end) after \(solution.rounds) rounds of columns and "
        + "\(solution.pivots) pivots, relaxation \(rounded(solution.value))"
    )
    return solution.prices
  }
}

extension RosterPipeline {
  /// Steps of the price of people that the exact program takes as easily as three.
  private static let fewSteps = 4.0

  /// Why the master of so many rows is not solved; `nil` when it is.
  ///
  /// Limits on heads add a row for each of their slots. Pivots grow with the rows and each grows
  /// dearer, and the first relaxation runs to its end whatever the budget.
  ///
  /// So does a price with a step for nearly each person: about twice as many pivots for each row. And
  /// where the bound is near the roster already, there is nothing to gain.
  private func reasonAgainstMaster(rows: Int, incumbent: Double?) -> String? {
    guard rows <= RosterOptimizer.exactMasterRows else {
      return "\(rows) rows, at most \(RosterOptimizer.exactMasterRows)"
    }
    if problem.cover.stepsPerCell > Self.fewSteps {
      if let incumbent, incumbent - bound < 0.001 * abs(incumbent) {
        return "the bound is within 0.1 % of the roster already"
      }
      if 2 * MasterSolution.firstRelaxation(rows: rows) > budget.exactMaster {
        let steps = rounded(problem.cover.stepsPerCell)
        return "\(rows) rows, \(steps) prices for each, take more work than its share of the budget"
      }
    }
    let heads = problem.coupling.heads.reduce(0) { $0 + $1.slots.count }
    guard heads > 0, MasterSolution.firstRelaxation(rows: rows) > budget.exactMaster else {
      return nil
    }
    return "\(rows) rows, \(heads) of them for heads, take more work than its share of the budget"
  }

  mutating func finish(_ name: String, _ objective: Double?, _ detail: String) {
    stages.append(
      OptimizationStage(name: name, objective: objective, bound: bound, detail: detail)
    )
  }

  /// A signal that also fires after a share of the time left, so that later stages get some.
  func timed(_ share: Double) -> StopSignal { stop.part(Fraction(share) ?? .one) }

  mutating func noteCut(_ part: StopSignal) {
    if part.reason == .timeLimit { isCutShort = true }
  }

  /// Tells about a roster when it is the best so far and legal: everybody has a week, and budgets,
  /// seats and heads are kept.
  mutating func note(_ state: RosterState, _ stage: String) {
    let objective = state.objective
    guard objective < incumbent ?? .infinity, problem.isLegal(state) else { return }
    incumbent = objective
    tell(stage, "objective \(rounded(objective))")
  }

  func tell(_ stage: String, _ detail: String) {
    progress?(
      RosterProgress(
        stage: stage,
        incumbent: incumbent,
        bound: bound,
        contractPay: problem.contractPay,
        seconds: (ContinuousClock.now - begin).inSeconds,
        detail: detail
      )
    )
  }
}

func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
