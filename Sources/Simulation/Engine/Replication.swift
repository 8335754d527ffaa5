import Workforce

/// One random repetition: the next event is the beginning or end of someone's work, the end of a
/// contact, or an arrival; at the same moment in this order.
///
/// - An arriving contact goes to the skilled person who has been idle longest, within the team that
///   its queue prefers; a chat, when nobody is idle, to the one with the fewest chats, and among
///   these to the one who has had that number longest.
/// - A freed person takes, among the queues they serve, one of the highest priority, and of these
///   the contact that has waited longest.
/// - Contacts that lost patience are noticed when they come to the head of the line. They count the
///   same, and no event is needed for them. Those that balk leave unless answered at once.
/// - Breaks and ends of shifts wait for the contact in hand, and no other is taken meanwhile.
struct Replication: ~Copyable {
  let center: ServiceCenter
  let levels: Int
  private var source: ContactSource
  let queues: FlatStorage<Routes.Queue>
  let groups: FlatStorage<Routes.Group>
  let groupPlaces: FlatStorage<Routes.GroupPlace>
  let queuePlaces: FlatStorage<Int32>
  var cells: FlatStorage<ServiceTally>
  var lines: WaitingLines
  var inHand: CompletionHeap
  var available: AvailabilityLists
  var shifts: FlatStorage<ShiftState>
  private var changesDone = 0
  /// The next beginning or end of work; infinite after the last.
  private var nextChange: Double
  private var lastEnd = 0.0

  init(_ center: ServiceCenter, routes: Routes, index: Int) {
    self.center = center
    levels = routes.levels
    source = ContactSource(center, replication: index)
    queues = FlatStorage(routes.queues)
    groups = FlatStorage(routes.groups)
    groupPlaces = FlatStorage(routes.groupPlaces)
    queuePlaces = FlatStorage(routes.queuePlaces)
    cells = FlatStorage(
      repeating: ServiceTally(),
      count: center.queues.count * center.intervals
    )
    lines = WaitingLines(queues: center.queues.count)
    let count = center.shifts.count
    available = AvailabilityLists(shifts: count, lists: center.groups.count * levels)
    shifts = FlatStorage(
      center.shifts.map { ShiftState($0, isAbsent: center.isAbsent($0, in: index)) }
    )
    let most = center.shifts.reduce(0) { $0 + Int(routes.groups[$1.group].mostAtOnce) }
    inHand = CompletionHeap(capacity: most)
    nextChange = center.changes.first?.time ?? .infinity
  }

  /// Plays all intervals, then until nobody works any more.
  mutating func play() -> ReplicationTally {
    for interval in 0..<center.intervals {
      source.load(interval: interval)
      for index in 0..<source.count {
        let contact = source[index]
        advance(to: contact.arrival)
        receive(contact)
      }
    }
    advance(to: .infinity)
    for queue in center.queues.indices {
      while !lines.isEmpty(queue) { abandon(lines.removeFirst(of: queue)) }
    }
    return ReplicationTally(
      cells: cells.prefix(cells.count),
      shifts: shifts.prefix(shifts.count).map(\.tally),
      lastEnd: lastEnd
    )
  }

  private mutating func advance(to time: Double) {
    while true {
      let completion = inHand.nextTime
      if nextChange <= completion {
        guard nextChange <= time, nextChange < .infinity else { return }
        apply(center.changes[changesDone])
        changesDone += 1
        nextChange =
          changesDone < center.changes.count ? center.changes[changesDone].time : .infinity
      } else {
        guard completion <= time else { return }
        complete(at: completion)
      }
    }
  }

  private mutating func apply(_ change: DutyChange) {
    let shift = change.shift
    guard !shifts[shift].isAbsent else { return }
    shifts[shift].isOnDuty = change.isStart
    if change.isStart {
      serveWaiting(shift, at: change.time)
    } else {
      leaveList(shift, at: change.time)
    }
  }

  private mutating func complete(at time: Double) {
    let shift = inHand.removeFirst()
    lastEnd = time
    shifts[shift].load -= 1
    if shifts[shift].load == 0 {
      shifts[shift].isFull = false
      shifts[shift].tally.busySeconds += time - shifts[shift].busySince
    }
    available.remove(shift)
    if shifts[shift].isOnDuty { serveWaiting(shift, at: time) }
  }

  private mutating func receive(_ contact: Contact) {
    cells[cell(of: contact)].arrivals += 1
    let queue = Int(contact.queue)
    let shift = freeShift(for: queue)
    if shift >= 0 {
      leaveList(shift, at: contact.arrival)
      start(contact, shift, at: contact.arrival)
      enlist(shift, at: contact.arrival)
    } else if contact.leaves <= contact.arrival {
      abandon(contact)
    } else {
      // forgets those who left, so that a line nobody serves stays short
      dropLost(from: queue, at: contact.arrival)
      lines.append(contact)
    }
  }
}

/// What one shift is doing.
struct ShiftState: BitwiseCopyable {
  var busySince = 0.0
  var tally = ShiftTally()
  var group: Int32
  /// Contacts in hand.
  var load: Int32 = 0
  /// True with a contact in hand that bears no other beside it.
  var isFull = false
  var isOnDuty = false
  var isAbsent: Bool

  init(_ shift: SimulatedShift, isAbsent: Bool) {
    group = Int32(shift.group)
    self.isAbsent = isAbsent
  }
}
