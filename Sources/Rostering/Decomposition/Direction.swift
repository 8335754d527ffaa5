/// A change of a fractional roster: people added to or taken from cells.
struct Direction: Sendable {
  /// Change per cell.
  private(set) var amounts: [Double]
  /// Cells that change, in order of first touch.
  private(set) var touched: [Int] = []
  /// Changes of the shares of groups with several queues.
  private(set) var shares: [(index: Int, amount: Double)] = []
  /// Change of the tours' cost.
  private(set) var cost = 0.0
  private var isTouched: [Bool]
  private let queueCount: Int
  private let slotCount: Int

  init(_ state: SmoothState) {
    amounts = [Double](repeating: 0, count: state.supply.count)
    isTouched = [Bool](repeating: false, count: state.supply.count)
    queueCount = state.problem.queueCount
    slotCount = state.problem.slotCount
  }

  /// Forgets everything, for use again.
  mutating func clear() {
    for cell in touched {
      amounts[cell] = 0
      isTouched[cell] = false
    }
    touched.removeAll(keepingCapacity: true)
    shares.removeAll(keepingCapacity: true)
    cost = 0
  }

  /// Adds to the change of cost.
  mutating func add(cost: Double) { self.cost += cost }

  @inline(__always)
  private mutating func change(_ cell: Int, by amount: Double) {
    if !isTouched[cell] {
      isTouched[cell] = true
      touched.append(cell)
    }
    amounts[cell] += amount
  }

  /// Adds a week with each slot given to the group's queue of the highest marginal.
  mutating func addVertex(_ tour: PlannedTour, weight: Double, state: SmoothState) {
    cost += weight * tour.cost
    for shift in tour.shifts {
      let queues = state.problem.groups[shift.group].queues
      state.problem.forEachStretch(of: shift) { stretch in
        for slot in stretch {
          var best = queues[0]
          for queue in queues
          where state.marginals[queue * slotCount + slot]
            > state.marginals[best * slotCount + slot]
          {
            best = queue
          }
          change(best * slotCount + slot, by: weight)
          if queues.count > 1 {
            shares.append(((shift.group * queueCount + best) * slotCount + slot, weight))
          }
        }
      }
    }
  }

  /// Takes a week away, from each queue in proportion to its share of the group's people.
  mutating func removeVertex(_ tour: PlannedTour, weight: Double, state: SmoothState) {
    cost -= weight * tour.cost
    for shift in tour.shifts {
      let queues = state.problem.groups[shift.group].queues
      state.problem.forEachStretch(of: shift) { stretch in
        for slot in stretch {
          guard queues.count > 1 else {
            change(queues[0] * slotCount + slot, by: -weight)
            continue
          }
          let base = shift.group * queueCount
          let total = queues.reduce(0) { $0 + state.shares[(base + $1) * slotCount + slot] }
          guard total > 1e-12 else { continue }
          for queue in queues {
            let index = (base + queue) * slotCount + slot
            let part = weight * state.shares[index] / total
            guard part > 0 else { continue }
            change(queue * slotCount + slot, by: -part)
            shares.append((index, -part))
          }
        }
      }
    }
  }

  /// Slots in which the shares of a group change, ascending.
  func slots(group: Int) -> [Int] {
    let range = group * queueCount * slotCount..<(group + 1) * queueCount * slotCount
    return Set(shares.filter { range.contains($0.index) }.map { $0.index % slotCount }).sorted()
  }

  /// The step in 0…`longest` that lowers the smoothed objective most, by seven bisections of its
  /// slope.
  func bestStep(in state: SmoothState, longest: Double) -> Double {
    guard slope(in: state, at: 0) < 0 else { return 0 }
    guard slope(in: state, at: longest) > 0 else { return longest }
    var low = 0.0
    var high = longest
    for _ in 0..<7 {
      let middle = (low + high) / 2
      if slope(in: state, at: middle) < 0 { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  private func slope(in state: SmoothState, at step: Double) -> Double {
    var slope = cost
    for cell in touched {
      let amount = amounts[cell]
      guard amount != 0 else { continue }
      slope -= amount * state.marginal(cell: cell, people: state.supply[cell] + step * amount)
    }
    return slope
  }
}
