import Workforce

/// What one person more or fewer of a group means in each slot.
struct CoverValues {
  /// Per group and slot: what one more gains.
  private(set) var gains: [[Double]]
  /// Per group and slot: what one fewer loses; where nobody is, what one more gains.
  private(set) var losses: [[Double]]
  /// Per group and slot: people at work.
  private var people: [[Int]]

  init(_ state: RosterState, threads: Int) {
    let problem = state.problem
    var people = problem.groups.map { _ in [Int](repeating: 0, count: problem.slotCount) }
    for tour in state.tours {
      for shift in tour.shifts { Self.count(shift, by: 1, problem, &people) }
    }
    let slots = Array(0..<problem.slotCount)
    let counts = people
    let values = parallelMap(count: problem.groups.count, threads: threads) { group in
      Self.values(state.cover, group: group, slots: slots, people: counts[group])
    }
    gains = values.map(\.gains)
    losses = values.map(\.losses)
    self.people = people
  }

  private static func count(
    _ shift: PlannedShift,
    by change: Int,
    _ problem: RosterProblem,
    _ people: inout [[Int]]
  ) {
    problem.forEachStretch(of: shift) { stretch in
      for slot in stretch { people[shift.group][slot] += change }
    }
  }

  /// Reads the slots again in which somebody works now, or did before.
  mutating func update(_ state: RosterState, from old: PlannedTour, to new: PlannedTour) {
    let problem = state.problem
    let gone = old.shifts.filter { !new.shifts.contains($0) }
    let come = new.shifts.filter { !old.shifts.contains($0) }
    for shift in gone { Self.count(shift, by: -1, problem, &people) }
    for shift in come { Self.count(shift, by: 1, problem, &people) }
    var isChanged = [Bool](repeating: false, count: problem.slotCount)
    for shift in gone + come {
      problem.forEachStretch(of: shift) { stretch in
        for slot in stretch { isChanged[slot] = true }
      }
    }
    let slots = isChanged.indices.filter { isChanged[$0] }
    for group in problem.groups.indices {
      let values = Self.values(state.cover, group: group, slots: slots, people: people[group])
      for (index, slot) in slots.enumerated() {
        gains[group][slot] = values.gains[index]
        losses[group][slot] = values.losses[index]
      }
    }
  }

  private static func values(
    _ cover: CoverState,
    group: Int,
    slots: [Int],
    people: [Int]
  ) -> (gains: [Double], losses: [Double]) {
    let gains = slots.map { cover.gain(group: group, slot: $0) }
    var fewer = cover
    let losses = slots.enumerated().map { index, slot -> Double in
      guard people[slot] > 0 else { return gains[index] }
      fewer.remove(group: group, slot: slot)
      return fewer.gain(group: group, slot: slot)
    }
    return (gains, losses)
  }

  /// What taking a shift away loses.
  func loss(of shift: PlannedShift, _ problem: RosterProblem) -> Double {
    var loss = 0.0
    problem.forEachStretch(of: shift) { stretch in
      for slot in stretch { loss += losses[shift.group][slot] }
    }
    return loss
  }
}

/// How much more work is worth where a person's own shift, taken away, leaves a gap.
struct OwnGap {
  private let start: Int
  /// Running sums over the slots of the own shift, of those with work only.
  private let sums: [Double]

  init(_ shift: PlannedShift, values: CoverValues, problem: RosterProblem) {
    start = shift.start
    let length = min(problem.shapes[shift.shape].length, problem.slotCount - shift.start)
    var more = [Double](repeating: 0, count: length)
    problem.forEachStretch(of: shift) { stretch in
      for slot in stretch {
        more[slot - shift.start] =
          values.losses[shift.group][slot] - values.gains[shift.group][slot]
      }
    }
    var sums = [0.0]
    for value in more { sums.append(sums[sums.count - 1] + value) }
    self.sums = sums
  }

  /// The sum over the slots that another shift shares with the own one.
  func value(from other: Int, length: Int) -> Double {
    let low = max(0, other - start)
    let high = min(sums.count - 1, other + length - start)
    return low < high ? sums[high] - sums[low] : 0
  }
}
