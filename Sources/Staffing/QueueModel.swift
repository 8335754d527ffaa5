public import Workforce

/// What a queue does with a number of agents, in the long run.
///
/// All values belong to a steady state: constant arrival rate, constant number of agents. Shares
/// lie in 0…1. More agents never make the service worse.
public protocol QueueModel: Sendable {
  /// Contacts that would be in hand at once if none waited, in erlangs.
  var offeredLoad: Double { get }

  /// All measures at once, in little more time than one of them.
  func measures(agents: Int, within threshold: Duration) -> QueueMeasures

  /// The share of contacts that wait at all.
  func delayProbability(agents: Int) -> Double

  /// Contacts answered within the threshold ÷ contacts offered.
  func serviceLevel(agents: Int, within threshold: Duration) -> Double

  /// The complement of the service level: contacts that leave or wait longer ÷ contacts offered.
  ///
  /// Exact also where it is far smaller than one.
  func missedShare(agents: Int, within threshold: Duration) -> Double

  /// Contacts answered within the threshold ÷ what a definition divides by.
  func serviceLevel(
    agents: Int,
    within threshold: Duration,
    by definition: ServiceLevelDefinition
  ) -> Double

  /// Mean wait of answered contacts; `nil` when the wait grows without end or nobody is answered.
  func averageSpeedOfAnswer(agents: Int) -> Duration?

  /// Contacts that leave unanswered ÷ contacts offered.
  func abandonmentShare(agents: Int) -> Double

  /// The share of their time (of their slots, for chat) that agents spend on contacts.
  func occupancy(agents: Int) -> Double
}

extension QueueModel {
  /// The share of contacts that wait at all.
  public func delayProbability(agents: Int) -> Double {
    measures(agents: agents, within: .zero).delayProbability
  }

  /// Contacts answered within the threshold ÷ contacts offered.
  public func serviceLevel(agents: Int, within threshold: Duration) -> Double {
    measures(agents: agents, within: threshold).serviceLevel
  }

  /// The complement of the service level.
  public func missedShare(agents: Int, within threshold: Duration) -> Double {
    measures(agents: agents, within: threshold).missedShare
  }

  /// Contacts answered within the threshold ÷ what a definition divides by.
  public func serviceLevel(
    agents: Int,
    within threshold: Duration,
    by definition: ServiceLevelDefinition
  ) -> Double {
    definition == .offered
      ? serviceLevel(agents: agents, within: threshold)
      : measures(agents: agents, within: threshold).serviceLevel(by: definition)
  }

  /// Mean wait of answered contacts.
  public func averageSpeedOfAnswer(agents: Int) -> Duration? {
    measures(agents: agents, within: .zero).averageSpeedOfAnswer
  }

  /// Contacts that leave unanswered ÷ contacts offered.
  public func abandonmentShare(agents: Int) -> Double {
    measures(agents: agents, within: .zero).abandonmentShare
  }

  /// The share of their time that agents spend on contacts.
  public func occupancy(agents: Int) -> Double {
    measures(agents: agents, within: .zero).occupancy
  }
}
