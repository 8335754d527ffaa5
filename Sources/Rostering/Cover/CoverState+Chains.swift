extension CoverState {
  @inline(__always)
  func share(_ flexible: Int, _ queue: Int, _ slot: Int) -> Int {
    (slot * flexibleGroups.count + flexible) * queueCount + queue
  }

  @inline(__always)
  func queues(of group: Int) -> Range<Int> {
    Int(crews[group].first)..<Int(crews[group].end)
  }

  /// Value of one more unit in each queue, chains of moves included.
  mutating func fillAdditions(slot: Int) {
    for queue in 0..<queueCount {
      let count = Int(filled[slot * queueCount + queue])
      scratch.values[queue] = steps.next(after: count, cell: queue * slotCount + slot).worth
      scratch.groups[queue] = -1
    }
    spread(slot: slot, isAddition: true)
  }

  /// Loss of one unit fewer in each queue, chains of moves included; a move to the queue -1 takes
  /// someone of the group who has nothing to do.
  mutating func fillRemovals(slot: Int) {
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
    spread(slot: slot, isAddition: false)
  }

  /// Spreads the values along moves of people between the queues of their groups until none
  /// changes.
  ///
  /// Someone who is added to a queue can push one of a group on to where more is saved; someone who
  /// is taken from a queue can be replaced from where less is lost.
  @inline(__always)
  private mutating func spread(slot: Int, isAddition: Bool) {
    var hasChanged = !flexibleGroups.isEmpty
    while hasChanged {
      hasChanged = false
      for position in 0..<flexibleGroups.count {
        let group = flexibleGroups[position]
        for first in queues(of: group) {
          let holder = Int(crewQueues[first])
          guard given[share(position, holder, slot)] > 0 else { continue }
          for second in queues(of: group) {
            let other = Int(crewQueues[second])
            guard scratch.values[other] > scratch.values[holder] + 1e-12 else { continue }
            let (from, to) = isAddition ? (holder, other) : (other, holder)
            scratch.values[from] = scratch.values[to]
            scratch.groups[from] = group
            scratch.queues[from] = to
            hasChanged = true
          }
        }
      }
    }
  }

  /// After `fillRemovals`: the queue that a group leaves at least loss, or -1.
  func cheapestRemoval(_ group: Int, slot: Int) -> (loss: Double, queue: Int) {
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
