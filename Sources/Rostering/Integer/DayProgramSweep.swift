import Optimization
import Workforce

/// Improves a roster by day programs in sweeps over all blocks.
///
/// A round takes two blocks of different people on dates at least two apart from the same roster,
/// so that they can be solved at once; results are accepted in block order, each evaluated
/// exactly.
struct DayProgramSweep {
  /// Counts for the report.
  struct Tally: Hashable, Sendable {
    /// Blocks solved.
    var blocks = 0
    /// Blocks whose bound proved the present shifts optimal.
    var proved = 0
    /// Blocks that gave a better roster.
    var improved = 0
    /// Blocks dropped because a guard or the solver stopped them.
    var dropped = 0
    /// Blocks among those dropped that the clock stopped: the run is not repeatable.
    var guarded = 0
    /// Sum of the gains.
    var gain = 0.0
    /// Sweeps over all blocks.
    var sweeps = 0
  }

  let solver: any LinearSolver
  let threads: Int
  let seed: UInt64
  private(set) var tally = Tally()
  private(set) var meter = WorkMeter()
  private var round = 0

  init(solver: any LinearSolver, threads: Int, seed: UInt64) {
    self.solver = solver
    self.threads = threads
    self.seed = seed
  }

  /// Sweeps once over all blocks, each with at most `nodes` nodes of search; returns the gain.
  ///
  /// Ends early when told to stop, or when `isSpent` says of the work in this sweep that there is
  /// no budget left.
  mutating func sweep(
    _ state: inout RosterState,
    nodes: Int,
    stop: StopSignal,
    isSpent: (Double) -> Bool,
    progress: (Double) -> Void
  ) throws -> Double {
    var random = RandomStream(seed: seed, name: "day program sweep", keys: tally.sweeps)
    let before = (objective: state.objective, units: meter.units)
    var open = blocks(state, &random)
    while !open.isEmpty, !stop.isStopped, !isSpent(meter.units - before.units) {
      try solveRound(Self.takePair(&open), &state, nodes: nodes)
      progress(state.objective)
    }
    tally.sweeps += 1
    return before.objective - state.objective
  }

  /// A block by its people; choices are gathered when it is solved.
  private struct Place {
    let day: Int
    let group: Int
    let people: [Int]
  }

  /// All blocks of a sweep in random order; people of a block are drawn at random.
  private func blocks(_ state: RosterState, _ random: inout RandomStream) -> [Place] {
    let size = state.problem.employees.count < 100 ? 24 : 40
    var places: [Place] = []
    for day in 0..<state.problem.dayCount {
      var byGroup: [[Int]] = state.problem.groups.map { _ in [] }
      for (person, tour) in state.tours.enumerated() {
        if let shift = tour.shifts.first(where: { $0.day == day }), shift.session < 0 {
          byGroup[shift.group].append(person)
        }
      }
      for (group, members) in byGroup.enumerated() where !members.isEmpty {
        var people = members
        random.shuffle(&people)
        let parts = (people.count + size - 1) / size
        for part in 0..<parts {
          let low = people.count * part / parts
          let high = people.count * (part + 1) / parts
          places.append(Place(day: day, group: group, people: people[low..<high].sorted()))
        }
      }
    }
    random.shuffle(&places)
    return places
  }

  /// The first block and the next one that can be solved at the same time.
  private static func takePair(_ open: inout [Place]) -> [Place] {
    let first = open.removeFirst()
    let busy = Set(first.people)
    let second = open.firstIndex { place in
      abs(place.day - first.day) >= 2 && busy.isDisjoint(with: place.people)
    }
    guard let second else { return [first] }
    return [first, open.remove(at: second)]
  }

  private mutating func solveRound(
    _ places: [Place],
    _ state: inout RosterState,
    nodes: Int
  ) throws {
    round += 1
    let current = state
    let round = round
    let (seed, solver) = (seed, solver)
    let outcomes = parallelMap(count: places.count, threads: threads) { index in
      Result {
        let place = places[index]
        let block = DayBlock(
          day: place.day,
          group: place.group,
          people: place.people,
          state: current
        )
        return try DayProgram(block, state: current, seed: seed, round: round, nodes: nodes)
          .solve(solver)
      }
    }
    for (place, outcome) in zip(places, outcomes) {
      let outcome = try outcome.get()
      meter.add(units: outcome.meter.units)
      tally.blocks += 1
      if outcome.isProved { tally.proved += 1 }
      if outcome.isDropped { tally.dropped += 1 }
      if outcome.wasGuarded { tally.guarded += 1 }
      if let shifts = outcome.shifts { accept(shifts, of: place, &state) }
    }
  }

  /// Takes a block's shifts over when they make the roster better.
  private mutating func accept(
    _ shifts: [PlannedShift],
    of place: Place,
    _ state: inout RosterState
  ) {
    var trial = state
    for (person, shift) in zip(place.people, shifts) {
      let old = trial.tours[person].shifts
      let new = old.map { $0.day == place.day ? shift : $0 }
      guard new != old else { continue }
      trial.replace(
        person,
        with: trial.problem.tour(of: new, employee: trial.problem.employees[person])
      )
    }
    let gain = state.objective - trial.objective
    guard gain > 1e-7 else { return }
    tally.improved += 1
    tally.gain += gain
    state = trial
  }
}
