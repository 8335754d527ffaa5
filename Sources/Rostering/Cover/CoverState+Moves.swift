extension CoverState {
  /// Places up to `most` units of a group where they save most; returns how many.
  mutating func place(_ most: Int, group: Int, slot: Int) -> Int {
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
  mutating func take(_ most: Int, group: Int, slot: Int) -> Int {
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
