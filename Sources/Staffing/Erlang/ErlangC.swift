import Foundation
public import Workforce

/// The Erlang delay model, M/M/n: contacts wait as long as it takes.
///
/// Source: Erlang 1917; formulas as in R. B. Cooper, "Introduction to Queueing Theory", 2nd ed.,
/// 1981, §3.5. For chat, each agent counts as `concurrency` slots. At a load that the agents
/// cannot carry every contact waits for ever.
public struct ErlangC: QueueModel, Hashable {
  /// Contacts in hand at once if none waited, in erlangs.
  public let offeredLoad: Double
  /// Mean handle time, above zero.
  public let averageHandleTime: Duration
  /// Contacts that one agent handles at once, at least 1.
  public let concurrency: Int

  /// Makes the model of a load, at least 0.
  public init(offeredLoad: Double, averageHandleTime: Duration, concurrency: Int = 1) {
    precondition(offeredLoad >= 0 && offeredLoad.isFinite, "a load must be finite and not negative")
    precondition(averageHandleTime > .zero, "a handle time must be above zero")
    precondition(concurrency >= 1, "an agent handles at least one contact")
    self.offeredLoad = offeredLoad
    self.averageHandleTime = averageHandleTime
    self.concurrency = concurrency
  }

  /// Makes the model of arrivals over an interval.
  public init(
    arrivals: Double,
    over interval: Duration,
    averageHandleTime: Duration,
    concurrency: Int = 1
  ) {
    precondition(interval > .zero, "an interval must be longer than zero")
    self.init(
      offeredLoad: arrivals * averageHandleTime.inSeconds / interval.inSeconds,
      averageHandleTime: averageHandleTime,
      concurrency: concurrency
    )
  }

  /// All measures, from C(n, a) = B ÷ (1 − ρ + ρB) with ρ = a ÷ n.
  ///
  /// With odds r = (1 − B) ÷ B of a free agent C is 1 ÷ (1 + (1 − ρ)·r): positive parts only.
  public func measures(agents: Int, within threshold: Duration) -> QueueMeasures {
    guard let (delayed, prompt) = delay(agents) else { return Self.endless(agents: agents) }
    let spare = slots(agents) - offeredLoad
    let seconds = averageHandleTime.inSeconds
    let decay = spare * max(0, threshold.inSeconds) / seconds
    return QueueMeasures(
      delayProbability: delayed,
      serviceLevel: min(1, prompt - delayed * expm1(-decay)),
      missedShare: delayed * exp(-decay),
      lateShare: delayed * exp(-decay),
      answeredShare: 1,
      secondsToAnswer: delayed * seconds / spare,
      abandonmentShare: 0,
      occupancy: offeredLoad / slots(agents)
    )
  }

  /// C(n, a); 1 when a ≥ n.
  public func delayProbability(agents: Int) -> Double { delay(agents)?.delayed ?? 1 }

  /// 1 − C·exp(−(n − a)·T ÷ h), summed from positive parts; 0 when a ≥ n.
  public func serviceLevel(agents: Int, within threshold: Duration) -> Double {
    guard let (delayed, prompt) = delay(agents) else { return 0 }
    let decay = (slots(agents) - offeredLoad) * max(0, threshold / averageHandleTime)
    return min(1, prompt - delayed * expm1(-decay))
  }

  /// Nobody leaves: 0.
  public func abandonmentShare(agents: Int) -> Double { 0 }

  /// a ÷ n, at most 1; 0 without agents.
  public func occupancy(agents: Int) -> Double {
    agents > 0 ? min(1, offeredLoad / slots(agents)) : 0
  }

  private func slots(_ agents: Int) -> Double { Double(agents) * Double(concurrency) }

  /// The shares that wait and that do not; `nil` when the agents cannot carry the load.
  private func delay(_ agents: Int) -> (delayed: Double, prompt: Double)? {
    let servers = slots(agents)
    guard offeredLoad < servers else { return nil }
    guard offeredLoad > 1e-300 else { return (0, 1) }
    let odds = ErlangB(offeredLoad: offeredLoad).admittedOdds(servers: agents * concurrency)
    let free = (servers - offeredLoad) / servers * odds
    return (1 / (1 + free), free / (1 + free))
  }

  /// Everybody waits for ever.
  private static func endless(agents: Int) -> QueueMeasures {
    QueueMeasures(
      delayProbability: 1,
      serviceLevel: 0,
      missedShare: 1,
      lateShare: 1,
      answeredShare: 1,
      secondsToAnswer: .infinity,
      abandonmentShare: 0,
      occupancy: agents > 0 ? 1 : 0
    )
  }
}
