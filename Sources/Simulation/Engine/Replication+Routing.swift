extension Replication {
  /// The least loaded of those who may take a contact of the queue, of the preferred team, longest
  /// so first; negative when there is none.
  func freeShift(for queue: Int) -> Int {
    let route = queues[queue]
    for level in 0..<Int(route.concurrency) {
      var best = -1
      var rank: Int32 = 0
      for place in Int(route.firstGroup)..<Int(route.endGroup) {
        let candidate = groupPlaces[place]
        if best >= 0, candidate.rank > rank { break }
        let first = available.first(of: Int(candidate.group) * levels + level)
        guard first >= 0 else { continue }
        if best < 0 || available.hasPriority(first, over: best) { best = first }
        rank = candidate.rank
      }
      if best >= 0 { return best }
    }
    return -1
  }

  /// Takes a person out of the list in which they are available, if they are in one.
  mutating func leaveList(_ shift: Int, at time: Double) {
    if shifts[shift].load == 0 {
      shifts[shift].tally.idleSeconds += time - available.since(shift)
    }
    available.remove(shift)
  }

  /// Gives a person the contacts that wait for them, then lists them as available, if they are.
  mutating func serveWaiting(_ shift: Int, at time: Double) {
    while lines.count > 0 {
      let queue = nextLine(for: shift, at: time)
      guard queue >= 0 else { break }
      start(lines.removeFirst(of: queue), shift, at: time)
    }
    enlist(shift, at: time)
  }

  /// The queue from which a person takes a contact; negative when none waits for them.
  private mutating func nextLine(for shift: Int, at time: Double) -> Int {
    let state = shifts[shift]
    guard !state.isFull else { return -1 }
    let group = groups[Int(state.group)]
    var best = -1
    var priority = Int32.min
    var earliest = Double.infinity
    for place in Int(group.firstQueue)..<Int(group.endQueue) {
      let queue = Int(queuePlaces[place])
      let route = queues[queue]
      if best >= 0, route.priority < priority { break }
      guard state.load < route.concurrency else { continue }
      dropLost(from: queue, at: time)
      let arrival = lines.earliest(in: queue)
      if arrival < earliest { (best, priority, earliest) = (queue, route.priority, arrival) }
    }
    return best
  }

  /// Takes those who lost patience from the head of a line.
  mutating func dropLost(from queue: Int, at time: Double) {
    while lines.hasLeft(in: queue, by: time) { abandon(lines.removeFirst(of: queue)) }
  }

  mutating func start(_ contact: Contact, _ shift: Int, at time: Double) {
    let route = queues[Int(contact.queue)]
    let wait = time - contact.arrival
    let cell = cell(of: contact)
    cells[cell].waitSeconds += wait
    if wait <= route.threshold { cells[cell].answeredInTarget += 1 }
    if shifts[shift].load == 0 { shifts[shift].busySince = time }
    shifts[shift].load += 1
    shifts[shift].isFull = route.concurrency == 1
    inHand.insert(time: time + contact.work, shift: shift)
  }

  mutating func enlist(_ shift: Int, at time: Double) {
    let state = shifts[shift]
    let group = Int(state.group)
    guard !state.isFull, state.load < groups[group].mostAtOnce else { return }
    available.append(shift, to: group * levels + Int(state.load), at: time)
  }

  mutating func abandon(_ contact: Contact) {
    let cell = cell(of: contact)
    cells[cell].abandoned += 1
    let wait = contact.leaves - contact.arrival
    if wait <= queues[Int(contact.queue)].threshold { cells[cell].abandonedInTarget += 1 }
    if wait < .infinity { cells[cell].abandonedWaitSeconds += wait }
  }

  @inline(__always)
  func cell(of contact: Contact) -> Int {
    Int(contact.queue) * center.intervals + Int(contact.interval)
  }
}
