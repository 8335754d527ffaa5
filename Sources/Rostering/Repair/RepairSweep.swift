import Optimization
import Workforce

/// Improves the shifts of some dates by day programs, for people whose dates are free.
struct RepairSweep {
  private let cells: RepairCells
  private let solver: any LinearSolver
  private let seed: UInt64
  private(set) var tally = DayProgramSweep.Tally()
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
    for (day, people) in blocks(state, days: days, &random) {
      guard !stop.isStopped, meter.units < budget else { break }
      try solve(people, on: day, &state)
    }
    tally.sweeps += 1
    return before - state.objective
  }

  /// The dates' people with free dates, by group, in parts that a program can take.
  private func blocks(
    _ state: RosterState,
    days: [Int],
    _ random: inout RandomStream
  ) -> [(day: Int, people: [Int])] {
    let size = state.problem.employees.count < 100 ? 24 : 40
    var blocks: [(day: Int, people: [Int])] = []
    for day in days {
      var byGroup: [[Int]] = state.problem.groups.map { _ in [] }
      for (person, tour) in state.tours.enumerated() where !cells.rows[person][day].isLocked {
        if let shift = tour.shifts.first(where: { $0.day == day }) {
          byGroup[shift.group].append(person)
        }
      }
      for members in byGroup where !members.isEmpty {
        var people = members
        random.shuffle(&people)
        let parts = (people.count + size - 1) / size
        for part in 0..<parts {
          let low = people.count * part / parts
          let high = people.count * (part + 1) / parts
          blocks.append((day, people[low..<high].sorted()))
        }
      }
    }
    random.shuffle(&blocks)
    return blocks
  }

  private mutating func solve(_ people: [Int], on day: Int, _ state: inout RosterState) throws {
    round += 1
    let shift = { (person: Int, state: RosterState) in
      state.tours[person].shifts.first { $0.day == day }
    }
    guard let group = people.first.flatMap({ shift($0, state)?.group }) else { return }
    let block = DayBlock(day: day, group: group, people: people, state: state)
    let program = DayProgram(
      block,
      state: state,
      seed: seed,
      round: round,
      nodes: RosterBudget.firstNodes
    )
    let outcome = try program.solve(solver)
    meter.add(units: outcome.meter.units)
    tally.blocks += 1
    if outcome.isProved { tally.proved += 1 }
    if outcome.isDropped { tally.dropped += 1 }
    if outcome.wasGuarded { tally.guarded += 1 }
    guard let shifts = outcome.shifts else { return }
    accept(Array(zip(people, shifts)), on: day, &state)
  }

  /// Takes a block's shifts over when they make the roster better.
  private mutating func accept(
    _ found: [(person: Int, shift: PlannedShift)],
    on day: Int,
    _ state: inout RosterState
  ) {
    var trial = state
    for (person, shift) in found {
      let old = trial.tours[person].shifts
      let new = old.map { $0.day == day ? shift : $0 }
      guard new != old else { continue }
      trial.replace(
        person,
        with: trial.problem.tour(of: new, employee: trial.problem.employees[person])
      )
    }
    let gain = state.objective - trial.objective
    guard gain > RepairResponse.least else { return }
    tally.improved += 1
    tally.gain += gain
    state = trial
  }
}
