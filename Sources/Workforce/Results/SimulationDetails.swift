/// How busy one person was on the shifts of one date; sums per replication, averaged.
public struct EmployeeOccupancy: Hashable, Sendable {
  /// The person's identifier.
  public var employee: String
  /// The date on which the shifts start.
  public var date: LocalDate
  /// Time with a contact or deferred work in hand, in seconds.
  public var busySeconds: Double
  /// The part of it spent on deferred work.
  public var deferredSeconds: Double
  /// Time ready without anything, in seconds.
  public var readySeconds: Double
  /// Busy ÷ (busy + ready): the ratio of the sums, its interval by the delta method; 0 for somebody
  /// who was never there.
  public var occupancy: Estimate

  /// Makes a row.
  public init(
    employee: String,
    date: LocalDate,
    busySeconds: Double,
    deferredSeconds: Double,
    readySeconds: Double,
    occupancy: Estimate
  ) {
    self.employee = employee
    self.date = date
    self.busySeconds = busySeconds
    self.deferredSeconds = deferredSeconds
    self.readySeconds = readySeconds
    self.occupancy = occupancy
  }
}

/// What a simulation measured of deferred work released over some stretch of time; sums per
/// replication, averaged.
public struct DeferredMeasures: Hashable, Sendable {
  /// Items released.
  public var released: Double
  /// Done by their due time.
  public var doneInTime: Double
  /// Done too late, or undone at the end though due.
  public var late: Double
  /// Undone at the end and not yet due.
  public var open: Double
  /// Done in time ÷ (done in time + late): open items are not judged; 1 without any judged.
  public var share: Estimate
  /// Mean time from release until done, of items done, in seconds.
  public var turnaround: Estimate
  /// How late the late ones were on average, in seconds; up to the end of those undone.
  public var lateness: Estimate

  /// True when some item was done or due, so that the share is one.
  public var isJudged: Bool { doneInTime + late > 0 }

  /// Makes measures.
  public init(
    released: Double,
    doneInTime: Double,
    late: Double,
    open: Double,
    share: Estimate,
    turnaround: Estimate,
    lateness: Estimate
  ) {
    self.released = released
    self.doneInTime = doneInTime
    self.late = late
    self.open = open
    self.share = share
    self.turnaround = turnaround
    self.lateness = lateness
  }
}

/// What a simulation measured of one deferred queue.
public struct DeferredSimulation: Hashable, Sendable {
  /// The queue's name.
  public var queue: String
  /// Per planning interval, by time of release.
  public var intervals: [DeferredMeasures]
  /// Per date.
  public var days: [DeferredMeasures]
  /// Over the horizon, with the backlog of the start.
  public var total: DeferredMeasures
  /// Items undone when the horizon starts.
  public var backlogAtStart: Double
  /// Items undone at the end of each interval.
  public var backlog: [Estimate]
  /// Age of the oldest of them in seconds, counted from release; 0 without any.
  public var oldest: [Estimate]
  /// How often an item was put aside for a customer, per replication.
  public var interruptions: Double
  /// How often it was put aside at a break or the end of a shift, per replication.
  public var handovers: Double

  /// Makes measures.
  public init(
    queue: String,
    intervals: [DeferredMeasures],
    days: [DeferredMeasures],
    total: DeferredMeasures,
    backlogAtStart: Double,
    backlog: [Estimate],
    oldest: [Estimate],
    interruptions: Double,
    handovers: Double
  ) {
    self.queue = queue
    self.intervals = intervals
    self.days = days
    self.total = total
    self.backlogAtStart = backlogAtStart
    self.backlog = backlog
    self.oldest = oldest
    self.interruptions = interruptions
    self.handovers = handovers
  }
}

/// What a simulation measured of the customers of one segment of a queue.
public struct SegmentSimulation: Hashable, Sendable {
  /// The queue's name.
  public var queue: String
  /// The segment's name; `nil` for the queue's other customers.
  public var segment: String?
  /// Over the horizon, by the queue's definition.
  public var measures: ServiceMeasures

  /// Makes measures.
  public init(queue: String, segment: String?, measures: ServiceMeasures) {
    self.queue = queue
    self.segment = segment
    self.measures = measures
  }
}

/// All that a simulation of a roster measured.
public struct SimulationDetails: Hashable, Sendable {
  /// The service of every queue.
  public var result: SimulationResult
  /// One row per person and date with a shift, in the order of the roster, then by date.
  public var occupancy: [EmployeeOccupancy]
  /// One entry per deferred queue, in the order of the settings.
  public var deferred: [DeferredSimulation]
  /// Queues whose customers are told apart, in the order of the settings: segment by segment, then
  /// the others.
  public var segments: [SegmentSimulation]

  /// Makes details.
  public init(
    result: SimulationResult,
    occupancy: [EmployeeOccupancy],
    deferred: [DeferredSimulation],
    segments: [SegmentSimulation] = []
  ) {
    self.result = result
    self.occupancy = occupancy
    self.deferred = deferred
    self.segments = segments
  }
}
