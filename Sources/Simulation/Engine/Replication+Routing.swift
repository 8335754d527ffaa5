extension Replication {
  /// The least loaded of those who may take a contact of the queue, of the preferred team, longest
  /// so first; negative when there is none.
  ///
  /// Mutating, since a look at the whole replication would copy it.
  mutating func freeShift(for queue: Int) -> Int {
    let route = queues[queue]
    for level in 0..<Int(route.concurrency) {
      let best = firstShift(at: level, route)
      if best >= 0 { return best }
    }
    return -1
  }

  /// Of the lists of one level, the shift of the preferred team that joined first; negative when
  /// all are empty.
  @inline(__always)
  mutating func firstShift(at level: Int, _ route: Routes.Queue) -> Int {
    var best = -1
    var rank: Int32 = 0
    for place in Int(route.firstGroup)..<Int(route.endGroup) {
      let candidate = groupPlaces[place]
      if best >= 0, candidate.rank > rank { break }
      let first = available.first(of: Int(candidate.group) * listsPerGroup + level)
      guard first >= 0 else { continue }
      if best < 0 || available.hasPriority(first, over: best) { best = first }
      rank = candidate.rank
    }
    return best
  }

  /// Takes a person out of the list in which they are available, if they are in one.
  mutating func leaveList(_ shift: Int, at time: Double) {
    if shifts[shift].load == 0 {
      shifts[shift].tally.idleSeconds += time - available.since(shift)
    }
    available.remove(shift)
  }

  /// Gives a person the contacts that wait for them, or else deferred work, then lists them as
  /// available, if they are.
  mutating func serveWaiting(_ shift: Int, at time: Double) {
    while lines.count > 0 {
      let line = nextLine(for: shift, at: time)
      guard line >= 0 else { break }
      start(lines.removeFirst(of: line), shift, at: time)
    }
    if hasDeferredWork, shifts[shift].load == 0, takeItem(shift, at: time) { return }
    enlist(shift, at: time)
  }

  /// The line from which a person takes a contact; negative when none waits for them.
  private mutating func nextLine(for shift: Int, at time: Double) -> Int {
    let state = shifts[shift]
    guard !state.isFull else { return -1 }
    let group = groups[Int(state.group)]
    var best = -1
    var priority = Int32.min
    var earliest = Double.infinity
    for place in Int(group.firstLine)..<Int(group.firstItemLine) {
      let line = Int(linePlaces[place])
      let route = routeLines[line]
      if best >= 0, route.priority < priority { break }
      guard state.load < route.concurrency else { continue }
      dropLost(from: line, at: time)
      let arrival = lines.earliest(in: line)
      if arrival < earliest { (best, priority, earliest) = (line, route.priority, arrival) }
    }
    return best
  }

  /// Takes those who lost patience from the head of a line.
  mutating func dropLost(from line: Int, at time: Double) {
    while lines.hasLeft(in: line, by: time) { abandon(lines.removeFirst(of: line)) }
  }

  mutating func start(_ contact: Contact, _ shift: Int, at time: Double) {
    let queue = Int(contact.queue)
    let route = queues[queue]
    let wait = time - contact.arrival
    let cell = cell(of: contact)
    cells[cell].waitSeconds += wait
    if wait <= route.threshold { cells[cell].answeredInTarget += 1 }
    if wait > 0 { waits.add(wait, queue, interval: Int(contact.interval)) }
    if shifts[shift].load == 0 { shifts[shift].busySince = time }
    countLoad(shift, until: time)
    shifts[shift].load += 1
    shifts[shift].isFull = route.concurrency == 1
    let work = contact.work * factor(of: shift, queue)
    if shifts[shift].isShared, route.concurrency > 1 {
      share(contact, work: work, slowdown: route.slowdown, shift, at: time)
    } else {
      inHand.insert(time: time + work, shift: shift)
      if tracer.isOn { trace(contact, .answered, by: shift, wait: wait, handled: work) }
    }
  }

  /// Handle time of a shift's person ÷ the mean of a queue.
  @inline(__always)
  func factor(of shift: Int, _ queue: Int) -> Double {
    factors.count > 0 ? factors[shift * queues.count + queue] : 1
  }

  mutating func enlist(_ shift: Int, at time: Double) {
    let state = shifts[shift]
    let group = Int(state.group)
    guard !state.isFull, state.load < groups[group].mostAtOnce else { return }
    available.append(shift, to: group * listsPerGroup + Int(state.load), at: time)
  }

  /// Counts a contact that left; one that is blank was counted before.
  mutating func abandon(_ contact: Contact) {
    guard contact.leaves > -.infinity else { return }
    let cell = cell(of: contact)
    cells[cell].abandoned += 1
    let wait = contact.leaves - contact.arrival
    if wait <= queues[Int(contact.queue)].threshold { cells[cell].abandonedInTarget += 1 }
    if wait < .infinity { cells[cell].abandonedWaitSeconds += wait }
    if tracer.isOn { trace(contact, .abandoned, by: -1, wait: min(wait, center.end), handled: 0) }
    if queues[Int(contact.queue)].hasRetrials { askAgain(contact) }
  }

  @inline(__always)
  func cell(of contact: Contact) -> Int {
    Int(contact.line) * intervals + Int(contact.interval)
  }
}
