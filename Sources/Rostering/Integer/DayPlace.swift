import Workforce

/// A block by its people; the choices are gathered when it is solved.
struct DayPlace: Sendable {
  /// Position of the date.
  let day: Int
  /// Position of the group.
  let group: Int
  /// The people, ascending.
  let people: [Int]

  /// All blocks of some dates in random order; people of a block are drawn at random.
  ///
  /// Shifts with training stay as they are, and so do those that are not `isOpen`, by
  /// person and date.
  static func all(
    _ state: RosterState,
    days: [Int],
    _ random: inout RandomStream,
    isOpen: (Int, Int) -> Bool = { _, _ in true }
  ) -> [DayPlace] {
    let size = state.problem.employees.count < 100 ? 24 : 40
    var places: [DayPlace] = []
    for day in days {
      var byGroup: [[Int]] = state.problem.groups.map { _ in [] }
      for (person, tour) in state.tours.enumerated() where isOpen(person, day) {
        if let shift = tour.shifts.first(where: { $0.day == day }), shift.agenda < 0 {
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
          places.append(DayPlace(day: day, group: group, people: people[low..<high].sorted()))
        }
      }
    }
    random.shuffle(&places)
    return places
  }

  /// The block's program against a roster.
  func program(_ state: RosterState, seed: UInt64, round: Int, nodes: Int) -> DayProgram {
    DayProgram(
      DayBlock(day: day, group: group, people: people, state: state),
      state: state,
      seed: seed,
      round: round,
      nodes: nodes
    )
  }
}

/// Counts of day programs for the report.
struct DayTally: Hashable, Sendable {
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

  /// Counts a block, and takes its shifts over when they make the roster better by more than
  /// `least`.
  mutating func take(
    _ outcome: DayProgram.Outcome,
    of place: DayPlace,
    least: Double,
    _ state: inout RosterState
  ) {
    blocks += 1
    if outcome.isProved { proved += 1 }
    if outcome.isDropped { dropped += 1 }
    if outcome.wasGuarded { guarded += 1 }
    guard let shifts = outcome.shifts else { return }
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
    let found = state.objective - trial.objective
    guard found > least else { return }
    improved += 1
    gain += found
    state = trial
  }
}
