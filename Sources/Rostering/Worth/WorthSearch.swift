import Optimization
import Workforce

/// A roster to search on from: one week per person, a fractional roster, and prices of a bound.
struct WorthStart: Sendable {
  var tours: [PlannedTour]
  var mixes: [[SmoothState.Part]]
  var prices: BoundPrices
}

/// Searches on from a roster, in the week as it is or with a change: the same steps, the same budget
/// of work and the same seed, so that two searches can be compared.
struct WorthSearch {
  /// What a search gave.
  struct Found: Sendable {
    let state: RosterState
    /// The best certified bound, at the prices given and at new ones.
    let bound: Double
  }

  /// How far a search looks.
  enum Reach: Hashable, Sendable, CaseIterable {
    /// Best responses and day programs from the roster on: for changes that touch few people.
    case near
    /// First a whole optimization from there, dives included: for changes that touch everybody.
    case far
  }

  let solver: any LinearSolver
  let effort: Int
  let seed: UInt64
  let stop: StopSignal

  private var budget: Double { Double(effort) * 1e6 }

  /// Share of the budget for the bound.
  private static let boundShare = 0.25
  /// Nodes of a day program at first, and where it ends.
  private static let nodes = (first: 8, last: 32)
  /// Gains below this are none.
  private static let leastGain = 1e-7

  /// Searches a week whose first people are those of the start; others have one legal week each.
  ///
  /// `nil` when somebody has no legal week, or no roster keeps the rows that couple people.
  func found(
    in problem: RosterProblem,
    from start: WorthStart,
    reach: Reach = .near
  ) throws -> Found? {
    guard var state = adopted(start.tours, in: problem) else { return nil }
    var proved = -Double.infinity
    if reach == .far { (state, proved) = try optimized(state, from: start) }
    var meter = WorkMeter()
    try polish(&state, &meter)
    guard state.isLegal else { return nil }
    return Found(state: state, bound: max(proved, bound(of: problem, at: state, from: start)))
  }

  /// The roster of these weeks searched on near by, without a bound; `nil` likewise.
  func settled(_ tours: [PlannedTour], in problem: RosterProblem) throws -> RosterState? {
    guard var state = adopted(tours, in: problem) else { return nil }
    var meter = WorkMeter()
    try polish(&state, &meter)
    return state.isLegal ? state : nil
  }

  /// A whole optimization that begins with a roster, and its bound.
  private func optimized(
    _ state: RosterState,
    from start: WorthStart
  ) throws -> (RosterState, Double) {
    var pipeline = RosterPipeline(
      problem: state.problem,
      options: try RosterOptions(effort: effort, threads: 1, seed: seed),
      solver: solver,
      start: RosterStart(tours: state.tours, mixes: mixes(start, in: state.problem, at: state)),
      stop: stop,
      progress: nil
    )
    let best = try pipeline.run()
    return (best.objective < state.objective && best.isLegal ? best : state, pipeline.bound)
  }

  /// Everybody's week as it was where it is legal, the best response elsewhere.
  private func adopted(_ tours: [PlannedTour], in problem: RosterProblem) -> RosterState? {
    var state = RosterState(problem)
    var open: [Int] = []
    for employee in problem.employees.indices {
      if tours.indices.contains(employee),
        let tour = problem.adopted(tours[employee], by: employee)
      {
        state.replace(employee, with: tour)
      } else {
        open.append(employee)
      }
    }
    for employee in open {
      _ = BestResponse.improve(&state, employee: employee)
      guard problem.isLegal(state.tours[employee].shifts, for: problem.employees[employee]) else {
        return nil
      }
    }
    return state
  }

  /// Best responses and sweeps of day programs in turn until neither gives anything.
  private func polish(_ state: inout RosterState, _ meter: inout WorkMeter) throws {
    var sweep = DayProgramSweep(solver: solver, threads: 1, seed: seed)
    var random = RandomStream(seed: seed, name: "worth")
    var order = Array(state.problem.employees.indices)
    let limit = (1 - Self.boundShare) * budget
    var nodes = Self.nodes.first
    while !stop.isStopped {
      let before = state.objective
      for _ in 0..<6 {
        random.shuffle(&order)
        let changed = BestResponse.improve(&state, order: order, stop: stop, meter: &meter)
        if changed == 0 { break }
      }
      let (used, swept) = (meter.units, sweep.meter.units)
      _ = try sweep.sweep(
        &state,
        nodes: nodes,
        stop: stop,
        isSpent: { used + $0 > limit },
        progress: { _ in }
      )
      meter.add(units: sweep.meter.units - swept)
      if meter.units > limit { return }
      guard before - state.objective < Self.leastGain else { continue }
      if nodes >= Self.nodes.last { return }
      nodes *= 4
    }
  }

  /// A certified bound: at the prices given, and at those of some passes of Frank–Wolfe from the
  /// fractional roster given.
  private func bound(
    of problem: RosterProblem,
    at state: RosterState,
    from start: WorthStart
  ) -> Double {
    let given = start.prices.fitted(to: problem)
    let never = StopSignal()
    var best =
      LagrangianBound(problem, prices: given, threads: 1, stop: never)?.value ?? -.infinity
    var relaxed = FrankWolfe(problem, tours: state.tours, seed: seed, threads: 1)
    relaxed.adopt(mixes(start, in: problem, at: state))
    relaxed.setWidth(0.15)
    let perPass = max(1, Double(problem.employees.count) * problem.pricingWork)
    let passes = min(60, max(5, Int(Self.boundShare * budget / perPass)))
    for pass in 0..<passes where !stop.isStopped {
      relaxed.pass(stop: stop)
      guard pass % 10 == 9 || pass == passes - 1 else { continue }
      relaxed.certify(stop: stop)
      best = max(best, relaxed.bound)
    }
    return best
  }

  /// The fractional roster given, of weeks that are legal now; the roster's own week where none is.
  private func mixes(
    _ start: WorthStart,
    in problem: RosterProblem,
    at state: RosterState
  ) -> [[SmoothState.Part]] {
    problem.employees.indices.map { employee in
      let own = start.mixes.indices.contains(employee) ? start.mixes[employee] : []
      let kept = own.compactMap { part in
        problem.adopted(part.tour, by: employee).map {
          SmoothState.Part(tour: $0, weight: part.weight)
        }
      }
      let sum = kept.reduce(0) { $0 + $1.weight }
      guard sum > 1e-6 else { return [SmoothState.Part(tour: state.tours[employee], weight: 1)] }
      return kept.map { SmoothState.Part(tour: $0.tour, weight: $0.weight / sum) }
    }
  }
}
