extension CoverState {
  /// Places up to `most` units of a group where they save most; returns how many.
  mutating func place(_ most: Int, group: Int, slot: Int) -> Int {
    flow.fillAdditions(slot: slot, &scratch)
    var best = -flow.idleCost
    var chosen = -1
    for index in flow.queues(of: group) {
      let queue = Int(flow.crewQueues[index])
      if scratch.values[queue] > best { (best, chosen) = (scratch.values[queue], queue) }
    }
    guard chosen >= 0 else {
      flow.idle[slot * flow.crews.count + group] += Int32(most)
      overstaffing += flow.idleCost * Double(most)
      return most
    }
    let amount = most == 1 ? 1 : roomOfAddition(chosen, most: most, slot: slot)
    let change = Int32(amount)
    if flow.flexible[group] >= 0 {
      flow.given[flow.share(flow.flexible[group], chosen, slot)] += change
    }
    var queue = chosen
    while scratch.groups[queue] >= 0 {
      flow.given[flow.share(flow.flexible[scratch.groups[queue]], queue, slot)] -= change
      flow.given[flow.share(flow.flexible[scratch.groups[queue]], scratch.queues[queue], slot)] +=
        change
      queue = scratch.queues[queue]
    }
    flow.filled[slot * flow.queueCount + queue] += change
    understaffing -= best * Double(amount)
    return amount
  }

  private func roomOfAddition(_ first: Int, most: Int, slot: Int) -> Int {
    var room = most
    var queue = first
    while scratch.groups[queue] >= 0 {
      room = min(
        room,
        Int(flow.given[flow.share(flow.flexible[scratch.groups[queue]], queue, slot)])
      )
      queue = scratch.queues[queue]
    }
    let count = Int(flow.filled[slot * flow.queueCount + queue])
    return min(room, flow.steps.next(after: count, cell: queue * flow.slotCount + slot).room)
  }

  /// Takes up to `most` units of a group away where they are missed least; returns how many.
  mutating func take(_ most: Int, group: Int, slot: Int) -> Int {
    let own = slot * flow.crews.count + group
    if flow.idle[own] > 0 {
      let amount = min(most, Int(flow.idle[own]))
      flow.idle[own] -= Int32(amount)
      overstaffing -= flow.idleCost * Double(amount)
      return amount
    }
    flow.fillRemovals(slot: slot, &scratch)
    let (loss, chosen) = flow.cheapestRemoval(group, slot: slot, scratch)
    guard chosen >= 0, loss < .infinity else {
      preconditionFailure("nobody of the group is at work in the slot")
    }
    let amount = most == 1 ? 1 : roomOfRemoval(chosen, group: group, most: most, slot: slot)
    let change = Int32(amount)
    if flow.flexible[group] >= 0 {
      flow.given[flow.share(flow.flexible[group], chosen, slot)] -= change
    }
    var queue = chosen
    while scratch.groups[queue] >= 0 {
      let position = flow.flexible[scratch.groups[queue]]
      if position >= 0 { flow.given[flow.share(position, queue, slot)] += change }
      if scratch.queues[queue] < 0 {
        flow.idle[slot * flow.crews.count + scratch.groups[queue]] -= change
        overstaffing -= flow.idleCost * Double(amount)
        return amount
      }
      flow.given[flow.share(position, scratch.queues[queue], slot)] -= change
      queue = scratch.queues[queue]
    }
    flow.filled[slot * flow.queueCount + queue] -= change
    understaffing += scratch.values[queue] * Double(amount)
    return amount
  }

  private func roomOfRemoval(_ first: Int, group: Int, most: Int, slot: Int) -> Int {
    var room = most
    if flow.flexible[group] >= 0 {
      room = min(room, Int(flow.given[flow.share(flow.flexible[group], first, slot)]))
    }
    var queue = first
    while scratch.groups[queue] >= 0 {
      let position = flow.flexible[scratch.groups[queue]]
      if scratch.queues[queue] < 0 {
        return min(room, Int(flow.idle[slot * flow.crews.count + scratch.groups[queue]]))
      }
      room = min(room, Int(flow.given[flow.share(position, scratch.queues[queue], slot)]))
      queue = scratch.queues[queue]
    }
    let count = Int(flow.filled[slot * flow.queueCount + queue])
    return min(room, flow.steps.last(of: count, cell: queue * flow.slotCount + slot).room)
  }
}
