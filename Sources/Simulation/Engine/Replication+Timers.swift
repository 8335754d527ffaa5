import Workforce

/// Work whose end moves, and what happens at moments that are known only on the way.
extension Replication {
  /// The earliest end of work that could have been put off has come.
  mutating func endFirstOfAgenda(at time: Double) {
    let shift = agenda.first
    lastEnd = time
    if shifts[shift].hasItem { return finishItem(shift, at: time) }
    let (slot, next) = shared.removeNext(of: shift, at: time)
    if next < .infinity { agenda.set(shift, to: next) } else { agenda.remove(shift) }
    if tracer.isOn {
      let wait = slot.start - slot.contact.arrival
      trace(slot.contact, .answered, by: shift, wait: wait, handled: time - slot.start)
    }
    release(shift, at: time)
  }

  /// Puts a contact into hands that others slow down.
  mutating func share(
    _ contact: Contact,
    work: Double,
    slowdown: Double,
    _ shift: Int,
    at time: Double
  ) {
    let slot = SharedWork.Slot(
      contact: contact,
      start: time,
      remaining: work,
      slowdown: slowdown
    )
    agenda.set(shift, to: shared.add(slot, to: shift))
  }

  /// The earliest timer goes off.
  mutating func goOff() {
    let timer = timers.removeFirst()
    switch timer.kind {
    case .leaving:
      guard lines.holds(timer.contact, at: timer.index) else { return }
      lines.blank(timer.index)
      abandon(timer.contact)
    case .retrial:
      cells[cell(of: timer.contact)].retrials += 1
      receive(timer.contact)
    case .lateStart:
      let shift = Int(timer.index)
      guard isScheduled(shift, at: timer.time) else { return }
      shifts[shift].isOnDuty = true
      serveWaiting(shift, at: timer.time)
    }
  }

  /// Notices when a waiting contact leaves, since it may ask again.
  mutating func watch(_ contact: Contact, at place: Int32) {
    guard contact.leaves < .infinity else { return }
    timers.insert(
      Timer(time: contact.leaves, kind: .leaving, index: place, contact: contact)
    )
  }

  /// Lets a contact that left ask again with the queue's probability, while the queue is open, with
  /// the same work and new patience.
  mutating func askAgain(_ contact: Contact) {
    guard contact.leaves < .infinity else { return }
    let queue = center.queues[Int(contact.queue)]
    var stream = stream("retrials", contact.arrival, contact.work, Int(contact.queue))
    guard stream.unit() < queue.retrialShare else { return }
    let time = contact.leaves + queue.retrialSeconds * stream.exponential()
    let interval = Int(time / center.stepSeconds)
    guard interval < center.intervals, queue.isOpen[interval] else { return }
    var next = contact
    next.arrival = time
    next.interval = Int32(truncatingIfNeeded: interval)
    next.leaves = time + queue.patience[interval] * stream.exponential()
    if queue.balkingShare > 0, stream.unit() < queue.balkingShare { next.leaves = time }
    timers.insert(Timer(time: time, kind: .retrial, index: 0, contact: next))
  }

  /// Draws who comes late, and when.
  mutating func drawLateArrivals() {
    for (shift, settings) in center.shifts.enumerated() where !shifts[shift].isAbsent {
      guard let time = center.lateArrival(settings, in: index) else { continue }
      lateUntil[shift] = time
      timers.insert(
        Timer(
          time: time,
          kind: .lateStart,
          index: Int32(truncatingIfNeeded: shift),
          contact: .blank
        )
      )
    }
  }

  /// Whether a shift's person works at a moment, as the roster says.
  private func isScheduled(_ shift: Int, at time: Double) -> Bool {
    var isWorking = false
    for change in center.changes where change.shift == shift && change.time <= time {
      isWorking = change.isStart
    }
    return isWorking
  }

  mutating func trace(
    _ contact: Contact,
    _ outcome: TraceEntry.Outcome,
    by shift: Int,
    wait: Double,
    handled: Double
  ) {
    tracer.add(
      TraceEntry(
        outcome: outcome,
        queue: contact.queue,
        line: contact.line,
        shift: Int32(truncatingIfNeeded: shift),
        arrival: contact.arrival,
        wait: wait,
        handled: handled,
        work: contact.work
      )
    )
  }
}
