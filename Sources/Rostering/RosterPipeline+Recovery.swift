import Optimization
import Workforce

extension RosterPipeline {
  /// Dives and polishes as often as the budget allows, at least once; keeps the best roster.
  mutating func recover(
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
    _ tally: DayTally,
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
        + (tally.guarded > 0 ? ", \(tally.guarded) of them because the time was over" : "")
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
        progress: { note($0, "day programs") }
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
      !problem.employees.contains(where: \.hasClasses)
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
