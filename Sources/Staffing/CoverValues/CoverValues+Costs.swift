public import Workforce

extension CoverValues {
  /// How much dearer than anything else it is to miss a floor.
  private static let floorFactor = 4.0
  /// People who save less than this share of what the most useful one saves are one step.
  private static let tailShare = 0.01

  /// The prices of people on the grid of roster slots.
  ///
  /// - Parameters:
  ///   - prices: Price of a contact that misses the target, per queue, above 0.
  ///   - slotMinutes: Length of a roster slot; it must divide the days.
  /// - Returns: What each further person saves: contacts × price, and a dearer first tier for floors.
  public func coverCosts(prices: [Double], slotMinutes: Int) -> CoverCosts {
    precondition(prices.count == queues.count, "every queue needs a price")
    let dearest = zip(queues, prices).reduce(0.0) { dearest, queue in
      queue.0.reduce(dearest) { max($0, $1.most * queue.1) }
    }
    let step = Double(grid.stepMinutes)
    let layout = SlotLayout(grid: grid, slotMinutes: slotMinutes)
    return layout.coverCosts(queues: queues.count) { queue, index, minutes in
      let share = Double(minutes) / step
      return Self.steps(
        saved: queues[queue][index].saved.map { $0 * prices[queue] * share },
        floor: queues[queue][index].floor,
        worth: Self.floorFactor * dearest * share
      )
    }
  }

  /// The steps of one interval, with a tier of so much more for the people of the floor.
  ///
  /// The people of the floor are one step, at their mean, and so are those who save next to nothing:
  /// fewer steps make smaller programs.
  private static func steps(saved: [Double], floor: Int, worth: Double) -> [CoverCost.Step] {
    var steps: [CoverCost.Step] = []
    func add(_ people: ArraySlice<Double>, more: Double = 0) {
      guard !people.isEmpty else { return }
      let mean = people.reduce(0, +) / Double(people.count)
      // means of falling numbers fall, but for rounding
      let limit = steps.last?.worth ?? .infinity
      steps.append(CoverCost.Step(people: people.count, worth: min(limit, mean + more)))
    }
    let all = saved + Array(repeating: 0, count: max(0, floor - saved.count))
    let least = tailShare * (all.max() ?? 0)
    let tail = max(floor, all[floor...].firstIndex { $0 < least } ?? all.count)
    add(all[..<floor], more: worth)
    for person in floor..<tail { add(all[person...person]) }
    add(all[tail...])
    return steps
  }
}
