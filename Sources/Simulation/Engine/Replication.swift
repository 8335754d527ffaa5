import Workforce

/// What one replication counted for one queue in one interval, by time of arrival.
struct ServiceTally: Equatable, Sendable {
  var arrivals = 0.0
  var answeredInTarget = 0.0
  var abandoned = 0.0
  /// Those of them that left within the target's threshold.
  var abandonedInTarget = 0.0
  /// Wait of answered contacts, in seconds.
  var waitSeconds = 0.0
}

/// What one replication counted.
struct ReplicationTally: Equatable, Sendable {
  /// Queue by queue, interval by interval.
  var cells: [ServiceTally]
  /// Time with a contact in hand, of all people.
  var busySeconds = 0.0
  /// Time ready without one.
  var idleSeconds = 0.0
}

/// One random repetition: the next event is the beginning or end of someone's work, the end of a
/// contact, or an arrival; at the same moment in this order.
///
/// - An arriving contact goes to the skilled person who has been idle longest; a chat, when nobody
///   is idle, to the one with the fewest chats, and among these to the one who has had that number
///   longest.
/// - A freed person takes, among the queues they serve, the contact that has waited longest.
/// - Contacts that lost patience are noticed when they come to the head of the line. They count the
///   same, and no event is needed for them.
/// - Breaks and ends of shifts wait for the contact in hand, and no other is taken meanwhile.
struct Replication {
  private let center: ServiceCenter
  private let routes: Routes
  private var source: ContactSource
  private var tally: ReplicationTally
  private var lines: [WaitingLine]
  private var inHand = CompletionHeap()
  private var available: AvailabilityLists
  private var nextChange = 0
  private let isAbsent: [Bool]
  private var isOnDuty: [Bool]
  /// Contacts in hand.
  private var load: [Int]
  /// True with a contact in hand that bears no other beside it.
  private var isFull: [Bool]
  private var busySince: [Double]

  init(_ center: ServiceCenter, routes: Routes, index: Int) {
    self.center = center
    self.routes = routes
    source = ContactSource(center, replication: index)
    let shifts = center.shifts.count
    let cells = center.queues.count * center.intervals
    tally = ReplicationTally(cells: Array(repeating: ServiceTally(), count: cells))
    lines = Array(repeating: WaitingLine(), count: center.queues.count)
    available = AvailabilityLists(shifts: shifts, lists: center.groups.count * routes.levels)
    isAbsent = center.shifts.map { shift in
      var stream = shift.absence.keyed(by: index).keyed(by: shift.day)
      return stream.unit() < center.absenceProbability
    }
    isOnDuty = Array(repeating: false, count: shifts)
    load = Array(repeating: 0, count: shifts)
    isFull = isOnDuty
    busySince = Array(repeating: 0, count: shifts)
  }

  /// Plays all intervals, then until nobody works any more.
  mutating func play() -> ReplicationTally {
    for interval in 0..<center.intervals {
      source.load(interval: interval)
      let contacts = source.contacts
      for contact in contacts {
        advance(to: contact.arrival)
        receive(contact)
      }
    }
    advance(to: .infinity)
    for queue in lines.indices {
      while lines[queue].count > 0 { abandon(lines[queue].removeFirst()) }
    }
    return tally
  }

  private mutating func advance(to time: Double) {
    while true {
      let change =
        nextChange < center.changes.count ? center.changes[nextChange].time : .infinity
      let completion = inHand.nextTime
      if change <= completion {
        guard change <= time, nextChange < center.changes.count else { return }
        apply(center.changes[nextChange])
        nextChange += 1
      } else {
        guard completion <= time else { return }
        complete(at: completion)
      }
    }
  }

  private mutating func apply(_ change: DutyChange) {
    let shift = change.shift
    guard !isAbsent[shift] else { return }
    isOnDuty[shift] = change.isStart
    if change.isStart {
      serveWaiting(shift, at: change.time)
    } else {
      leaveIdleness(shift, at: change.time)
    }
  }

  private mutating func complete(at time: Double) {
    let shift = inHand.removeFirst()
    load[shift] -= 1
    if load[shift] == 0 {
      isFull[shift] = false
      tally.busySeconds += time - busySince[shift]
    }
    available.remove(shift)
    if isOnDuty[shift] { serveWaiting(shift, at: time) }
  }

  private mutating func receive(_ contact: Contact) {
    tally.cells[cell(of: contact)].arrivals += 1
    let queue = Int(contact.queue)
    guard let shift = freeShift(for: queue) else {
      lines[queue].append(contact)
      return
    }
    leaveIdleness(shift, at: contact.arrival)
    start(contact, shift, at: contact.arrival)
    enlist(shift, at: contact.arrival)
  }

  /// The least loaded of those who may take a contact of the queue, longest so first.
  private func freeShift(for queue: Int) -> Int? {
    for level in 0..<routes.concurrency[queue] {
      var best = -1
      for place in routes.groupStarts[queue]..<routes.groupStarts[queue + 1] {
        let first = available.first(of: routes.groupsOfQueues[place] * routes.levels + level)
        guard first >= 0 else { continue }
        if best < 0 || available.hasPriority(first, over: best) { best = first }
      }
      if best >= 0 { return best }
    }
    return nil
  }

  private mutating func leaveIdleness(_ shift: Int, at time: Double) {
    if load[shift] == 0 { tally.idleSeconds += time - available.since[shift] }
    available.remove(shift)
  }

  /// Gives a person the contacts that wait for them, then lists them as available, if they are.
  private mutating func serveWaiting(_ shift: Int, at time: Double) {
    while let queue = longestWaiting(for: shift, at: time) {
      start(lines[queue].removeFirst(), shift, at: time)
    }
    enlist(shift, at: time)
  }

  private mutating func longestWaiting(for shift: Int, at time: Double) -> Int? {
    guard !isFull[shift] else { return nil }
    let group = center.shifts[shift].group
    var best: Int?
    var earliest = Double.infinity
    for place in routes.queueStarts[group]..<routes.queueStarts[group + 1] {
      let queue = routes.queuesOfGroups[place]
      guard load[shift] < routes.concurrency[queue] else { continue }
      while let first = lines[queue].first {
        if first.leaves <= time {
          abandon(lines[queue].removeFirst())
          continue
        }
        if first.arrival < earliest { (best, earliest) = (queue, first.arrival) }
        break
      }
    }
    return best
  }

  private mutating func start(_ contact: Contact, _ shift: Int, at time: Double) {
    let queue = Int(contact.queue)
    let wait = time - contact.arrival
    let cell = cell(of: contact)
    tally.cells[cell].waitSeconds += wait
    if wait <= routes.threshold[queue] { tally.cells[cell].answeredInTarget += 1 }
    if load[shift] == 0 { busySince[shift] = time }
    load[shift] += 1
    isFull[shift] = routes.concurrency[queue] == 1
    inHand.insert(time: time + contact.work, shift: shift)
  }

  private mutating func enlist(_ shift: Int, at time: Double) {
    let group = center.shifts[shift].group
    guard !isFull[shift], load[shift] < routes.mostAtOnce[group] else { return }
    available.append(shift, to: group * routes.levels + load[shift], at: time)
  }

  private mutating func abandon(_ contact: Contact) {
    let cell = cell(of: contact)
    tally.cells[cell].abandoned += 1
    if contact.leaves - contact.arrival <= routes.threshold[Int(contact.queue)] {
      tally.cells[cell].abandonedInTarget += 1
    }
  }

  private func cell(of contact: Contact) -> Int {
    Int(contact.queue) * center.intervals + Int(contact.interval)
  }
}

/// Who serves what, in flat arrays.
struct Routes: Sendable {
  /// Contacts at once per queue.
  var concurrency: [Int]
  /// Longest wait in time per queue.
  var threshold: [Double]
  /// Groups of queue q: `groupsOfQueues[groupStarts[q]..<groupStarts[q + 1]]`.
  var groupStarts: [Int] = [0]
  var groupsOfQueues: [Int] = []
  /// Queues of group g, likewise.
  var queueStarts: [Int] = [0]
  var queuesOfGroups: [Int] = []
  /// Most contacts at once per group.
  var mostAtOnce: [Int]
  /// Lists per group: one for each number of contacts in hand that leaves room for another.
  var levels: Int

  init(_ center: ServiceCenter) {
    let concurrency = center.queues.map(\.concurrency)
    self.concurrency = concurrency
    threshold = center.queues.map(\.threshold)
    for queue in center.queues.indices {
      groupsOfQueues += center.groups.indices.filter { center.groups[$0].contains(queue) }
      groupStarts.append(groupsOfQueues.count)
    }
    for queues in center.groups {
      queuesOfGroups += queues
      queueStarts.append(queuesOfGroups.count)
    }
    mostAtOnce = center.groups.map { queues in queues.map { concurrency[$0] }.max() ?? 1 }
    levels = concurrency.max() ?? 1
  }
}
