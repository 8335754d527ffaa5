/// The states that a person's legal weeks pass through, layer by layer: weekly totals so far,
/// sequence of days so far and whether the training was attended.
///
/// Layer d is before date d.
struct PlanStates: Sendable {
  /// Number of states of each layer.
  let counts: [Int]
  /// State after a date off by state, or -1.
  let off: [[Int16]]
  /// State after a shift by `state * kinds + kind`, or -1.
  let work: [[Int16]]
  /// Whether the week may end in each state of the last layer.
  let isFinal: [Bool]
  /// Paid minutes in each state of the last layer.
  let finalPaid: [Int]
  /// Whether there is a first state at all.
  var isEmpty: Bool { counts[0] == 0 }

  private struct State: Hashable {
    var totals: Int
    var sequence: Int
    var trained: Int
  }

  init(_ employee: RosterEmployee, kinds: [[PersonPlan.Kind]]) {
    let dayCount = kinds.count
    let totals = employee.totals
    let needsTraining = employee.mustTrain ? 1 : 0
    let isAlive = { (state: State, day: Int) in totals.shiftsNeeded[state.totals] <= dayCount - day
    }
    let first = State(totals: 0, sequence: employee.sequence.start, trained: 0)
    var layers = [isAlive(first, 0) && first.sequence >= 0 ? [first] : []]
    var off: [[Int16]] = []
    var work: [[Int16]] = []
    for day in 0..<dayCount {
      var positions: [State: Int16] = [:]
      var next: [State] = []
      let position = { (state: State) -> Int16 in
        guard state.sequence >= 0, state.totals >= 0, isAlive(state, day + 1) else { return -1 }
        if let known = positions[state] { return known }
        positions[state] = Int16(next.count)
        next.append(state)
        return Int16(next.count - 1)
      }
      var offRow: [Int16] = []
      var workRow: [Int16] = []
      for state in layers[day] {
        var idle = state
        idle.sequence = employee.sequence.onOff[day][state.sequence]
        offRow.append(position(idle))
        for kind in kinds[day] {
          let attends = kind.session >= 0
          guard !attends || (needsTraining == 1 && state.trained == 0) else {
            workRow.append(-1)
            continue
          }
          workRow.append(
            position(
              State(
                totals: totals.next(state.totals, shape: kind.shape),
                sequence: employee.sequence.onWork[day][state.sequence],
                trained: attends ? 1 : state.trained
              )
            )
          )
        }
      }
      off.append(offRow)
      work.append(workRow)
      layers.append(next)
    }
    let last = layers[dayCount]
    counts = layers.map(\.count)
    self.off = off
    self.work = work
    isFinal = last.map { totals.shiftsNeeded[$0.totals] == 0 && $0.trained == needsTraining }
    finalPaid = last.map { totals.paid[$0.totals] }
  }
}
