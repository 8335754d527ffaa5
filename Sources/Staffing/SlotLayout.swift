import Workforce

/// Lays prices of planning intervals out on the grid of roster slots.
///
/// A person present in a slot serves every interval that the slot touches, each weighted by the
/// minutes they share.
struct SlotLayout {
  private let intervals: TimeGrid
  private let slots: TimeGrid

  /// Takes the planning intervals; the slots must divide their days.
  init(grid: TimeGrid, slotMinutes: Int) {
    guard let slots = grid.withStep(minutes: slotMinutes) else {
      preconditionFailure("roster slots must divide the days of the planning intervals")
    }
    intervals = grid
    self.slots = slots
  }

  /// The prices of all slots.
  ///
  /// - Parameters:
  ///   - queues: How many queues there are.
  ///   - steps: The steps of a queue in an interval, for so many minutes of it; their worth must not
  ///     increase.
  /// - Returns: One price per queue and slot.
  func coverCosts(
    queues: Int,
    steps: (_ queue: Int, _ interval: Int, _ minutes: Int) -> [CoverCost.Step]
  ) -> CoverCosts {
    let prices = (0..<queues).map { queue in
      (0..<slots.count).map { slot in
        CoverCost(steps: Self.sum(of: overlaps(of: slot).map { steps(queue, $0, $1) }))
      }
    }
    return CoverCosts(grid: slots, queues: prices)
  }

  /// The intervals that a slot touches, with the minutes they share.
  private func overlaps(of slot: Int) -> [(interval: Int, minutes: Int)] {
    let start = slot * slots.stepMinutes
    let end = start + slots.stepMinutes
    let step = intervals.stepMinutes
    return (start / step...(end - 1) / step).map { index in
      (index, min(end, (index + 1) * step) - max(start, index * step))
    }
  }

  /// The steps of the sum of prices: each further person saves what they save in every part.
  private static func sum(of parts: [[CoverCost.Step]]) -> [CoverCost.Step] {
    if parts.count == 1 { return parts[0] }
    let ends = parts.map { steps in
      steps.indices.map { steps[...$0].reduce(0) { $0 + $1.people } }
    }
    var sum: [CoverCost.Step] = []
    var people = 0
    for end in Set(ends.joined()).sorted() {
      let worth = zip(parts, ends).reduce(0.0) { total, part in
        let step = part.1.firstIndex { $0 > people }
        return total + (step.map { part.0[$0].worth } ?? 0)
      }
      sum.append(CoverCost.Step(people: end - people, worth: worth))
      people = end
    }
    return sum
  }
}
