/// How contacts of a queue reach people.
public enum Channel: String, CaseIterable, Sendable {
  /// One contact at a time, answered at once.
  case phone
  /// Several contacts at once per person.
  case chat
  /// Work that may be done at any time before it is due: e-mail, social media, complaints.
  case deferred
}

/// When a queue takes contacts, by weekday, on the wall clock.
public struct OpeningHours: Hashable, Sendable {
  /// The windows of each weekday, Monday first; exactly seven entries, empty when closed.
  public var windows: [[ClockWindow]]

  /// Makes opening hours from seven lists of windows, Monday first.
  public init(windows: [[ClockWindow]]) {
    precondition(windows.count == 7, "opening hours need seven weekdays")
    self.windows = windows
  }

  /// The windows of a weekday.
  public func windows(on weekday: Weekday) -> [ClockWindow] { windows[weekday.rawValue - 1] }
}

/// What the history of a queue counts.
public enum RecordedContacts: String, CaseIterable, Sendable {
  /// All contacts that asked for a person.
  case offered
  /// Only those that a person handled.
  case handled
}

/// The queue from which a new queue borrows until it has a history of its own.
public struct SimilarQueue: Hashable, Sendable {
  /// The other queue's name.
  public var queue: String
  /// Arrivals here for one arrival there; `nil` when only the own history tells.
  public var factor: Double?
  /// Expected arrivals on a mean open day; `nil` when the factor or the own history tells.
  public var dailyArrivals: Double?

  /// Makes a reference.
  public init(queue: String, factor: Double? = nil, dailyArrivals: Double? = nil) {
    self.queue = queue
    self.factor = factor
    self.dailyArrivals = dailyArrivals
  }

  /// Whether a level is given, so that no history is needed.
  public var givesLevel: Bool { factor != nil || dailyArrivals != nil }
}

/// A queue of contacts and how it is to be served.
public struct QueueSettings: Hashable, Sendable {
  /// The name that files use.
  public var name: String
  /// How its contacts reach people.
  public var channel: Channel
  /// The skill that a person needs to serve it.
  public var skill: String
  /// When it takes contacts.
  public var openingHours: OpeningHours
  /// What is promised.
  public var target: ServiceTarget
  /// Mean time that a contact waits before it leaves, where the history does not tell; `nil` when
  /// contacts do not leave.
  public var patience: Duration?
  /// Handle time where the history has none.
  public var averageHandleTime: Duration
  /// Squared coefficient of variation of the handle time, at least 0, where the history does not
  /// tell; 1 is exponential.
  public var handleTimeVariation: Double
  /// Contacts that one person handles at once, 1…10; 1 on the phone.
  public var concurrency: Int
  /// Weight of a missing person in the objective, above 0; 1 is normal.
  public var weight: Double
  /// What its history counts.
  public var records: RecordedContacts
  /// Share of offered contacts that left, for a history of handled ones; `nil` when unknown.
  public var abandonment: Fraction?
  /// The queue that it resembles, if one is named.
  public var similar: SimilarQueue?
  /// What each further contact at once adds to a chat's handle time, as a share of the time of one
  /// alone: α in h(k) = h(1)·(1 + α·(k − 1)), at least 0.
  public var slowdown: Double
  /// A freed person takes a contact of the highest priority first, −1000…1000; 0 is normal.
  public var priority: Int
  /// Customers whose contacts go before or after others of the queue; their shares sum to 1 at most.
  public var segments: [CustomerSegment]
  /// How due times of deferred work are counted; `nil` for other channels.
  public var dueHours: DueHours?
  /// The deferred queue whose finished items this one takes over; `nil` where customers write.
  public var follows: FollowedQueue?

  /// Makes a queue.
  public init(
    name: String,
    channel: Channel,
    skill: String,
    openingHours: OpeningHours,
    target: ServiceTarget,
    patience: Duration? = nil,
    averageHandleTime: Duration,
    handleTimeVariation: Double = 1,
    concurrency: Int = 1,
    weight: Double = 1,
    records: RecordedContacts = .offered,
    abandonment: Fraction? = nil,
    similar: SimilarQueue? = nil,
    slowdown: Double = 0,
    priority: Int = 0,
    segments: [CustomerSegment] = [],
    dueHours: DueHours? = nil,
    follows: FollowedQueue? = nil
  ) {
    self.name = name
    self.channel = channel
    self.skill = skill
    self.openingHours = openingHours
    self.target = target
    self.patience = patience
    self.averageHandleTime = averageHandleTime
    self.handleTimeVariation = handleTimeVariation
    self.concurrency = concurrency
    self.weight = weight
    self.records = records
    self.abandonment = abandonment
    self.similar = similar
    self.slowdown = slowdown
    self.priority = priority
    self.segments = segments
    self.dueHours = dueHours
    self.follows = follows
  }

  /// Mean handle time of one of so many contacts in hand at once, ÷ that of one alone: 1 + α·(k − 1).
  public func slowdownFactor(contactsInHand count: Int) -> Double {
    1 + slowdown * Double(max(0, count - 1))
  }

  /// Mean handle time of a person with as many contacts in hand as allowed: h(c) for the h(1) given.
  public func handleTimeWhenFull(_ handleTime: Duration) -> Duration {
    let factor = slowdownFactor(contactsInHand: concurrency)
    return factor == 1 ? handleTime : .seconds(handleTime.inSeconds * factor)
  }
}
