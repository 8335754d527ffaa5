import Optimization
import Workforce

/// The stages of one optimization and what each gave.
struct RosterPipeline {
  let problem: RosterProblem
  let options: RosterOptions
  let solver: any LinearSolver
  let stop: StopSignal
  let progress: (@Sendable (RosterProgress) -> Void)?
  private let begin = ContinuousClock.now
  /// Objective of the best roster so far.
  private var incumbent: Double?
  private(set) var stages: [OptimizationStage] = []
  /// Best certified bound; at first the pay that no roster can avoid.
  private(set) var bound: Double
  /// True when a stage had to end at its share of a time limit.
  private(set) var isCutShort = false
  private var meter = WorkMeter()
  /// Most dives of one run.
  private static let diveLimit = 12
  private let budget: Double

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
    budget = options.budget(people: problem.employees.count)
  }

  /// Greedy start, bound, exact program where it is small, dives, day programs, exact finish.
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
    try attempts(relaxed, &best, prices: prices)
    return best
  }

  /// One person after another takes the best week; then two rounds of second thoughts.
  mutating func greedy() -> RosterState {
    report("first roster", 0.02)
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
    for _ in 0..<2 {
      _ = BestResponse.improve(
        &state,
        order: order,
        threads: options.threads,
        stop: stop,
        meter: &meter
      )
    }
    incumbent = state.objective
    tell("first roster", "objective \(rounded(state.objective))")
    finish("first roster", state.objective, "greedy weeks, two rounds of best responses")
    return state
  }

  mutating func frankWolfe(_ relaxed: inout FrankWolfe, incumbent: Double) {
    let perPass = Double(problem.employees.count) * problem.pricingWork
    let passes = min(1000, max(20, Int(0.35 * budget / max(1, perPass) / 20) * 20))
    let part = timed(0.35)
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
    report("exact master", 0.4)
    let part = timed(0.5)
    let solution = try MasterSolution.solve(
      problem,
      pool: relaxed.state.mixes.map { $0.map(\.tour) },
      center: relaxed.boundPrices ?? relaxed.state.prices,
      threads: options.threads,
      budget: 0.5 * budget,
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

  /// Dives and polishes as often as the budget allows, at least once; keeps the best roster.
  private mutating func attempts(
    _ relaxed: FrankWolfe,
    _ best: inout RosterState,
    prices: BoundPrices?
  ) throws {
    var sweep = DayProgramSweep(solver: solver, threads: options.threads, seed: options.seed)
    let start = best.objective
    var dives = 0
    var exact: ExactFinish?
    var tried = -Double.infinity
    while !stop.isStopped,
      dives == 0 || (dives < Self.diveLimit && meter.units < budget && !isNearBound(best))
    {
      report("dive \(dives + 1)", 0.5)
      var state = dive(relaxed, number: dives) ?? best
      dives += 1
      try polish(&state, &sweep)
      if state.objective < best.objective {
        best = state
        incumbent = best.objective
      }
      guard dives == 1 else { continue }
      exact = try exactFinish(&best, prices: prices)
      tried = best.objective
    }
    if best.objective < tried - 1e-9 {
      // a better roster leaves fewer weeks to try
      exact = try exactFinish(&best, prices: prices) ?? exact
    }
    finish(
      "dive",
      nil,
      "weeks settled one by one, then best responses: \(dives) \(dives == 1 ? "try" : "tries") from "
        + "\(rounded(start))"
    )
    let tally = sweep.tally
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

  /// Whole weeks from the fractional roster; `nil` when told to stop or when the overtime budgets
  /// cannot be kept.
  private mutating func dive(_ relaxed: FrankWolfe, number: Int) -> RosterState? {
    let seed = RandomStream.mix(options.seed &+ UInt64(number))
    let part = timed(0.6)
    defer { noteCut(part) }
    guard
      let tours = Dive.tours(
        from: relaxed,
        seed: seed,
        stop: part,
        meter: &meter
      )
    else { return nil }
    var state = RosterState(problem)
    for (employee, tour) in tours.enumerated() { state.replace(employee, with: tour) }
    return state
  }

  /// Best responses and sweeps of day programs in turn, until neither gives anything.
  private mutating func polish(
    _ state: inout RosterState,
    _ sweep: inout DayProgramSweep
  ) throws {
    var random = RandomStream(
      seed: options.seed,
      name: "polish",
      keys: sweep.tally.sweeps
    )
    var order = Array(problem.employees.indices)
    var idleRounds = 0
    while idleRounds < 2, !stop.isStopped {
      let before = state.objective
      for _ in 0..<6 {
        random.shuffle(&order)
        if BestResponse.improve(
          &state,
          order: order,
          threads: options.threads,
          stop: stop,
          meter: &meter
        ) == 0 {
          break
        }
      }
      let (isFirst, used) = (sweep.tally.sweeps == 0, meter.units)
      let units = sweep.meter.units
      _ = try sweep.sweep(
        &state,
        stop: stop,
        isSpent: { [budget] in !isFirst && used + $0 > budget },
        progress: { objective in
          if objective < incumbent ?? .infinity {
            incumbent = objective
            tell("day programs", "objective \(rounded(objective))")
          }
        }
      )
      meter.add(units: sweep.meter.units - units)
      if !isFirst, meter.units > budget { return }
      idleRounds = before - state.objective > 1e-7 ? 0 : idleRounds + 1
    }
  }

  /// Proves the roster optimal, or improves it, where few weeks can be part of a better one.
  private mutating func exactFinish(
    _ best: inout RosterState,
    prices: BoundPrices?
  ) throws -> ExactFinish? {
    guard let prices, !stop.isStopped, !problem.employees.contains(where: \.mustTrain),
      problem.coupling.heads.isEmpty
    else { return nil }
    report("exact finish", 0.95)
    var finish = ExactFinish(
      problem: problem,
      prices: prices,
      threads: options.threads,
      budget: max(0.2 * budget, budget - meter.units)
    )
    try finish.improve(&best, bound: bound, solver: solver, stop: stop)
    bound = max(bound, finish.bound)
    if finish.wasGuarded { isCutShort = true }
    meter.add(units: finish.meter.units)
    return finish
  }

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

  private func report(_ stage: String, _ share: Double) { tell(stage, "") }

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
