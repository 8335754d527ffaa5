import Optimization
import Workforce

extension HorizonPipeline {
  /// The exact linear program; `nil` when it gives nobody a horizon.
  mutating func exactMaster(_ relaxed: FrankWolfe) throws -> MasterSolution? {
    guard !stop.isStopped else { return nil }
    tell("exact master", "")
    let part = stop.part(Fraction(0.35) ?? .one)
    let solution = try MasterSolution.solve(
      problem,
      pool: relaxed.state.mixes.map { $0.map(\.tour) },
      center: relaxed.boundPrices ?? relaxed.state.prices,
      threads: options.threads,
      budget: 0.3 * budget,
      rounds: 400,
      isThorough: true,
      solver: solver,
      stop: part
    )
    noteCut(part)
    raise(solution.bound)
    meter.add(units: solution.meter.units)
    finish(
      "exact master",
      nil,
      "GLPK: \(TourMaster.rowCount(problem)) rows, "
        + (solution.isExact ? "solved exactly" : "not solved to the end, stopped")
        + " after \(solution.rounds) rounds of columns and \(solution.pivots) pivots, "
        + "relaxation \(rounded(solution.value))"
        + (bound > solution.value - 1e-6 ? ", where bounds round up to no less" : "")
    )
    return solution.mixes.allSatisfy { !$0.isEmpty } ? solution : nil
  }

  /// Whole horizons from the relaxation.
  mutating func dive(_ best: inout RosterState, from pool: [[PlannedTour]], center: BoundPrices?)
    throws
  {
    guard !stop.isStopped else { return }
    tell("dive", "")
    let part = stop.part(Fraction(0.6) ?? .one)
    let dive = MasterDive(
      problem: problem,
      threads: options.threads,
      rounds: 10,
      noise: 0.1,
      seed: options.seed,
      budget: 0.8 * max(0, budget - meter.units),
      followsClock: followsClock,
      center: center
    )
    let outcome = try dive.run(from: pool, solver: solver, stop: part)
    noteCut(part)
    if outcome.wasGuarded { isCutShort = true }
    meter.add(units: outcome.meter.units)
    settle(outcome.tours, &best, "people settled one by one with GLPK")
  }

  /// Takes a dive over when it is better after best responses.
  private mutating func settle(
    _ tours: [PlannedTour]?,
    _ best: inout RosterState,
    _ detail: String
  ) {
    guard let tours else {
      finish("dive", best.objective, "stopped by the clock")
      return
    }
    var state = RosterState(problem)
    for (employee, tour) in tours.enumerated() { state.replace(employee, with: tour) }
    let first = state.objective
    for _ in 0..<4 where respond(&state, order: Array(problem.employees.indices)) == 0 {
      break
    }
    let isBetter = state.objective < best.objective
    if isBetter { best = state }
    note(best, "dive")
    finish(
      "dive",
      best.objective,
      "\(detail): \(rounded(first)), after best responses "
        + "\(rounded(state.objective))" + (isBetter ? "" : ", not better than the roster before")
    )
  }
}
