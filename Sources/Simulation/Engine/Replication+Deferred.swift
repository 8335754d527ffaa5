import Workforce

/// Deferred work: taken when nobody waits, by due time, and put aside for customers.
extension Replication {
  /// A new item of a deferred queue.
  mutating func receiveItem(_ contact: Contact) {
    let queue = Int(contact.queue)
    desk.cells[queue * desk.width + Int(contact.interval)].released += 1
    let rule = center.queues[queue].due?.due(receivedAt: contact.arrival) ?? .infinity
    let due = contact.leaves < .infinity ? contact.leaves : rule
    let item = WorkItem(
      due: due,
      release: contact.arrival,
      receipt: contact.arrival,
      work: contact.work,
      queue: contact.queue,
      line: contact.line,
      interval: contact.interval
    )
    offer(item, at: contact.arrival)
  }

  /// Lays the items out that are there at the start.
  mutating func bringBacklog() {
    for (index, queue) in center.queues.enumerated() where queue.backlog > 0 {
      guard let due = queue.due else { continue }
      let base = RandomStream(seed: center.seed, name: "backlog").keyed(by: self.index)
        .keyed(by: index)
      desk.cells[index * desk.width + intervals].released += Double(queue.backlog)
      for ordinal in 0..<queue.backlog {
        var stream = base.keyed(by: ordinal)
        let work = queue.handleSeconds[0] * queue.handleTimes.draw(&stream)
        let line = queue.line(for: stream.unit())
        offer(
          WorkItem(
            due: due.dueOfBacklog(ordinal, of: queue.backlog),
            release: 0,
            receipt: 0,
            work: work,
            queue: Int16(truncatingIfNeeded: index),
            line: line,
            interval: Int32(truncatingIfNeeded: intervals)
          ),
          at: 0
        )
      }
    }
  }

  /// Gives an item to the person who has been idle longest, or lays it down.
  private mutating func offer(_ item: WorkItem, at time: Double) {
    let shift = freeShift(for: Int(item.queue))
    guard shift >= 0 else { return desk.lines.insert(item) }
    leaveList(shift, at: time)
    begin(item, shift, at: time)
  }

  /// Gives an idle person the item of the highest priority that is due first; false without any.
  mutating func takeItem(_ shift: Int, at time: Double) -> Bool {
    guard desk.lines.count > 0 else { return false }
    let group = groups[Int(shifts[shift].group)]
    var best = -1
    for place in Int(group.firstItemLine)..<Int(group.endLine) {
      let line = Int(linePlaces[place])
      guard !desk.lines.isEmpty(line) else { continue }
      if best >= 0 {
        if routeLines[line].priority < routeLines[best].priority { break }
        guard desk.lines.first(of: line).precedes(desk.lines.first(of: best)) else { continue }
      }
      best = line
    }
    guard best >= 0 else { return false }
    begin(desk.lines.removeFirst(of: best), shift, at: time)
    return true
  }

  private mutating func begin(_ item: WorkItem, _ shift: Int, at time: Double) {
    var item = item
    if item.begun < 0 { item.begun = time }
    desk.inHand[shift] = item
    shifts[shift].hasItem = true
    shifts[shift].busySince = time
    agenda.set(shift, to: time + item.remaining * factor(of: shift, Int(item.queue)))
    available.append(shift, to: Int(shifts[shift].group) * listsPerGroup + levels, at: time)
  }

  /// Takes the item from a person's hands, with the work that is left.
  private mutating func putAside(_ shift: Int, at time: Double) -> WorkItem {
    var item = desk.inHand[shift]
    let spent = time - shifts[shift].busySince
    item.spent += spent
    item.remaining = max(0, item.remaining - spent / factor(of: shift, Int(item.queue)))
    shifts[shift].tally.busySeconds += spent
    shifts[shift].tally.loadSeconds += spent
    desk.seconds[shift] += spent
    shifts[shift].hasItem = false
    agenda.remove(shift)
    available.remove(shift)
    return item
  }

  /// Lets a person put deferred work aside for a customer; false when nobody can.
  mutating func interrupt(for contact: Contact) -> Bool {
    let shift = firstShift(at: levels, queues[Int(contact.queue)])
    guard shift >= 0 else { return false }
    let time = contact.arrival
    let item = putAside(shift, at: time)
    desk.interruptions[Int(item.queue)].byCustomers += 1
    start(contact, shift, at: time)
    enlist(shift, at: time)
    offer(item, at: time)
    return true
  }

  /// Puts deferred work aside at a break or the end of a shift.
  mutating func leaveItem(_ shift: Int, at time: Double) {
    let item = putAside(shift, at: time)
    desk.interruptions[Int(item.queue)].byDuty += 1
    offer(item, at: time)
  }

  /// The item in a person's hands is done.
  mutating func finishItem(_ shift: Int, at time: Double) {
    let item = putAside(shift, at: time)
    let interval = min(intervals - 1, Int(time / center.stepSeconds))
    let queue = Int(item.queue)
    let done = queue * desk.width + interval
    desk.cells[done].done += 1
    desk.cells[done].earliestRelease = min(desk.cells[done].earliestRelease, item.release)
    let released = queue * desk.width + Int(item.interval)
    desk.cells[released].finished += 1
    desk.cells[released].turnaroundSeconds += time - item.release
    judge(item, until: time, isDone: true, by: shift)
    releaseSuccessors(of: item, at: time)
    serveWaiting(shift, at: time)
  }

  /// Counts an item as in time, late or open.
  private mutating func judge(_ item: WorkItem, until time: Double, isDone: Bool, by shift: Int) {
    let queue = Int(item.queue)
    let released = queue * desk.width + Int(item.interval)
    let isCounted = Int(item.interval) < intervals
    let cell = Int(item.line) * intervals + Int(item.interval)
    let isLate = isDone ? time > item.due : time >= item.due
    if isLate {
      desk.cells[released].late += 1
      desk.cells[released].latenessSeconds += time - item.due
    } else if isDone {
      desk.cells[released].doneInTime += 1
      if isCounted { cells[cell].answeredInTarget += 1 }
    } else {
      desk.cells[released].open += 1
      if isCounted { cells[cell].open += 1 }
    }
    let wait = (item.begun < 0 ? time : item.begun) - item.release
    if isCounted {
      cells[cell].waitSeconds += wait
      waits.add(wait, queue, interval: Int(item.interval))
    }
    guard tracer.isOn else { return }
    tracer.add(
      TraceEntry(
        outcome: isLate ? .late : isDone ? .done : .open,
        queue: item.queue,
        line: item.line,
        shift: Int32(truncatingIfNeeded: shift),
        arrival: item.release,
        wait: item.begun < 0 ? -1 : wait,
        handled: item.spent,
        work: item.work,
        due: item.due
      )
    )
  }

  /// Releases the items of the next stages, each due counted from the first receipt.
  private mutating func releaseSuccessors(of item: WorkItem, at time: Double) {
    let source = Int(item.queue)
    let places = Int(desk.firstSuccessor[source])..<Int(desk.firstSuccessor[source + 1])
    for place in places {
      let successor = desk.successors[place]
      var stream = stream("next stage", item.receipt, item.release, Int(successor.queue))
      guard stream.unit() < successor.share else { continue }
      release(from: item, to: Int(successor.queue), &stream, at: time)
    }
  }

  private mutating func release(
    from item: WorkItem,
    to index: Int,
    _ stream: inout RandomStream,
    at time: Double
  ) {
    let queue = center.queues[index]
    let interval = min(intervals - 1, Int(time / center.stepSeconds))
    desk.cells[index * desk.width + interval].released += 1
    let line = queue.line(for: stream.unit())
    cells[Int(line) * intervals + interval].arrivals += 1
    let work = queue.handleSeconds[interval] * queue.handleTimes.draw(&stream)
    offer(
      WorkItem(
        due: queue.due?.due(receivedAt: item.receipt) ?? .infinity,
        release: time,
        receipt: item.receipt,
        work: work,
        queue: Int16(truncatingIfNeeded: index),
        line: line,
        interval: Int32(truncatingIfNeeded: interval)
      ),
      at: time
    )
  }

  /// A stream of the replication, keyed by moments and a number.
  func stream(_ name: String, _ one: Double, _ other: Double, _ key: Int) -> RandomStream {
    RandomStream(seed: center.seed, name: name).keyed(by: index).keyed(by: key)
      .keyed(by: Int(bitPattern: UInt(one.bitPattern)))
      .keyed(by: Int(bitPattern: UInt(other.bitPattern)))
  }

  /// Judges what is undone when the horizon ends.
  mutating func closeItems() {
    for line in 0..<routeLines.count {
      while !desk.lines.isEmpty(line) {
        let item = desk.lines.removeFirst(of: line)
        let outside = Int(item.queue) * desk.width + intervals
        desk.cells[outside].done += 1
        desk.cells[outside].earliestRelease = min(
          desk.cells[outside].earliestRelease,
          item.release
        )
        judge(item, until: center.end, isDone: false, by: -1)
      }
    }
  }
}
