import Foundation
public import Workforce

/// The Erlang model with abandonment, M/M/n+M (Palm): a contact leaves after an exponential
/// patience.
///
/// Source: A. Mandelbaum & S. Zeltyn, "Service engineering in action: the Palm/Erlang-A queue, with
/// applications to call centers", 2007. All measures come from one pass over the number of waiting
/// contacts (`QueueLengthSums`), or from integrals over the offered wait (`OfferedWaitIntegral`)
/// where the pass would be long. Both add positive parts, so shares and their complements are exact
/// to about 1e-10 for up to 10,000 agents and erlangs. For chat, each agent counts as `concurrency`
/// slots.
public struct ErlangA: QueueModel, Hashable {
  /// Contacts in hand at once if none waited or left, in erlangs.
  public let offeredLoad: Double
  /// Mean handle time, above zero.
  public let averageHandleTime: Duration
  /// Mean time that a contact waits before it leaves, above zero.
  public let patience: Duration
  /// Contacts that one agent handles at once, at least 1.
  public let concurrency: Int

  /// Makes the model of a load, at least 0.
  public init(
    offeredLoad: Double,
    averageHandleTime: Duration,
    patience: Duration,
    concurrency: Int = 1
  ) {
    precondition(offeredLoad >= 0 && offeredLoad.isFinite, "a load must be finite and not negative")
    precondition(averageHandleTime > .zero, "a handle time must be above zero")
    precondition(patience > .zero, "patience must be above zero")
    precondition(concurrency >= 1, "an agent handles at least one contact")
    self.offeredLoad = offeredLoad
    self.averageHandleTime = averageHandleTime
    self.patience = patience
    self.concurrency = concurrency
  }

  /// Makes the model of arrivals over an interval.
  public init(
    arrivals: Double,
    over interval: Duration,
    averageHandleTime: Duration,
    patience: Duration,
    concurrency: Int = 1
  ) {
    precondition(interval > .zero, "an interval must be longer than zero")
    self.init(
      offeredLoad: arrivals * averageHandleTime.inSeconds / interval.inSeconds,
      averageHandleTime: averageHandleTime,
      patience: patience,
      concurrency: concurrency
    )
  }

  /// All measures; V is the offered wait, the time that a contact with endless patience would wait.
  ///
  /// - delay: P(V > 0)
  /// - service level: P(V ≤ T, patience ≥ V), and its complement
  /// - speed of answer: E[V | patience ≥ V]
  /// - late: P(V > T, patience > T)
  /// - abandonment: P(patience < V), and its complement, the answered
  /// - occupancy: a·P(patience ≥ V) ÷ n
  public func measures(agents: Int, within threshold: Duration) -> QueueMeasures {
    let limit = max(0, threshold / patience)
    guard agents > 0 else { return Self.nobodyAnswers(limit) }
    guard offeredLoad > 1e-300 else { return .nothingOffered }
    return summedMeasures(servers: agents * concurrency, limit: limit)
      ?? integratedMeasures(servers: agents * concurrency, limit: limit)
  }

  /// Everybody leaves, each when patience ends; `limit` is the threshold in mean patiences.
  private static func nobodyAnswers(_ limit: Double) -> QueueMeasures {
    QueueMeasures(
      delayProbability: 1,
      serviceLevel: 0,
      missedShare: 1,
      lateShare: exp(-limit),
      answeredShare: 0,
      secondsToAnswer: .infinity,
      abandonmentShare: 1,
      occupancy: 0
    )
  }
}
