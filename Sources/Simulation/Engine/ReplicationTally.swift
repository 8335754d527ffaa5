/// What one replication counted for one queue in one interval, by time of arrival.
struct ServiceTally: Equatable, Sendable, BitwiseCopyable {
  var arrivals = 0.0
  var answeredInTarget = 0.0
  var abandoned = 0.0
  /// Those of them that left within the target's threshold.
  var abandonedInTarget = 0.0
  /// Wait of answered contacts, in seconds.
  var waitSeconds = 0.0
  /// Wait of contacts that lost patience, in seconds.
  var abandonedWaitSeconds = 0.0
  /// Contacts offered that had left before and asked again.
  var retrials = 0.0
  /// Items of deferred work undone at the end and not yet due: neither in time nor late.
  var open = 0.0

  mutating func add(_ other: ServiceTally) {
    arrivals += other.arrivals
    answeredInTarget += other.answeredInTarget
    abandoned += other.abandoned
    abandonedInTarget += other.abandonedInTarget
    waitSeconds += other.waitSeconds
    abandonedWaitSeconds += other.abandonedWaitSeconds
    retrials += other.retrials
    open += other.open
  }
}

/// How one replication occupied one shift.
struct ShiftTally: Equatable, Sendable, BitwiseCopyable {
  /// Time with a contact in hand, in seconds.
  var busySeconds = 0.0
  /// That time, weighted by the share of contacts in hand among those that fit.
  var loadSeconds = 0.0
  /// Time ready without one.
  var idleSeconds = 0.0
}

/// What one replication counted.
struct ReplicationTally: Equatable, Sendable {
  /// Queue by queue, interval by interval.
  var cells: [ServiceTally]
  /// Line by line over the horizon; empty where no customers are told apart.
  var lines: [ServiceTally] = []
  /// Queue by queue, day by day: how many waited how long, as ``WaitCounts`` counts.
  var waits: [UInt32] = []
  /// Shift by shift.
  var shifts: [ShiftTally] = []
  /// Deferred queues, in the order of the queues.
  var deferred: [DeferredTally] = []
  /// Shift by shift, time spent on deferred work in seconds; empty without such queues.
  var itemSeconds: [Double] = []
  /// The end of the last contact, in seconds since the grid's start; 0 without contacts.
  var lastEnd = 0.0

  /// Time with a contact in hand, of all people.
  var busySeconds: Double { shifts.reduce(0) { $0 + $1.busySeconds } }
  /// Time ready without one.
  var idleSeconds: Double { shifts.reduce(0) { $0 + $1.idleSeconds } }
}
