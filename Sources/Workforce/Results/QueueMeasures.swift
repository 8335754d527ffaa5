/// What a queue does with one number of agents in the long run, all measures together.
public struct QueueMeasures: Hashable, Sendable {
  /// The share of contacts that wait at all.
  public var delayProbability: Double
  /// Contacts answered within the threshold ÷ contacts offered.
  public var serviceLevel: Double
  /// The complement of the service level, exact also where it is far smaller than one.
  public var missedShare: Double
  /// Contacts that wait longer than the threshold, answered later or not ÷ contacts offered.
  public var lateShare: Double
  /// Contacts answered at any time ÷ contacts offered; the complement of ``abandonmentShare``,
  /// exact also where it is far smaller than one.
  public var answeredShare: Double
  /// Mean wait of answered contacts in seconds; infinite when the wait grows without end or nobody
  /// is answered.
  public var secondsToAnswer: Double
  /// Contacts that leave unanswered ÷ contacts offered.
  public var abandonmentShare: Double
  /// The share of their time (of their slots, for chat) that agents spend on contacts.
  public var occupancy: Double

  /// Makes measures.
  public init(
    delayProbability: Double,
    serviceLevel: Double,
    missedShare: Double,
    lateShare: Double,
    answeredShare: Double,
    secondsToAnswer: Double,
    abandonmentShare: Double,
    occupancy: Double
  ) {
    self.delayProbability = delayProbability
    self.serviceLevel = serviceLevel
    self.missedShare = missedShare
    self.lateShare = lateShare
    self.answeredShare = answeredShare
    self.secondsToAnswer = secondsToAnswer
    self.abandonmentShare = abandonmentShare
    self.occupancy = occupancy
  }

  /// Mean wait of answered contacts; `nil` when it grows without end or nobody is answered.
  public var averageSpeedOfAnswer: Duration? {
    secondsToAnswer < 1e18 ? .seconds(secondsToAnswer) : nil
  }

  /// Contacts answered within the threshold ÷ what the definition divides by; 0 where none is.
  ///
  /// Contacts offered less early abandons are those answered in time and those that wait longer.
  public func serviceLevel(by definition: ServiceLevelDefinition) -> Double {
    guard serviceLevel > 0 else { return 0 }
    return switch definition {
    case .offered: serviceLevel
    case .offeredLessEarlyAbandons: serviceLevel / (serviceLevel + lateShare)
    case .answered: min(1, serviceLevel / answeredShare)
    }
  }

  /// Nothing is offered to agents who are there.
  public static let nothingOffered = QueueMeasures(
    delayProbability: 0,
    serviceLevel: 1,
    missedShare: 0,
    lateShare: 0,
    answeredShare: 1,
    secondsToAnswer: 0,
    abandonmentShare: 0,
    occupancy: 0
  )
}
