import Workforce

/// What comes to a queue in successive intervals, and how long it takes.
///
/// Arrivals are even within an interval. Nobody is in hand and nobody waits before the first.
public struct TimeVaryingQueue: Hashable, Sendable {
  /// Expected arrivals of each interval, at least 0.
  public var arrivals: [Double]
  /// Mean handle time of the contacts that arrive in each interval, above zero.
  public var averageHandleTime: [Duration]
  /// Squared coefficient of variation of the handle time: 1 exponential, 0 constant, else lognormal.
  public var handleTimeVariation: Double
  /// Mean time that a contact waits before it leaves; `nil` when contacts wait for ever.
  public var patience: Duration?
  /// Contacts that one agent handles at once, at least 1.
  public var concurrency: Int
  /// The length of an interval, above zero.
  public var interval: Duration

  /// Makes a queue; there are as many handle times as arrivals.
  public init(
    arrivals: [Double],
    averageHandleTime: [Duration],
    handleTimeVariation: Double = 1,
    patience: Duration? = nil,
    concurrency: Int = 1,
    interval: Duration
  ) {
    precondition(
      arrivals.count == averageHandleTime.count,
      "every interval needs arrivals and a handle time"
    )
    precondition(
      arrivals.allSatisfy { $0 >= 0 && $0.isFinite },
      "arrivals must be finite and not negative"
    )
    precondition(interval > .zero, "an interval must be longer than zero")
    precondition(concurrency >= 1, "an agent handles at least one contact")
    self.arrivals = arrivals
    self.averageHandleTime = averageHandleTime
    self.handleTimeVariation = handleTimeVariation
    self.patience = patience
    self.concurrency = concurrency
    self.interval = interval
  }

  /// Contacts per second in an interval.
  func rate(_ index: Int) -> Double { arrivals[index] / interval.inSeconds }

  /// How long the contacts of an interval are in hand.
  func handleTime(_ index: Int) -> HandleTimeDistribution {
    HandleTimeDistribution(
      mean: averageHandleTime[index].inSeconds,
      variation: handleTimeVariation
    )
  }
}
