import Foundation
import Workforce

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

  /// C(n, a) = B ÷ (1 − ρ + ρB) with ρ = a ÷ n; 1 when a ≥ n.
  public func delayProbability(agents: Int) -> Double { delay(agents).delayed }

  /// 1 − C·exp(−(n − a)·T ÷ h), summed from positive parts.
  public func serviceLevel(agents: Int, within threshold: Duration) -> Double {
    let (delayed, prompt) = delay(agents)
    let decay = decay(agents, within: threshold)
    return min(1, prompt - delayed * expm1(-decay))
  }

  /// C·exp(−(n − a)·T ÷ h).
  public func missedShare(agents: Int, within threshold: Duration) -> Double {
    delay(agents).delayed * exp(-decay(agents, within: threshold))
  }

  /// C·h ÷ (n − a); `nil` when a ≥ n.
  public func averageSpeedOfAnswer(agents: Int) -> Duration? {
    let seconds = secondsToAnswer(agents: agents)
    return seconds.isFinite ? .seconds(seconds) : nil
  }

  /// Nobody leaves: 0.
  public func abandonmentShare(agents: Int) -> Double { 0 }

  /// a ÷ n, at most 1; 0 without agents.
  public func occupancy(agents: Int) -> Double {
    agents > 0 ? min(1, offeredLoad / slots(agents)) : 0
  }

  /// Mean wait in seconds, infinite when the agents cannot carry the load.
  func secondsToAnswer(agents: Int) -> Double {
    if offeredLoad == 0 { return agents > 0 ? 0 : .infinity }
    let spare = slots(agents) - offeredLoad
    guard spare > 0 else { return .infinity }
    return delay(agents).delayed * averageHandleTime.inSeconds / spare
  }

  private func slots(_ agents: Int) -> Double { Double(agents) * Double(concurrency) }

  private func decay(_ agents: Int, within threshold: Duration) -> Double {
    max(0, slots(agents) - offeredLoad) * max(0, threshold.inSeconds)
      / averageHandleTime.inSeconds
  }

  private func delay(_ agents: Int) -> (delayed: Double, prompt: Double) {
    let servers = slots(agents)
    guard offeredLoad < servers else { return (1, 0) }
    let (blocked, admitted) = ErlangB(offeredLoad: offeredLoad)
      .shares(servers: agents * concurrency)
    let spare = (servers - offeredLoad) / servers
    let whole = spare + offeredLoad / servers * blocked
    return (blocked / whole, spare * admitted / whole)
  }
}
