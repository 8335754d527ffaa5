import Optimization
import Workforce

/// Improves a roster by day programs in sweeps over all blocks.
///
/// A round takes two blocks of different people on dates at least two apart from the same roster,
/// so that they can be solved at once; results are accepted in block order, each evaluated
/// exactly.
struct DayProgramSweep {
  let solver: any LinearSolver
  let threads: Int
  let seed: UInt64
  private(set) var tally = DayTally()
  private(set) var meter = WorkMeter()
  private var round = 0

  /// Gains below this are not worth a change.
  private static let leastGain = 1e-7

  init(solver: any LinearSolver, threads: Int, seed: UInt64) {
    self.solver = solver
    self.threads = threads
    self.seed = seed
  }

  /// Sweeps once over all blocks, each with at most `nodes` nodes of search; returns the gain.
  ///
  /// Ends early when told to stop, or when `isSpent` says of the work in this sweep that there is
  /// no budget left; `progress` is told the roster after each round.
  mutating func sweep(
    _ state: inout RosterState,
    nodes: Int,
    stop: StopSignal,
    isSpent: (Double) -> Bool,
    progress: (RosterState) -> Void
  ) throws -> Double {
    var random = RandomStream(seed: seed, name: "day program sweep", keys: tally.sweeps)
    let before = (objective: state.objective, units: meter.units)
    var open = DayPlace.all(state, days: Array(0..<state.problem.dayCount), &random)
    while !open.isEmpty, !stop.isStopped, !isSpent(meter.units - before.units) {
      try solveRound(Self.takePair(&open), &state, nodes: nodes, stop: stop)
      progress(state)
    }
    tally.sweeps += 1
    return before.objective - state.objective
  }

  /// The first block and the next one that can be solved at the same time.
  private static func takePair(_ open: inout [DayPlace]) -> [DayPlace] {
    let first = open.removeFirst()
    let busy = Set(first.people)
    let second = open.firstIndex { place in
      abs(place.day - first.day) >= 2 && busy.isDisjoint(with: place.people)
    }
    guard let second else { return [first] }
    return [first, open.remove(at: second)]
  }

  private mutating func solveRound(
    _ places: [DayPlace],
    _ state: inout RosterState,
    nodes: Int,
    stop: StopSignal
  ) throws {
    round += 1
    let current = state
    let round = round
    let (seed, solver) = (seed, solver)
    let outcomes = parallelMap(count: places.count, threads: threads) { index in
      Result {
        try places[index].program(current, seed: seed, round: round, nodes: nodes)
          .solve(solver, stop: stop)
      }
    }
    for (place, outcome) in zip(places, outcomes) {
      let outcome = try outcome.get()
      meter.add(units: outcome.meter.units)
      tally.take(outcome, of: place, least: Self.leastGain, &state)
    }
  }
}
