/// How many people of each group are at work in each slot, and their cheapest allocation to
/// queues: exact for whole people (V_t of `roster-formulation.md`).
///
/// Adding or removing one person moves along a shortest path of the allocation's residual graph,
/// which keeps it optimal (Ahuja, Magnanti & Orlin 1993, §9.7).
struct CoverState: Sendable {
  private let cover: CoverTable
  private let slotCount: Int
  private let groups: [[Int]]
  private let queueCount: Int
  /// People per queue, by `queue * slotCount + slot`.
  private var filled: [Int32]
  /// People per group and queue, by `(group * queueCount + queue) * slotCount + slot`.
  private var given: [Int32]
  /// People of a group with nothing to do, by `group * slotCount + slot`.
  private var idle: [Int32]
  /// Σ Φ over all cells.
  private(set) var understaffing: Double
  /// Price of all people with nothing to do.
  private(set) var overstaffing: Double

  /// Nobody at work.
  init(_ problem: RosterProblem) {
    cover = problem.cover
    slotCount = problem.slotCount
    groups = problem.groups.map(\.queues)
    queueCount = problem.queueCount
    filled = [Int32](repeating: 0, count: queueCount * slotCount)
    given = [Int32](repeating: 0, count: groups.count * queueCount * slotCount)
    idle = [Int32](repeating: 0, count: groups.count * slotCount)
    understaffing = (0..<queueCount * slotCount).reduce(0) { sum, cell in
      sum + problem.cover.cost(of: 0, cell: cell)
    }
    overstaffing = 0
  }

  /// The whole cost of cover.
  var cost: Double { understaffing + overstaffing }

  /// What a further person of a group saves in a slot; `-idleCost` when there is nothing to do.
  func gain(group: Int, slot: Int) -> Double {
    let queues = groups[group]
    if queues.count == 1, isAlone(queues[0], slot: slot) {
      return cover.worth(
        ofNextAfter: Int(filled[queues[0] * slotCount + slot]),
        cell: queues[0] * slotCount + slot
      ) ?? -cover.idleCost
    }
    let values = additionValues(slot: slot)
    return groups[group].reduce(-cover.idleCost) { max($0, values[$1].value) }
  }

  /// Values of a further person of a group in all slots.
  func gains(group: Int) -> [Double] { (0..<slotCount).map { gain(group: group, slot: $0) } }

  /// Whether nobody in the queue could move to another one.
  private func isAlone(_ queue: Int, slot: Int) -> Bool {
    groups.indices.allSatisfy { group in
      groups[group].count == 1 || given[cell(group, queue, slot)] == 0
    }
  }

  private func cell(_ group: Int, _ queue: Int, _ slot: Int) -> Int {
    (group * queueCount + queue) * slotCount + slot
  }

  /// Where a chain of moves goes on: someone of `group` leaves for `queue`.
  private struct Move {
    let group: Int
    let queue: Int
  }

  /// Value of one more person in each queue, chains of moves included.
  private func additionValues(slot: Int) -> [(value: Double, move: Move?)] {
    var values = (0..<queueCount).map { queue -> (value: Double, move: Move?) in
      let index = queue * slotCount + slot
      return (cover.worth(ofNextAfter: Int(filled[index]), cell: index) ?? -.infinity, nil)
    }
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for group in groups.indices where groups[group].count > 1 {
        for queue in groups[group] where given[cell(group, queue, slot)] > 0 {
          for other in groups[group] where values[other].value > values[queue].value + 1e-12 {
            values[queue] = (values[other].value, Move(group: group, queue: other))
            hasChanged = true
          }
        }
      }
    }
    return values
  }

  /// Loss of one person fewer in each queue, chains of moves included; a move with the queue -1
  /// takes someone of the group who has nothing to do.
  private func removalLosses(slot: Int) -> [(loss: Double, move: Move?)] {
    var losses = (0..<queueCount).map { queue -> (loss: Double, move: Move?) in
      let index = queue * slotCount + slot
      let count = Int(filled[index])
      guard count > 0 else { return (.infinity, nil) }
      return (cover.worth(ofNextAfter: count - 1, cell: index) ?? -cover.idleCost, nil)
    }
    for group in groups.indices where idle[group * slotCount + slot] > 0 {
      for queue in groups[group] where losses[queue].loss > -cover.idleCost {
        losses[queue] = (-cover.idleCost, Move(group: group, queue: -1))
      }
    }
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for group in groups.indices where groups[group].count > 1 {
        for other in groups[group] where given[cell(group, other, slot)] > 0 {
          for queue in groups[group] where losses[queue].loss > losses[other].loss + 1e-12 {
            losses[queue] = (losses[other].loss, Move(group: group, queue: other))
            hasChanged = true
          }
        }
      }
    }
    return losses
  }

  /// Adds a person of a group in a slot.
  mutating func add(group: Int, slot: Int) {
    let values = additionValues(slot: slot)
    var best = -cover.idleCost
    var chosen: Int?
    for queue in groups[group] where values[queue].value > best {
      (best, chosen) = (values[queue].value, queue)
    }
    guard var queue = chosen else {
      idle[group * slotCount + slot] += 1
      overstaffing += cover.idleCost
      return
    }
    given[cell(group, queue, slot)] += 1
    while let move = values[queue].move {
      given[cell(move.group, queue, slot)] -= 1
      given[cell(move.group, move.queue, slot)] += 1
      queue = move.queue
    }
    filled[queue * slotCount + slot] += 1
    understaffing -= best
  }

  /// Removes a person of a group from a slot in which one is at work.
  mutating func remove(group: Int, slot: Int) {
    if idle[group * slotCount + slot] > 0 {
      idle[group * slotCount + slot] -= 1
      overstaffing -= cover.idleCost
      return
    }
    let losses = removalLosses(slot: slot)
    var best = Double.infinity
    var chosen: Int?
    for queue in groups[group]
    where given[cell(group, queue, slot)] > 0 && losses[queue].loss < best {
      (best, chosen) = (losses[queue].loss, queue)
    }
    guard var queue = chosen else {
      preconditionFailure("nobody of the group is at work in the slot")
    }
    given[cell(group, queue, slot)] -= 1
    while let move = losses[queue].move {
      given[cell(move.group, queue, slot)] += 1
      if move.queue < 0 {
        idle[move.group * slotCount + slot] -= 1
        overstaffing -= cover.idleCost
        return
      }
      given[cell(move.group, move.queue, slot)] -= 1
      queue = move.queue
    }
    filled[queue * slotCount + slot] -= 1
    understaffing += losses[queue].loss
  }
}
