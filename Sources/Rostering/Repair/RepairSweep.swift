import Optimization
import Workforce

/// Improves the shifts of some dates by day programs, for people whose dates are free.
struct RepairSweep {
  private let cells: RepairCells
  private let solver: any LinearSolver
  private let seed: UInt64
  private(set) var tally = DayTally()
  private(set) var meter = WorkMeter()
  private var round = 0

  init(cells: RepairCells, solver: any LinearSolver, seed: UInt64) {
    self.cells = cells
    self.solver = solver
    self.seed = seed
  }

  /// Solves every block of the dates once; returns the gain.
  ///
  /// Ends early when told to stop, or when more than `budget` units of work are done.
  mutating func sweep(
    _ state: inout RosterState,
    days: [Int],
    budget: Double,
    stop: StopSignal
  ) throws -> Double {
    let before = state.objective
    var random = RandomStream(seed: seed, name: "repair sweep", keys: tally.sweeps)
    let places = DayPlace.all(state, days: days, &random) { [cells] person, day in
      !cells.rows[person][day].isLocked
    }
    for place in places {
      guard !stop.isStopped, meter.units < budget else { break }
      round += 1
      let program = place.program(
        state,
        seed: seed,
        round: round,
        nodes: RosterBudget.firstNodes
      )
      let outcome = try program.solve(solver, stop: stop)
      meter.add(units: outcome.meter.units)
      tally.take(outcome, of: place, least: RepairResponse.least, &state)
    }
    tally.sweeps += 1
    return before - state.objective
  }
}
