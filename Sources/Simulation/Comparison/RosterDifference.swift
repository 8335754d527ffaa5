public import Workforce

/// A difference between two rosters that met the same contacts.
public struct PairedDifference: Hashable, Sendable {
  /// The measure of the changed roster minus that of the original, with its 95 % interval.
  public var estimate: Estimate
  /// Half the width that the interval would have if the rosters had met different contacts.
  public var unpairedHalfWidth: Double

  /// Makes a difference.
  public init(estimate: Estimate, unpairedHalfWidth: Double) {
    self.estimate = estimate
    self.unpairedHalfWidth = unpairedHalfWidth
  }

  /// True when the interval of confidence leaves out zero.
  public var isSignificant: Bool { estimate.low > 0 || estimate.high < 0 }
}

/// How the service of a queue differs over some stretch of time.
public struct ServiceDifference: Hashable, Sendable {
  /// Share answered within the threshold ÷ offered; 1 without arrivals.
  public var serviceLevel: PairedDifference
  /// Mean wait of answered contacts, in seconds; 0 without any.
  public var averageSpeedOfAnswer: PairedDifference
  /// Share of offered contacts that left; 0 without arrivals.
  public var abandonmentShare: PairedDifference

  /// Makes differences.
  public init(
    serviceLevel: PairedDifference,
    averageSpeedOfAnswer: PairedDifference,
    abandonmentShare: PairedDifference
  ) {
    self.serviceLevel = serviceLevel
    self.averageSpeedOfAnswer = averageSpeedOfAnswer
    self.abandonmentShare = abandonmentShare
  }
}

/// How the service of a queue differs between two rosters.
public struct QueueDifference: Hashable, Sendable {
  /// The queue's name.
  public var queue: String
  /// Per date of the forecast's grid.
  public var days: [ServiceDifference]
  /// Over the horizon.
  public var total: ServiceDifference

  /// Makes differences.
  public init(queue: String, days: [ServiceDifference], total: ServiceDifference) {
    self.queue = queue
    self.days = days
    self.total = total
  }
}

/// How the service differs between two rosters, changed minus original.
public struct RosterDifference: Hashable, Sendable {
  /// The planning intervals.
  public var grid: TimeGrid
  /// Repetitions.
  public var replications: Int
  /// The seed.
  public var seed: UInt64
  /// One entry per queue, in the order of the settings.
  public var queues: [QueueDifference]
  /// All contacts of all queues over the horizon.
  public var total: ServiceDifference

  /// Makes a difference.
  public init(
    grid: TimeGrid,
    replications: Int,
    seed: UInt64,
    queues: [QueueDifference],
    total: ServiceDifference
  ) {
    self.grid = grid
    self.replications = replications
    self.seed = seed
    self.queues = queues
    self.total = total
  }
}
