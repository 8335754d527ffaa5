public import Workforce

/// What a simulation takes into account of a queue beyond its settings and its forecast.
public struct QueueTraits: Hashable, Sendable {
  /// The queue's name.
  public let queue: String
  /// A freed person takes a waiting contact of the highest priority, and among equal ones the
  /// contact that has waited longest.
  public let priority: Int
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

  /// Makes traits; without any given, the queue is as settings and forecast say.
  ///
  /// Throws a `ShiftwrightError` when a number lies outside its range.
  public init(
    queue: String,
    priority: Int = 0,
    balkingShare: Fraction = .zero,
    intervalVariation: Double = 0,
    patience: [Duration]? = nil,
    preferredTeams: [Set<String>] = []
  ) throws(ShiftwrightError) {
    guard (-1000...1000).contains(priority) else {
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
    self.queue = queue
    self.priority = priority
    self.balkingShare = balkingShare
    self.intervalVariation = intervalVariation
    self.patience = patience
    self.preferredTeams = preferredTeams
  }
}

/// What a simulation takes into account beyond settings and forecast.
public struct CenterTraits: Hashable, Sendable {
  /// The traits of queues, each named once; those that are not named have none.
  public let queues: [QueueTraits]
  /// Squared coefficient of variation of a day's busyness that all queues share, on top of their
  /// own; at least 0.
  public let dayVariation: Double

  /// Nothing beyond settings and forecast.
  public static let none = CenterTraits()

  private init() {
    queues = []
    dayVariation = 0
  }

  /// Makes traits.
  ///
  /// Throws a `ShiftwrightError` when a queue is named twice or the variation lies outside its
  /// range.
  public init(queues: [QueueTraits] = [], dayVariation: Double = 0) throws(ShiftwrightError) {
    for (index, traits) in queues.enumerated()
    where queues[..<index].contains(where: { $0.queue == traits.queue }) {
      throw ShiftwrightError(
        "The queue '\(traits.queue)' has traits twice.\nGive all traits of a queue at once."
      )
    }
    try checkVariation(dayVariation, of: "the days")
    self.queues = queues
    self.dayVariation = dayVariation
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
