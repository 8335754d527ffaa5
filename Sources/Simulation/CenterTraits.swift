public import Workforce

/// What a simulation takes into account of a queue beyond its settings and its forecast.
public struct QueueTraits: Hashable, Sendable {
  /// The queue's name.
  public let queue: String
  /// A freed person takes a waiting contact of the highest priority, and among equal ones the
  /// contact that has waited longest; `nil` for the priority of the settings.
  public let priority: Int?
  /// Share of contacts that leave when they are not answered at once, 0…1.
  public let balkingShare: Fraction
  /// Squared coefficient of variation of each interval's rate around the day's, beyond Poisson; at
  /// least 0.
  public let intervalVariation: Double
  /// Mean patience of the contacts that arrive in each interval, above zero; `nil` where one mean
  /// of forecast or settings holds for all.
  public let patience: [Duration]?
  /// Teams by the set of queues that their people serve, the preferred first; free people of all
  /// other teams share the rest by idleness.
  public let preferredTeams: [Set<String>]
  /// Share of contacts that left who ask again, 0…1, each time they leave.
  public let retrialShare: Fraction
  /// Mean time from leaving until they ask again, exponential.
  public let retrialDelay: Duration
  /// Items of a deferred queue that lie undone when the horizon starts, received evenly over the
  /// time in which one is due; at least 0.
  public let backlog: Int

  /// Makes traits; without any given, the queue is as settings and forecast say.
  ///
  /// Throws a `ShiftwrightError` when a number lies outside its range.
  public init(
    queue: String,
    priority: Int? = nil,
    balkingShare: Fraction = .zero,
    intervalVariation: Double = 0,
    patience: [Duration]? = nil,
    preferredTeams: [Set<String>] = [],
    retrialShare: Fraction = .zero,
    retrialDelay: Duration = .minutes(10),
    backlog: Int = 0
  ) throws(ShiftwrightError) {
    if let priority, !(-1000...1000).contains(priority) {
      throw ShiftwrightError(
        "The priority of '\(queue)' is \(priority), but must lie between -1000 and 1000.\n"
          + "Give queues that go first a higher number than the others."
      )
    }
    try checkVariation(intervalVariation, of: "an interval of '\(queue)'")
    if let patience, let place = patience.firstIndex(where: { $0 <= .zero }) {
      throw ShiftwrightError(
        "The patience of '\(queue)' in interval \(place) is not above zero.\n"
          + "Leave patience out where contacts do not leave, and use a balking share for those "
          + "that leave at once."
      )
    }
    guard retrialDelay > .zero else {
      throw ShiftwrightError(
        "The delay of retrials of '\(queue)' is not above zero.\n"
          + "Give the mean time until those who left ask again, such as ten minutes."
      )
    }
    guard (0...1_000_000).contains(backlog) else {
      throw ShiftwrightError(
        "The backlog of '\(queue)' is \(backlog), but must lie between 0 and 1000000.\n"
          + "Give the number of items that are undone when the horizon starts."
      )
    }
    self.queue = queue
    self.priority = priority
    self.balkingShare = balkingShare
    self.intervalVariation = intervalVariation
    self.patience = patience
    self.preferredTeams = preferredTeams
    self.retrialShare = retrialShare
    self.retrialDelay = retrialDelay
    self.backlog = backlog
  }
}

/// What a simulation takes into account beyond settings and forecast.
public struct CenterTraits: Hashable, Sendable {
  /// The traits of queues, each named once; those that are not named have none.
  public let queues: [QueueTraits]
  /// Squared coefficient of variation of a day's busyness that all queues share, on top of their
  /// own; at least 0.
  public let dayVariation: Double
  /// Probability that a person comes late to a shift, 0…1; on top of the share that is missed as a
  /// whole.
  public let lateShare: Fraction
  /// How late those are on average, exponential.
  public let meanLateness: Duration

  /// Nothing beyond settings and forecast.
  public static let none = CenterTraits()

  private init() {
    queues = []
    dayVariation = 0
    lateShare = .zero
    meanLateness = .minutes(10)
  }

  /// Makes traits.
  ///
  /// Throws a `ShiftwrightError` when a queue is named twice or a number lies outside its range.
  public init(
    queues: [QueueTraits] = [],
    dayVariation: Double = 0,
    lateShare: Fraction = .zero,
    meanLateness: Duration = .minutes(10)
  ) throws(ShiftwrightError) {
    for (index, traits) in queues.enumerated()
    where queues[..<index].contains(where: { $0.queue == traits.queue }) {
      throw ShiftwrightError(
        "The queue '\(traits.queue)' has traits twice.\nGive all traits of a queue at once."
      )
    }
    try checkVariation(dayVariation, of: "the days")
    guard meanLateness > .zero else {
      throw ShiftwrightError(
        "The mean lateness is not above zero.\n"
          + "Give how late people are on average when they are, such as ten minutes."
      )
    }
    self.queues = queues
    self.dayVariation = dayVariation
    self.lateShare = lateShare
    self.meanLateness = meanLateness
  }
}

private func checkVariation(_ variation: Double, of what: String) throws(ShiftwrightError) {
  guard variation.isFinite, variation >= 0 else {
    throw ShiftwrightError(
      "The variation of \(what) is \(variation), but must be a number of at least 0.\n"
        + "Give 0 where every one is as busy as expected."
    )
  }
}
