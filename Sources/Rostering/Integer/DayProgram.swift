import Optimization
import Workforce

/// The integer program of one block: the shifts of one date, start and all breaks, of people of
/// one group, everything else fixed (`roster-algorithm.md`, day programs).
struct DayProgram: Sendable {
  /// What became of a block.
  struct Outcome: Sendable {
    /// The best shifts found, one per person, perhaps the present ones; `nil` when the search was
    /// not made or was stopped.
    var shifts: [PlannedShift]?
    /// True when the block's own bound proves the shifts optimal.
    var isProved = false
    /// True when a guard or the solver stopped it: the block is dropped.
    var isDropped = false
    /// True when the clock, not the work, stopped it.
    var wasGuarded = false
    /// Work done.
    var meter = WorkMeter()
  }

  let problem: RosterProblem
  let block: DayBlock
  /// The present shifts, in the order of the people.
  let current: [PlannedShift]
  let rows: DayRows
  /// The shifts that someone of the block may work, ascending.
  let entries: [TableEntry]
  /// Nodes of the integer search.
  let nodes: Int
  private let random: RandomStream

  /// Sets the block up against a roster.
  init(_ block: DayBlock, state: RosterState, seed: UInt64, round: Int, nodes: Int) {
    self.nodes = nodes
    problem = state.problem
    self.block = block
    current = block.people.map { person in
      guard let shift = state.tours[person].shifts.first(where: { $0.day == block.day }) else {
        preconditionFailure("everyone in a block works on its date")
      }
      return shift
    }
    random = RandomStream(
      seed: seed,
      name: "day program",
      keys: round,
      block.day,
      block.group,
      block.people[0]
    )
    entries = Set(
      block.choices.joined().map { TableEntry(start: Int32($0.start), shape: Int32($0.shape)) }
    ).sorted { ($0.start, $0.shape) < ($1.start, $1.shape) }
    var trial = state
    for shift in current { trial.remove(shift) }
    rows = DayRows(block, cover: trial.cover, entries: entries, problem: state.problem)
  }

  /// Solves the block; the clock of `stop` cuts it short.
  func solve(_ solver: any LinearSolver, stop: StopSignal = StopSignal()) throws -> Outcome {
    let generated = try solver.withSession(rows.frame()) { session in
      var generation = DayGeneration(self, random: random)
      return generation.run(session, stop: stop)
    }
    var result = Outcome(meter: generated.meter)
    guard !generated.isDropped else {
      result.isDropped = true
      result.wasGuarded = generated.wasGuarded
      return result
    }
    if generated.isProved {
      result.isProved = true
      return result
    }
    try DayDecision(self, columns: generated.columns)
      .decide(&result, solver: solver, stop: stop)
    return result
  }
}
