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
  private(set) var bound: Double
  /// True when a stage had to end at its share of a time limit.
  private(set) var isCutShort = false
  private var meter = WorkMeter()
  private let begin = ContinuousClock.now
  /// Objective of the best roster so far.
  private var incumbent: Double?

  init(
    problem: RosterProblem,
    options: RosterOptions,
    solver: any LinearSolver,
    stop: StopSignal,
    progress: (@Sendable (RosterProgress) -> Void)?
  ) {
    self.problem = problem
    self.options = options
    self.solver = solver
    self.stop = stop
    self.progress = progress
    bound = problem.contractPay
    budget = RosterBudget(options: options, problem: problem)
  }

  /// Greedy start, bound, exact program where it is small, dives and day programs, exact finish.
  mutating func run() throws -> RosterState {
    var best = greedy()
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
    frankWolfe(&relaxed, incumbent: best.objective)
    let prices = try exactMaster(&relaxed)
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
    let least = problem.leastOvertimes
    var reserved = problem.overtimeBudgets.map { _ in 0 }
    for employee in order { reserved[problem.employees[employee].site] += least[employee] }
    for employee in order {
      // everyone gets a week, even when told to stop: a roster must be there
      let site = problem.employees[employee].site
      reserved[site] -= least[employee]
      _ = BestResponse.improve(&state, employee: employee, reservedOvertime: reserved[site])
      meter.addPricing(of: problem)
    }
    note(state, "first roster")
    for _ in 0..<2 { _ = respond(&state, order: order) }
    note(state, "first roster")
    finish("first roster", state.objective, "greedy weeks, two rounds of best responses")
    return state
  }

  private mutating func respond(_ state: inout RosterState, order: [Int]) -> Int {
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
    let passes = budget.passes
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
    guard rows <= RosterOptimizer.exactMasterRows else {
      finish(
        "exact master",
        nil,
        "not solved exactly: \(rows) rows, at most \(RosterOptimizer.exactMasterRows)"
      )
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
  /// Dives and polishes as often as the budget allows, at least once; keeps the best roster.
  private mutating func recover(
    _ best: inout RosterState,
    from relaxed: FrankWolfe,
    prices: BoundPrices?
  ) throws {
    var sweep = DayProgramSweep(solver: solver, threads: options.threads, seed: options.seed)
    let start = best.objective
    var dives = 0
    var exact: ExactFinish?
    var tried = -Double.infinity
    while !stop.isStopped,
      dives == 0
        || (dives < RosterBudget.diveLimit && meter.units < budget.total && !isNearBound(best))
    {
      var state = dive(relaxed, number: dives) ?? best
      dives += 1
      try polish(&state, &sweep, rival: dives == 1 ? nil : best)
      if state.objective < best.objective { best = state }
      guard dives == 1 else { continue }
      exact = try exactFinish(&best, prices: prices)
      tried = best.objective
    }
    if best.objective < tried - 1e-9 {
      // a better roster leaves fewer weeks to try
      exact = try exactFinish(&best, prices: prices) ?? exact
    }
    report(dives: dives, from: start, best, sweep.tally, exact)
  }

  private mutating func report(
    dives: Int,
    from start: Double,
    _ best: RosterState,
    _ tally: DayProgramSweep.Tally,
    _ exact: ExactFinish?
  ) {
    finish(
      "dive",
      nil,
      "weeks settled one by one, then best responses: \(dives) \(dives == 1 ? "try" : "tries") from "
        + "\(rounded(start))"
    )
    if tally.guarded > 0 { isCutShort = true }
    finish(
      "day programs",
      best.objective,
      "GLPK: \(tally.blocks) integer programs in \(tally.sweeps) sweeps; \(tally.proved) proved that "
        + "their shifts were the best already, \(tally.improved) found better ones, saving "
        + "\(rounded(tally.gain)); \(tally.dropped) dropped"
    )
    if let exact { finish("exact finish", best.objective, exact.detail) }
  }

  /// True when less than a thousandth of what planning can influence is left to gain.
  private func isNearBound(_ state: RosterState) -> Bool {
    state.objective - bound <= 0.001 * (state.objective - problem.contractPay)
  }

  /// Whole weeks from the fractional roster; `nil` when told to stop.
  private mutating func dive(_ relaxed: FrankWolfe, number: Int) -> RosterState? {
    tell("dive \(number + 1)", "")
    let part = timed(0.6)
    defer { noteCut(part) }
    guard
      let tours = Dive.tours(
        from: relaxed,
        seed: RandomStream.mix(options.seed &+ UInt64(number)),
        passes: budget.divePasses,
        stop: part,
        meter: &meter
      )
    else { return nil }
    var state = RosterState(problem)
    for (employee, tour) in tours.enumerated() { state.replace(employee, with: tour) }
    note(state, "dive \(number + 1)")
    return state
  }

  /// Best responses and sweeps of day programs in turn, the programs searched deeper when neither
  /// gives anything, until the deepest give nothing either.
  ///
  /// A roster that stays behind its rival is not searched deeper.
  private mutating func polish(
    _ state: inout RosterState,
    _ sweep: inout DayProgramSweep,
    rival: RosterState?
  ) throws {
    var random = RandomStream(seed: options.seed, name: "polish", keys: sweep.tally.sweeps)
    var order = Array(problem.employees.indices)
    var nodes = RosterBudget.firstNodes
    while !stop.isStopped {
      let before = state.objective
      for _ in 0..<6 {
        random.shuffle(&order)
        if respond(&state, order: order) == 0 { break }
      }
      let (isFirst, used, units) = (sweep.tally.sweeps == 0, meter.units, sweep.meter.units)
      _ = try sweep.sweep(
        &state,
        nodes: nodes,
        stop: stop,
        isSpent: { [budget] in !isFirst && used + $0 > budget.total },
        progress: { note(objective: $0, "day programs") }
      )
      meter.add(units: sweep.meter.units - units)
      if !isFirst, meter.units > budget.total { return }
      let gain = before - state.objective
      if gain > 0.02 * max(0, state.objective - bound) { continue }
      if let rival, state.objective > rival.objective + 0.1 * (rival.objective - bound) { return }
      if nodes >= budget.deepestNodes, gain < 1e-7 { return }
      nodes = min(budget.deepestNodes, 4 * nodes)
    }
  }

  /// Proves the roster optimal, or improves it, where few weeks can be part of a better one.
  private mutating func exactFinish(
    _ best: inout RosterState,
    prices: BoundPrices?
  ) throws -> ExactFinish? {
    guard let prices, !stop.isStopped, problem.coupling.heads.isEmpty,
      !problem.employees.contains(where: \.mustTrain)
    else { return nil }
    tell("exact finish", "")
    var finish = ExactFinish(
      problem: problem,
      prices: prices,
      threads: options.threads,
      budget: max(0.2 * budget.total, budget.total - meter.units)
    )
    try finish.improve(&best, bound: bound, solver: solver, stop: stop)
    bound = max(bound, finish.bound)
    if finish.wasGuarded { isCutShort = true }
    meter.add(units: finish.meter.units)
    note(best, "exact finish")
    return finish
  }
}

extension RosterPipeline {
  private mutating func finish(_ name: String, _ objective: Double?, _ detail: String) {
    stages.append(
      OptimizationStage(name: name, objective: objective, bound: bound, detail: detail)
    )
  }

  /// A signal that also fires after a share of the time left, so that later stages get some.
  private func timed(_ share: Double) -> StopSignal { stop.part(Fraction(share) ?? .one) }

  private mutating func noteCut(_ part: StopSignal) {
    if part.reason == .timeLimit { isCutShort = true }
  }

  /// Tells about a roster when it is the best so far and keeps all rows.
  private mutating func note(_ state: RosterState, _ stage: String) {
    if state.isLegal { note(objective: state.objective, stage) }
  }

  private mutating func note(objective: Double, _ stage: String) {
    guard objective < incumbent ?? .infinity else { return }
    incumbent = objective
    tell(stage, "objective \(rounded(objective))")
  }

  private func tell(_ stage: String, _ detail: String) {
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
