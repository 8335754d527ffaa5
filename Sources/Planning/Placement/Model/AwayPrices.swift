/// What it costs service when people sit in a class, per block of time.
///
/// Of a queue's people in a block, the first to go are those whose work is worth least; each further
/// one costs at least as much. Somebody who serves several queues is missed where it costs least.
struct AwayPrices: Sendable {
  /// So many people of a queue, and what each costs when away for the whole block.
  struct Step: Hashable, Sendable {
    var people: Double
    var cost: Double
  }

  /// Length of a block; the first begins with the horizon.
  let blockMinutes: Int
  /// Per queue and block, cheapest first; the last step has no end.
  var steps: [[[Step]]]
  /// People at work in each block whom no queue has a use for.
  var idle: [Double]

  /// The blocks that a class touches, with the share of each that it takes.
  func blocks(of minutes: Range<Int>) -> [(block: Int, share: Double)] {
    let first = minutes.lowerBound / blockMinutes
    let last = (minutes.upperBound - 1) / blockMinutes
    return (first...max(first, last)).filter { idle.indices.contains($0) }.map { block in
      let start = block * blockMinutes
      let taken =
        min(minutes.upperBound, start + blockMinutes) - max(minutes.lowerBound, start)
      return (block, Double(taken) / Double(blockMinutes))
    }
  }

  /// True where nobody of a queue would be missed at once: idle people take the place.
  func isSpare(_ queue: Int, _ block: Int) -> Bool {
    idle[block] > 0 && (steps[queue][block].first?.cost ?? 0) <= 0
  }

  /// Who is missed where, when so many people of each pool are away in a block.
  struct Pour {
    /// Per pool, the people missed at each of its queues, in their order.
    var flows: [[Double]]
    /// Per queue, the people of each step.
    var taken: [[Double]]
    /// Per queue, the people whose place idle ones take.
    var idle: [Double]
    var cost: Double
  }

  /// A good split, not always the best one: pools with the fewest queues first.
  func pour(_ away: [Double], pools: [[Int]], block: Int) -> Pour {
    var pour = Pour(
      flows: pools.map { $0.map { _ in 0 } },
      taken: steps.map { $0[block].map { _ in 0 } },
      idle: steps.map { _ in 0 },
      cost: 0
    )
    var idleLeft = idle[block]
    let order = pools.indices.sorted { (pools[$0].count, $0) < (pools[$1].count, $1) }
    for pool in order where !pools[pool].isEmpty {
      var rest = away[pool]
      for (place, queue) in pools[pool].enumerated() where isSpare(queue, block) {
        let amount = min(rest, idleLeft)
        pour.flows[pool][place] += amount
        pour.idle[queue] += amount
        idleLeft -= amount
        rest -= amount
      }
      while rest > 1e-9, let next = cheapest(pools[pool], block, pour) {
        let amount = min(rest, next.room)
        pour.flows[pool][next.place] += amount
        pour.taken[pools[pool][next.place]][next.step] += amount
        pour.cost += amount * next.cost
        rest -= amount
      }
    }
    return pour
  }

  private func cheapest(_ queues: [Int], _ block: Int, _ pour: Pour)
    -> (place: Int, step: Int, room: Double, cost: Double)?
  {
    var best: (place: Int, step: Int, room: Double, cost: Double)?
    for (place, queue) in queues.enumerated() {
      let steps = steps[queue][block]
      let open = steps.indices.first {
        $0 == steps.count - 1 || pour.taken[queue][$0] < steps[$0].people
      }
      guard let open else { continue }
      let isLast = open == steps.count - 1
      let room = isLast ? Double.infinity : steps[open].people - pour.taken[queue][open]
      if best.map({ steps[open].cost < $0.cost }) ?? true {
        best = (place, open, room, steps[open].cost)
      }
    }
    return best
  }
}
