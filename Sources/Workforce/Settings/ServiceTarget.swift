/// What the contacts answered within the threshold are divided by.
public enum ServiceLevelDefinition: String, CaseIterable, Sendable {
  /// All contacts offered.
  case offered
  /// Contacts offered less those that left within the threshold.
  case offeredLessEarlyAbandons = "offered_less_early_abandons"
  /// Contacts answered.
  case answered
}

/// A promise about how contacts are answered.
///
/// All given parts hold at once. For deferred work the threshold is the time until an item is due,
/// and the service level the share of items done in time.
public struct ServiceTarget: Hashable, Sendable {
  /// Share of contacts answered within ``threshold``, by ``definition``; 0 asks for none.
  public var serviceLevel: Fraction
  /// The waiting time that counts as in time.
  public var threshold: Duration
  /// What the share is taken of.
  public var definition: ServiceLevelDefinition
  /// Longest mean wait of answered contacts, if limited.
  public var averageSpeedOfAnswer: Duration?
  /// Highest share of offered contacts that leave unanswered, if limited.
  public var maximumAbandonment: Fraction?
  /// Highest share of staffed time spent on contacts, if limited.
  public var maximumOccupancy: Fraction?
  /// Least service level in every interval with contacts, if asked for.
  public var intervalFloor: Fraction?
  /// Fewest agents in every open interval, at least 0.
  public var minimumAgents: Int

  /// Makes a target.
  public init(
    serviceLevel: Fraction,
    threshold: Duration,
    definition: ServiceLevelDefinition = .offered,
    averageSpeedOfAnswer: Duration? = nil,
    maximumAbandonment: Fraction? = nil,
    maximumOccupancy: Fraction? = nil,
    intervalFloor: Fraction? = nil,
    minimumAgents: Int = 0
  ) {
    self.serviceLevel = serviceLevel
    self.threshold = threshold
    self.definition = definition
    self.averageSpeedOfAnswer = averageSpeedOfAnswer
    self.maximumAbandonment = maximumAbandonment
    self.maximumOccupancy = maximumOccupancy
    self.intervalFloor = intervalFloor
    self.minimumAgents = minimumAgents
  }
}

/// Over which stretch of time targets must be met.
public enum TargetPeriod: String, CaseIterable, Sendable {
  /// Over the whole week.
  case week
  /// On each day with contacts.
  case eachDay = "each_day"
}

/// Customers of a queue whose contacts have a priority of their own: a tier, a language, vulnerable
/// people, complaints to a regulator.
public struct CustomerSegment: Hashable, Sendable {
  /// What they are called in reports.
  public var name: String
  /// Share of the queue's contacts.
  public var share: Fraction
  /// Their priority instead of the queue's, −1000…1000.
  public var priority: Int

  /// Makes a segment.
  public init(name: String, share: Fraction, priority: Int) {
    self.name = name
    self.share = share
    self.priority = priority
  }
}

/// On which clock the time until an item is due runs.
public enum DueHours: String, CaseIterable, Sendable {
  /// Always.
  case clock
  /// Only while the queue is open.
  case service
}

/// Items that come from another deferred queue when it has done them.
public struct FollowedQueue: Hashable, Sendable {
  /// The other queue's name.
  public var queue: String
  /// Share of its items that come, above 0.
  public var share: Fraction

  /// Makes a reference.
  public init(queue: String, share: Fraction = .one) {
    self.queue = queue
    self.share = share
  }
}
