/// A change of a fractional roster: people added to or taken from cells.
struct Direction: Sendable {
  /// A slot in which people of a group with several queues change.
  struct Place: Sendable {
    let group: Int
    let slot: Int
  }

  /// The cells that change.
  private(set) var changes: CellChanges
  /// Changes of the shares of groups with several queues.
  private(set) var shares: [(index: Int, amount: Double)] = []
  /// Slots of groups with several queues that change, each once.
  private(set) var flexiblePlaces: [Place] = []
  /// Changes of the use of coupling rows.
  private(set) var uses: [(row: Int, amount: Double)] = []
  /// Change of the tours' cost.
  private(set) var cost = 0.0
  private var isPlaceTouched: [Bool]
  private var usePositions: [Int]
  private let queueCount: Int
  private let slotCount: Int

  /// No change.
  init(_ problem: RosterProblem) {
    queueCount = problem.queueCount
    slotCount = problem.slotCount
    changes = CellChanges(cellCount: queueCount * slotCount)
    isPlaceTouched = [Bool](repeating: false, count: problem.groups.count * slotCount)
    usePositions = [Int](repeating: -1, count: CouplingRows(problem.coupling).count)
  }

  /// Forgets everything, for use again.
  mutating func clear() {
    changes.clear()
    for place in flexiblePlaces { isPlaceTouched[place.group * slotCount + place.slot] = false }
    for use in uses { usePositions[use.row] = -1 }
    shares.removeAll(keepingCapacity: true)
    flexiblePlaces.removeAll(keepingCapacity: true)
    uses.removeAll(keepingCapacity: true)
    cost = 0
  }

  private mutating func changeUse(_ row: Int, by amount: Double) {
    if usePositions[row] < 0 {
      usePositions[row] = uses.count
      uses.append((row, 0))
    }
    uses[usePositions[row]].amount += amount
  }

  @inline(__always)
  private mutating func touch(_ group: Int, _ slot: Int) {
    guard !isPlaceTouched[group * slotCount + slot] else { return }
    isPlaceTouched[group * slotCount + slot] = true
    flexiblePlaces.append(Place(group: group, slot: slot))
  }

  /// Adds a week with each slot given to the group's queue of the highest marginal.
  mutating func add(_ tour: PlannedTour, of employee: Int, weight: Double, state: SmoothState) {
    unsafe state.prices.marginals.withUnsafeBufferPointer { marginals in
      change(tour, of: employee, by: weight, state: state) { direction, pen, group, slot in
        unsafe direction.addShared(group, slot: slot, part: weight, state, marginals, &pen)
      }
    }
  }

  /// Takes a week away, from each queue in proportion to its share of the group's people.
  mutating func remove(
    _ tour: PlannedTour,
    of employee: Int,
    weight: Double,
    state: SmoothState
  ) {
    unsafe state.shares.withUnsafeBufferPointer { given in
      change(tour, of: employee, by: -weight, state: state) { direction, pen, group, slot in
        unsafe direction.removeShared(group, slot: slot, part: weight, state, given, &pen)
      }
    }
  }

  /// Changes costs, uses and the cells of people with one queue; `shared` changes a slot of a group
  /// with several.
  @inline(__always)
  private mutating func change(
    _ tour: PlannedTour,
    of employee: Int,
    by weight: Double,
    state: SmoothState,
    shared: (inout Direction, inout CellChanges.Pen, Int, Int) -> Void
  ) {
    let problem = state.problem
    cost += weight * tour.cost
    problem.forEachUse(of: tour, by: employee, rows: state.soft.rows) { row, amount in
      changeUse(row, by: weight * amount)
    }
    // held apart meanwhile, so that `shared` may change the rest
    var own = CellChanges(cellCount: 0)
    swap(&own, &changes)
    own.write { pen in
      for shift in tour.shifts {
        problem.forEachStretchInGroup(of: shift) { group, stretch in
          let crew = problem.crews[group]
          guard crew.soleQueue < 0 else {
            let part = weight * crew.weight
            let base = Int(crew.soleQueue) * slotCount
            for slot in stretch { pen.change(base + slot, by: part) }
            return
          }
          guard crew.first < crew.end else { return }
          for slot in stretch { shared(&self, &pen, group, slot) }
        }
      }
    }
    swap(&own, &changes)
  }

  @inline(__always)
  private mutating func addShared(
    _ group: Int,
    slot: Int,
    part: Double,
    _ state: SmoothState,
    _ marginals: UnsafeBufferPointer<Double>,
    _ pen: inout CellChanges.Pen
  ) {
    let problem = state.problem
    let crew = problem.crews[group]
    var best = Int(problem.crewQueues[Int(crew.first)])
    for index in Int(crew.first)..<Int(crew.end) {
      let queue = Int(problem.crewQueues[index])
      if unsafe marginals[queue * slotCount + slot] > marginals[best * slotCount + slot] {
        best = queue
      }
    }
    let amount = part * crew.weight
    pen.change(best * slotCount + slot, by: amount)
    shares.append(((group * queueCount + best) * slotCount + slot, amount))
    touch(group, slot)
  }

  @inline(__always)
  private mutating func removeShared(
    _ group: Int,
    slot: Int,
    part: Double,
    _ state: SmoothState,
    _ given: UnsafeBufferPointer<Double>,
    _ pen: inout CellChanges.Pen
  ) {
    let problem = state.problem
    let crew = problem.crews[group]
    let queues = Int(crew.first)..<Int(crew.end)
    let base = group * queueCount * slotCount + slot
    var total = 0.0
    for place in queues {
      total += unsafe given[base + Int(problem.crewQueues[place]) * slotCount]
    }
    guard total > 1e-12 else { return }
    let amount = part * crew.weight / total
    for place in queues {
      let queue = Int(problem.crewQueues[place])
      let index = base + queue * slotCount
      let own = unsafe amount * given[index]
      guard own > 0 else { continue }
      pen.change(queue * slotCount + slot, by: -own)
      shares.append((index, -own))
    }
    touch(group, slot)
  }

  /// The step in 0…`longest` that lowers the smoothed objective most: its slope's zero by the
  /// Illinois variant of the false position (Dowell & Jarratt 1971).
  func bestStep(in state: SmoothState, longest: Double) -> Double {
    let first = state.slope(self, at: 0)
    guard first < 0 else { return 0 }
    let last = state.slope(self, at: longest)
    guard last > 0 else { return longest }
    var low = (step: 0.0, slope: first)
    var high = (step: longest, slope: last)
    var side = 0
    for _ in 0..<4 {
      let step = low.step + (high.step - low.step) * low.slope / (low.slope - high.slope)
      let slope = state.slope(self, at: step)
      if abs(slope) < 0.03 * abs(first) { return step }
      if slope < 0 {
        low = (step, slope)
        if side == -1 { high.slope /= 2 }
        side = -1
      } else {
        high = (step, slope)
        if side == 1 { low.slope /= 2 }
        side = 1
      }
    }
    return low.step
  }
}
