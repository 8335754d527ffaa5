/// A mean over replications with its 95 % confidence interval.
public struct Estimate: Hashable, Sendable {
  /// The mean.
  public var mean: Double
  /// Half the width of the interval, at least 0.
  public var halfWidth: Double

  /// Makes an estimate.
  public init(mean: Double, halfWidth: Double) {
    self.mean = mean
    self.halfWidth = halfWidth
  }

  /// The interval's lower end.
  public var low: Double { mean - halfWidth }
  /// The interval's upper end.
  public var high: Double { mean + halfWidth }
  /// The interval's lower end, for a share: at least 0.
  public var shareLow: Double { max(0, low) }
  /// The interval's upper end, for a share: at most 1.
  public var shareHigh: Double { min(1, high) }
}

/// What a simulation measured over some stretch of time; sums per replication, averaged.
public struct ServiceMeasures: Hashable, Sendable {
  /// Contacts offered.
  public var arrivals: Double
  /// Contacts answered within the target's threshold.
  public var answeredInTarget: Double
  /// Contacts that left unanswered.
  public var abandoned: Double
  /// Those of them that left within the target's threshold.
  public var abandonedInTarget: Double
  /// Items of deferred work that are undone at the end and not yet due; the service level leaves
  /// them out.
  public var open: Double
  /// Answered within the threshold ÷ what the target's definition divides by: the ratio of the sums
  /// over all replications, its interval by the delta method; 1 without arrivals, 0 where contacts
  /// arrive and the divisor is 0.
  public var serviceLevel: Estimate
  /// Mean wait of answered contacts, in seconds.
  public var averageSpeedOfAnswer: Estimate
  /// Contacts that left unanswered ÷ contacts offered; 0 without arrivals.
  public var abandonmentShare: Estimate
  /// What half of the answered contacts waited at most, in seconds, of all replications together and
  /// within 1 %; `nil` when nobody was answered, and for stretches of which only sums are kept.
  public var medianSpeedOfAnswer: Double?
  /// What nine in ten of them waited at most, likewise.
  public var slowestTenth: Double?

  /// Makes measures.
  public init(
    arrivals: Double,
    answeredInTarget: Double,
    abandoned: Double,
    abandonedInTarget: Double,
    open: Double = 0,
    serviceLevel: Estimate,
    averageSpeedOfAnswer: Estimate,
    abandonmentShare: Estimate,
    medianSpeedOfAnswer: Double? = nil,
    slowestTenth: Double? = nil
  ) {
    self.arrivals = arrivals
    self.answeredInTarget = answeredInTarget
    self.abandoned = abandoned
    self.abandonedInTarget = abandonedInTarget
    self.open = open
    self.serviceLevel = serviceLevel
    self.averageSpeedOfAnswer = averageSpeedOfAnswer
    self.abandonmentShare = abandonmentShare
    self.medianSpeedOfAnswer = medianSpeedOfAnswer
    self.slowestTenth = slowestTenth
  }

  /// Items of deferred work that were not done by their due time.
  public var late: Double { max(0, arrivals - answeredInTarget - open) }

  /// True when contacts arrive and none is ever answered.
  public var isUnanswered: Bool { arrivals > 0 && abandoned >= arrivals }
}

/// What a simulation measured of one queue.
public struct QueueSimulation: Hashable, Sendable {
  /// The queue's name.
  public var queue: String
  /// Per planning interval, by arrival time.
  public var intervals: [ServiceMeasures]
  /// Per date.
  public var days: [ServiceMeasures]
  /// Over the horizon.
  public var total: ServiceMeasures
  /// What was promised.
  public var target: ServiceTarget
  /// Over which stretch of time.
  public var period: TargetPeriod
  /// How full the hands were of the people whose shifts serve the queue, over the horizon: their busy
  /// time, weighted by the share of contacts in hand among those that fit, ÷ their staffed time.
  public var occupancy: Estimate
  /// The same per date, by the date of the shift.
  public var dayOccupancy: [Estimate]
  /// Whether the queue is open in each interval.
  public var isOpen: [Bool]
  /// People at work whose shifts serve the queue, per interval: their mean number by the roster,
  /// less the share of shifts that are missed.
  public var agents: [Double]
  /// Whether the queue is deferred work: nobody waits, and the service level is the share of items
  /// done in time.
  public var isDeferred: Bool

  /// Makes measures.
  public init(
    queue: String,
    intervals: [ServiceMeasures],
    days: [ServiceMeasures],
    total: ServiceMeasures,
    target: ServiceTarget,
    period: TargetPeriod,
    occupancy: Estimate,
    dayOccupancy: [Estimate],
    isOpen: [Bool],
    agents: [Double],
    isDeferred: Bool = false
  ) {
    self.queue = queue
    self.intervals = intervals
    self.days = days
    self.total = total
    self.target = target
    self.period = period
    self.occupancy = occupancy
    self.dayOccupancy = dayOccupancy
    self.isOpen = isOpen
    self.agents = agents
    self.isDeferred = isDeferred
  }

  /// The target's service level; 0 when none is asked for.
  public var targetServiceLevel: Double { target.serviceLevel.value }

  /// The intervals in which contacts arrive.
  public var busyIntervals: [Int] { intervals.indices.filter { intervals[$0].arrivals > 0 } }

  /// The busy intervals whose mean service level lies below the target.
  public var intervalsBelowTarget: [Int] {
    busyIntervals.filter { intervals[$0].serviceLevel.mean < targetServiceLevel }
  }
}

/// What a simulation of a roster measured.
public struct SimulationResult: Hashable, Sendable {
  /// The planning intervals.
  public var grid: TimeGrid
  /// Repetitions.
  public var replications: Int
  /// The seed.
  public var seed: UInt64
  /// One entry per queue, in the order of the settings.
  public var queues: [QueueSimulation]
  /// Busy time ÷ staffed time of all people; any contact in hand makes busy.
  public var occupancy: Estimate
  /// Half the width of the intervals of service levels that was asked for, as a share; `nil` when
  /// the number of repetitions was.
  public var askedHalfWidth: Double?

  /// Makes a result.
  public init(
    grid: TimeGrid,
    replications: Int,
    seed: UInt64,
    queues: [QueueSimulation],
    occupancy: Estimate,
    askedHalfWidth: Double? = nil
  ) {
    self.grid = grid
    self.replications = replications
    self.seed = seed
    self.queues = queues
    self.occupancy = occupancy
    self.askedHalfWidth = askedHalfWidth
  }

  /// Half the width of the widest interval of a queue's service level over the period of its target,
  /// as a share: the week, or its widest day.
  public var widestHalfWidth: Double {
    let judged = queues.flatMap { $0.period == .eachDay ? $0.days : [$0.total] }
    return judged.map(\.serviceLevel.halfWidth).max() ?? 0
  }

  /// Whether the width that was asked for is reached; `nil` when none was.
  public var isNarrowEnough: Bool? { askedHalfWidth.map { widestHalfWidth <= $0 } }
}

/// How long a stage took.
public struct StageTiming: Hashable, Sendable {
  /// The stage's name.
  public var stage: String
  /// Wall-clock seconds.
  public var seconds: Double

  /// Makes a timing.
  public init(stage: String, seconds: Double) {
    self.stage = stage
    self.seconds = seconds
  }
}
