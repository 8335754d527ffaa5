/// How many people of each group are at work in each slot, and their cheapest allocation to
/// queues: exact for whole people and tenths of people (V_t of `roster-formulation.md`).
///
/// Adding or removing people moves along a shortest path of the allocation's residual graph, which
/// keeps it optimal (Ahuja, Magnanti & Orlin 1993, §9.7). People are counted in units: one person,
/// or a tenth where some group is worth less or more than a person.
struct CoverState: Sendable {
  private let steps: CoverSteps
  private let slotCount: Int
  private let queueCount: Int
  private let crews: [Crew]
  private let crewQueues: [Int32]
  private let hasUnits: Bool
  /// Units that one of each group is worth.
  private let units: [Int]
  /// Position of each group among those with several queues, or -1.
  private let flexible: [Int]
  private let flexibleGroups: [Int]
  /// Price of a unit with nothing to do, per slot.
  private let idleCost: Double
  /// Units per queue, by `slot * queueCount + queue`.
  private var filled: [Int32]
  /// Units per flexible group and queue, by `(slot * flexibleCount + group) * queueCount + queue`.
  private var given: [Int32]
  /// Units of a group with nothing to do, by `slot * groupCount + group`.
  private var idle: [Int32]
  /// What one more of a group saves, by `slot * groupCount + group`, where fresh.
  private var gains: [Double]
  /// What one fewer of a group costs, likewise.
  private var losses: [Double]
  private var isFresh: [Bool]
  /// People of each group at work, by `slot * groupCount + group`; kept only where some are worth
  /// another number of units than one.
  private var present: [Int32]
  private var scratch: Chains
  /// Σ Φ over all cells.
  private(set) var understaffing: Double
  /// Price of all people with nothing to do.
  private(set) var overstaffing: Double

  /// Values per queue with the moves that lead there.
  private struct Chains: Sendable {
    var values: [Double]
    /// Group that goes on, or -1.
    var groups: [Int]
    /// Queue that it goes to, or -1 for those with nothing to do.
    var queues: [Int]

    init(count: Int) {
      values = [Double](repeating: 0, count: count)
      groups = [Int](repeating: -1, count: count)
      queues = groups
    }
  }

  /// Nobody at work.
  init(_ problem: RosterProblem) {
    let scale = problem.cover.unitsPerPerson(problem.groups)
    steps = CoverSteps(problem.cover, unitsPerPerson: scale)
    slotCount = problem.slotCount
    queueCount = problem.queueCount
    crews = problem.crews
    crewQueues = problem.crewQueues
    units = problem.groups.map { $0.tenths * scale / RosterGroup.fullPerson }
    hasUnits = zip(units, problem.groups).contains { $0 != 1 && $1.parts.isEmpty }
    var found: [Int] = []
    flexible = problem.groups.indices.map { group in
      guard problem.groups[group].queues.count > 1 else { return -1 }
      found.append(group)
      return found.count - 1
    }
    flexibleGroups = found
    idleCost = problem.cover.idleCost / Double(scale)
    filled = [Int32](repeating: 0, count: queueCount * slotCount)
    given = [Int32](repeating: 0, count: found.count * queueCount * slotCount)
    idle = [Int32](repeating: 0, count: crews.count * slotCount)
    gains = [Double](repeating: 0, count: crews.count * slotCount)
    losses = gains
    isFresh = [Bool](repeating: false, count: slotCount)
    present = [Int32](repeating: 0, count: hasUnits ? crews.count * slotCount : 0)
    scratch = Chains(count: queueCount)
    understaffing = (0..<queueCount * slotCount).reduce(0) { sum, cell in
      sum + problem.cover.cost(of: 0, cell: cell)
    }
    overstaffing = 0
  }

  /// The whole cost of cover.
  var cost: Double { understaffing + overstaffing }

  /// What one more person of a group saves in a slot; negative when there is nothing to do.
  mutating func gain(group: Int, slot: Int) -> Double {
    if !isFresh[slot] { refresh(slot) }
    return gains[slot * crews.count + group]
  }

  /// What one person fewer of a group costs in a slot in which one is at work.
  mutating func loss(group: Int, slot: Int) -> Double {
    if !isFresh[slot] { refresh(slot) }
    return losses[slot * crews.count + group]
  }

  /// Computes the gains and losses of all slots anew where they are not known.
  mutating func refresh() {
    for slot in 0..<slotCount where !isFresh[slot] { refresh(slot) }
  }

  /// Gains of a group in all slots; after `refresh()`.
  func freshGains(group: Int) -> [Double] {
    (0..<slotCount).map { gains[$0 * crews.count + group] }
  }

  /// The gain of a group in a slot; after `refresh()`.
  func freshGain(group: Int, slot: Int) -> Double { gains[slot * crews.count + group] }

  /// The loss of a group in a slot; after `refresh()`.
  func freshLoss(group: Int, slot: Int) -> Double { losses[slot * crews.count + group] }

  /// Values of a further person of a group in all slots.
  mutating func gains(group: Int) -> [Double] {
    (0..<slotCount).map { gain(group: group, slot: $0) }
  }

  /// Adds a person of a group in a slot.
  mutating func add(group: Int, slot: Int) {
    isFresh[slot] = false
    if hasUnits { present[slot * crews.count + group] += 1 }
    var left = units[group]
    while left > 0 { left -= place(left, group: group, slot: slot) }
  }

  /// Removes a person of a group from a slot in which one is at work.
  mutating func remove(group: Int, slot: Int) {
    isFresh[slot] = false
    if hasUnits { present[slot * crews.count + group] -= 1 }
    var left = units[group]
    while left > 0 { left -= take(left, group: group, slot: slot) }
  }
}

extension CoverState {
  @inline(__always)
  private func share(_ flexible: Int, _ queue: Int, _ slot: Int) -> Int {
    (slot * flexibleGroups.count + flexible) * queueCount + queue
  }

  @inline(__always)
  private func queues(of group: Int) -> Range<Int> {
    Int(crews[group].first)..<Int(crews[group].end)
  }

  private mutating func refresh(_ slot: Int) {
    let base = slot * crews.count
    if hasUnits {
      for group in crews.indices where !crews[group].isComposite {
        measure(group, slot: slot)
      }
    } else {
      fillAdditions(slot: slot)
      for group in crews.indices {
        var best = -idleCost
        for index in queues(of: group) {
          best = max(best, scratch.values[Int(crewQueues[index])])
        }
        gains[base + group] = best
      }
      fillRemovals(slot: slot)
      for group in crews.indices {
        losses[base + group] =
          idle[base + group] > 0 ? -idleCost : cheapestRemoval(group, slot: slot).loss
      }
    }
    isFresh[slot] = true
  }

  /// Gain and loss of a group where people are worth several units, by trying.
  private mutating func measure(_ group: Int, slot: Int) {
    let index = slot * crews.count + group
    let before = (under: understaffing, over: overstaffing)
    let cost = self.cost
    add(group: group, slot: slot)
    gains[index] = cost - self.cost
    remove(group: group, slot: slot)
    if present[index] > 0 {
      remove(group: group, slot: slot)
      losses[index] = self.cost - cost
      add(group: group, slot: slot)
    }
    (understaffing, overstaffing) = before
  }

  /// Value of one more unit in each queue, chains of moves included.
  private mutating func fillAdditions(slot: Int) {
    for queue in 0..<queueCount {
      let count = Int(filled[slot * queueCount + queue])
      scratch.values[queue] = steps.next(after: count, cell: queue * slotCount + slot).worth
      scratch.groups[queue] = -1
    }
    var hasChanged = !flexibleGroups.isEmpty
    while hasChanged {
      hasChanged = false
      for position in 0..<flexibleGroups.count {
        let group = flexibleGroups[position]
        for first in queues(of: group) {
          let queue = Int(crewQueues[first])
          guard given[share(position, queue, slot)] > 0 else { continue }
          for second in queues(of: group) {
            let other = Int(crewQueues[second])
            guard scratch.values[other] > scratch.values[queue] + 1e-12 else { continue }
            scratch.values[queue] = scratch.values[other]
            scratch.groups[queue] = group
            scratch.queues[queue] = other
            hasChanged = true
          }
        }
      }
    }
  }

  /// Loss of one unit fewer in each queue, chains of moves included; a move to the queue -1 takes
  /// someone of the group who has nothing to do.
  private mutating func fillRemovals(slot: Int) {
    for queue in 0..<queueCount {
      let count = Int(filled[slot * queueCount + queue])
      scratch.values[queue] =
        count > 0 ? steps.last(of: count, cell: queue * slotCount + slot).worth : .infinity
      scratch.groups[queue] = -1
    }
    for group in 0..<crews.count where idle[slot * crews.count + group] > 0 {
      for index in queues(of: group) {
        let queue = Int(crewQueues[index])
        guard scratch.values[queue] > -idleCost else { continue }
        scratch.values[queue] = -idleCost
        scratch.groups[queue] = group
        scratch.queues[queue] = -1
      }
    }
    var hasChanged = !flexibleGroups.isEmpty
    while hasChanged {
      hasChanged = false
      for position in 0..<flexibleGroups.count {
        let group = flexibleGroups[position]
        for first in queues(of: group) {
          let other = Int(crewQueues[first])
          guard given[share(position, other, slot)] > 0 else { continue }
          for second in queues(of: group) {
            let queue = Int(crewQueues[second])
            guard scratch.values[queue] > scratch.values[other] + 1e-12 else { continue }
            scratch.values[queue] = scratch.values[other]
            scratch.groups[queue] = group
            scratch.queues[queue] = other
            hasChanged = true
          }
        }
      }
    }
  }

  /// After `fillRemovals`: the queue that a group leaves at least loss, or -1.
  private func cheapestRemoval(_ group: Int, slot: Int) -> (loss: Double, queue: Int) {
    let position = flexible[group]
    if position < 0 {
      let queue = Int(crews[group].soleQueue)
      return queue < 0 ? (.infinity, -1) : (scratch.values[queue], queue)
    }
    var best = (loss: Double.infinity, queue: -1)
    for index in queues(of: group) {
      let queue = Int(crewQueues[index])
      guard given[share(position, queue, slot)] > 0, scratch.values[queue] < best.loss else {
        continue
      }
      best = (scratch.values[queue], queue)
    }
    return best
  }
}

extension CoverState {
  /// Places up to `most` units of a group where they save most; returns how many.
  private mutating func place(_ most: Int, group: Int, slot: Int) -> Int {
    fillAdditions(slot: slot)
    var best = -idleCost
    var chosen = -1
    for index in queues(of: group) {
      let queue = Int(crewQueues[index])
      if scratch.values[queue] > best { (best, chosen) = (scratch.values[queue], queue) }
    }
    guard chosen >= 0 else {
      idle[slot * crews.count + group] += Int32(most)
      overstaffing += idleCost * Double(most)
      return most
    }
    let amount = most == 1 ? 1 : roomOfAddition(chosen, most: most, slot: slot)
    let change = Int32(amount)
    if flexible[group] >= 0 { given[share(flexible[group], chosen, slot)] += change }
    var queue = chosen
    while scratch.groups[queue] >= 0 {
      given[share(flexible[scratch.groups[queue]], queue, slot)] -= change
      given[share(flexible[scratch.groups[queue]], scratch.queues[queue], slot)] += change
      queue = scratch.queues[queue]
    }
    filled[slot * queueCount + queue] += change
    understaffing -= best * Double(amount)
    return amount
  }

  private func roomOfAddition(_ first: Int, most: Int, slot: Int) -> Int {
    var room = most
    var queue = first
    while scratch.groups[queue] >= 0 {
      room = min(room, Int(given[share(flexible[scratch.groups[queue]], queue, slot)]))
      queue = scratch.queues[queue]
    }
    let count = Int(filled[slot * queueCount + queue])
    return min(room, steps.next(after: count, cell: queue * slotCount + slot).room)
  }

  /// Takes up to `most` units of a group away where they are missed least; returns how many.
  private mutating func take(_ most: Int, group: Int, slot: Int) -> Int {
    let own = slot * crews.count + group
    if idle[own] > 0 {
      let amount = min(most, Int(idle[own]))
      idle[own] -= Int32(amount)
      overstaffing -= idleCost * Double(amount)
      return amount
    }
    fillRemovals(slot: slot)
    let (loss, chosen) = cheapestRemoval(group, slot: slot)
    guard chosen >= 0, loss < .infinity else {
      preconditionFailure("nobody of the group is at work in the slot")
    }
    let amount = most == 1 ? 1 : roomOfRemoval(chosen, group: group, most: most, slot: slot)
    let change = Int32(amount)
    if flexible[group] >= 0 { given[share(flexible[group], chosen, slot)] -= change }
    var queue = chosen
    while scratch.groups[queue] >= 0 {
      let position = flexible[scratch.groups[queue]]
      if position >= 0 { given[share(position, queue, slot)] += change }
      if scratch.queues[queue] < 0 {
        idle[slot * crews.count + scratch.groups[queue]] -= change
        overstaffing -= idleCost * Double(amount)
        return amount
      }
      given[share(position, scratch.queues[queue], slot)] -= change
      queue = scratch.queues[queue]
    }
    filled[slot * queueCount + queue] -= change
    understaffing += scratch.values[queue] * Double(amount)
    return amount
  }

  private func roomOfRemoval(_ first: Int, group: Int, most: Int, slot: Int) -> Int {
    var room = most
    if flexible[group] >= 0 { room = min(room, Int(given[share(flexible[group], first, slot)])) }
    var queue = first
    while scratch.groups[queue] >= 0 {
      let position = flexible[scratch.groups[queue]]
      if scratch.queues[queue] < 0 {
        return min(room, Int(idle[slot * crews.count + scratch.groups[queue]]))
      }
      room = min(room, Int(given[share(position, scratch.queues[queue], slot)]))
      queue = scratch.queues[queue]
    }
    let count = Int(filled[slot * queueCount + queue])
    return min(room, steps.last(of: count, cell: queue * slotCount + slot).room)
  }
}
