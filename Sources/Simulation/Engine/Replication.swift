import Workforce

/// One random repetition: the next event is the beginning or end of someone's work, the end of a
/// contact, or an arrival; at the same moment in this order.
///
/// - An arriving contact goes to the skilled person who has been idle longest, within the team that
///   its queue prefers; a chat, when nobody is idle, to the one with the fewest chats, and among
///   these to the one who has had that number longest. When nobody is left, someone puts deferred
///   work aside for it.
/// - A freed person takes, among the queues they serve, one of the highest priority, and of these
///   the contact that has waited longest; deferred work when nobody waits for them.
/// - Contacts that lost patience are noticed when they come to the head of the line. They count the
///   same, and no event is needed for them, unless they may ask again. Those that balk leave unless
///   answered at once.
/// - Breaks and ends of shifts wait for the contact in hand, and no other is taken meanwhile.
struct Replication: ~Copyable {
  let center: ServiceCenter
  let index: Int
  /// Kept apart from ``center``, which would be copied to look at it.
  let intervals: Int
  let levels: Int
  let listsPerGroup: Int
  let hasDeferredWork: Bool
  /// Whether ends of work may move, or timers go off.
  private let hasMore: Bool
  private var source: ContactSource
  let queues: FlatStorage<Routes.Queue>
  let groups: FlatStorage<Routes.Group>
  let groupPlaces: FlatStorage<Routes.GroupPlace>
  let routeLines: FlatStorage<Routes.Line>
  let linePlaces: FlatStorage<Int32>
  let factors: FlatStorage<Double>
  /// Line by line, interval by interval.
  var cells: FlatStorage<ServiceTally>
  /// Counts of the waits of those answered, queue by queue and day by day.
  var waits: WaitCounts
  var lines: WaitingLines
  var inHand: CompletionHeap
  var available: AvailabilityLists
  var shifts: FlatStorage<ShiftState>
  var agenda: ShiftAgenda
  var shared: SharedWork
  var desk: WorkDesk
  var timers: TimerHeap
  var tracer: ContactTracer
  /// When the people who come late are there, by shift; empty when nobody can.
  var lateUntil: FlatStorage<Double>
  private var changesDone = 0
  /// The next beginning or end of work; infinite after the last.
  private var nextChange: Double
  var lastEnd = 0.0

  init(
    _ center: ServiceCenter,
    routes: Routes,
    index: Int,
    trace: (([TraceEntry]) -> Void)? = nil
  ) {
    self.center = center
    self.index = index
    intervals = center.intervals
    levels = routes.levels
    listsPerGroup = routes.listsPerGroup
    hasDeferredWork = center.hasDeferredWork
    let hasShared = center.hasSharedWork
    hasMore = center.hasDeferredWork || hasShared || center.hasTimers
    source = ContactSource(center, replication: index)
    queues = FlatStorage(routes.queues)
    groups = FlatStorage(routes.groups)
    groupPlaces = FlatStorage(routes.groupPlaces)
    routeLines = FlatStorage(routes.lines)
    linePlaces = FlatStorage(routes.linePlaces)
    factors = FlatStorage(center.factors)
    cells = FlatStorage(
      repeating: ServiceTally(),
      count: center.lineCount * center.intervals
    )
    waits = WaitCounts(center)
    lines = WaitingLines(lines: center.lineCount)
    let count = center.shifts.count
    available = AvailabilityLists(shifts: count, lists: center.groups.count * listsPerGroup)
    shifts = FlatStorage(
      center.shifts.map {
        let isShared = routes.groups[$0.group].isShared
        return ShiftState($0, isAbsent: center.isAbsent($0, in: index), isShared: isShared)
      }
    )
    let most = center.shifts.reduce(0) { $0 + Int(routes.groups[$1.group].mostAtOnce) }
    inHand = CompletionHeap(capacity: most)
    agenda = ShiftAgenda(shifts: hasMore ? count : 0)
    shared = SharedWork(shifts: hasShared ? count : 0, width: levels)
    desk = WorkDesk(center)
    timers = TimerHeap(capacity: 0)
    tracer = ContactTracer(trace)
    lateUntil = FlatStorage(repeating: 0, count: center.lateProbability > 0 ? count : 0)
    nextChange = center.changes.first?.time ?? .infinity
  }

  /// Plays all intervals, then until nobody works any more.
  mutating func play() -> ReplicationTally {
    if center.lateProbability > 0 { drawLateArrivals() }
    if hasDeferredWork { bringBacklog() }
    for interval in 0..<center.intervals {
      source.load(interval: interval)
      for index in 0..<source.count {
        let contact = source[index]
        advance(to: contact.arrival)
        receive(contact)
      }
    }
    advance(to: .infinity)
    for line in 0..<routeLines.count {
      while !lines.isEmpty(line) { abandon(lines.removeFirst(of: line)) }
    }
    if hasDeferredWork { closeItems() }
    tracer.flush()
    return ReplicationTally(
      cells: queueCells(),
      lines: center.hasSegments ? lineTotals() : [],
      waits: waits.counts,
      shifts: shifts.prefix(shifts.count).map(\.tally),
      deferred: hasDeferredWork ? desk.tallies(center) : [],
      itemSeconds: desk.seconds.prefix(desk.seconds.count),
      lastEnd: lastEnd
    )
  }

  /// What was counted, queue by queue and interval by interval.
  private func queueCells() -> [ServiceTally] {
    guard center.hasSegments else { return cells.prefix(cells.count) }
    return center.queues.flatMap { queue in
      (0..<intervals).map { interval in
        (queue.firstLine..<queue.firstLine + queue.priorities.count)
          .reduce(into: ServiceTally()) { $0.add(cells[$1 * intervals + interval]) }
      }
    }
  }

  /// What was counted, line by line.
  private func lineTotals() -> [ServiceTally] {
    (0..<routeLines.count).map { line in
      (line * intervals..<(line + 1) * intervals)
        .reduce(into: ServiceTally()) { $0.add(cells[$1]) }
    }
  }

  private mutating func advance(to time: Double) {
    while true {
      let completion = inHand.nextTime
      let other = hasMore ? min(agenda.nextTime, timers.nextTime) : .infinity
      if nextChange <= completion && nextChange <= other {
        guard nextChange <= time, nextChange < .infinity else { return }
        apply(center.changes[changesDone])
        changesDone += 1
        nextChange =
          changesDone < center.changes.count ? center.changes[changesDone].time : .infinity
      } else if completion <= other {
        guard completion <= time else { return }
        complete(at: completion)
      } else {
        guard other <= time else { return }
        if agenda.nextTime <= timers.nextTime { endFirstOfAgenda(at: other) } else { goOff() }
      }
    }
  }

  private mutating func apply(_ change: DutyChange) {
    let shift = change.shift
    guard !shifts[shift].isAbsent else { return }
    if change.isStart {
      guard lateUntil.count == 0 || lateUntil[shift] <= change.time else { return }
      shifts[shift].isOnDuty = true
      serveWaiting(shift, at: change.time)
    } else if shifts[shift].isOnDuty {
      shifts[shift].isOnDuty = false
      if shifts[shift].hasItem {
        leaveItem(shift, at: change.time)
      } else {
        leaveList(shift, at: change.time)
      }
    }
  }

  private mutating func complete(at time: Double) {
    let shift = inHand.removeFirst()
    lastEnd = time
    release(shift, at: time)
  }

  /// Adds how full a person's hands were, before the number of contacts in them changes.
  @inline(__always)
  mutating func countLoad(_ shift: Int, until time: Double) {
    let state = shifts[shift]
    if state.load > 0 {
      let most = state.isFull ? state.load : groups[Int(state.group)].mostAtOnce
      let share = Double(state.load) / Double(most)
      shifts[shift].tally.loadSeconds += (time - state.loadSince) * share
    }
    shifts[shift].loadSince = time
  }

  /// Takes a contact that ended from a person's hands.
  @inline(__always)
  mutating func release(_ shift: Int, at time: Double) {
    countLoad(shift, until: time)
    shifts[shift].load -= 1
    if shifts[shift].load == 0 {
      shifts[shift].isFull = false
      shifts[shift].tally.busySeconds += time - shifts[shift].busySince
    }
    available.remove(shift)
    if shifts[shift].isOnDuty { serveWaiting(shift, at: time) }
  }

  mutating func receive(_ contact: Contact) {
    cells[cell(of: contact)].arrivals += 1
    let queue = Int(contact.queue)
    if hasDeferredWork, queues[queue].isDeferred { return receiveItem(contact) }
    let shift = freeShift(for: queue)
    if shift >= 0 {
      leaveList(shift, at: contact.arrival)
      start(contact, shift, at: contact.arrival)
      enlist(shift, at: contact.arrival)
    } else if hasDeferredWork, interrupt(for: contact) {
      return
    } else if contact.leaves <= contact.arrival {
      abandon(contact)
    } else {
      // forgets those who left, so that a line nobody serves stays short
      dropLost(from: Int(contact.line), at: contact.arrival)
      let place = lines.append(contact)
      if hasMore, queues[queue].hasRetrials { watch(contact, at: place) }
    }
  }
}

/// What one shift is doing.
struct ShiftState: BitwiseCopyable {
  var busySince = 0.0
  /// The last change of the contacts in hand.
  var loadSince = 0.0
  var tally = ShiftTally()
  var group: Int32
  /// Contacts in hand.
  var load: Int32 = 0
  /// True with a contact in hand that bears no other beside it.
  var isFull = false
  var isOnDuty = false
  /// True with deferred work in hand.
  var hasItem = false
  /// True when contacts that it has at once slow each other down.
  let isShared: Bool
  var isAbsent: Bool

  init(_ shift: SimulatedShift, isAbsent: Bool, isShared: Bool) {
    group = Int32(shift.group)
    self.isAbsent = isAbsent
    self.isShared = isShared
  }
}
