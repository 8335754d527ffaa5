import Foundation
import Workforce

/// The Erlang model with abandonment, M/M/n+M (Palm): a contact leaves after an exponential
/// patience.
///
/// Source: A. Mandelbaum & S. Zeltyn, "Service engineering in action: the Palm/Erlang-A queue, with
/// applications to call centers", 2007: the offered wait has an atom at zero, 1 ÷ B(n − 1), and the
/// density of `OfferedWaitIntegral`. All measures are sums of positive integrals, so shares and
/// their complements are exact to about 1e-10 for up to 10,000 agents and erlangs. For chat, each
/// agent counts as `concurrency` slots.
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

  /// P(V > 0).
  public func delayProbability(agents: Int) -> Double {
    guard agents > 0 else { return 1 }
    guard offeredLoad > 0 else { return 0 }
    let state = steadyState(agents)
    return state.share(of: state.wait)
  }

  /// P(V ≤ T, patience ≥ V).
  public func serviceLevel(agents: Int, within threshold: Duration) -> Double {
    guard agents > 0 else { return 0 }
    guard offeredLoad > 0 else { return 1 }
    let state = steadyState(agents)
    let limit = max(0, threshold / patience)
    return state.share(of: state.present.integral(from: 0, to: limit), withPrompt: true)
  }

  /// P(patience < V ≤ T) + P(V > T).
  public func missedShare(agents: Int, within threshold: Duration) -> Double {
    guard agents > 0 else { return 1 }
    guard offeredLoad > 0 else { return 0 }
    let state = steadyState(agents)
    let limit = max(0, threshold / patience)
    let left = state.offered.integral(from: 0, to: limit) { -expm1(-$0) }
    let late = state.offered.integral(from: limit, to: .infinity)
    return min(1, state.share(of: left) + state.share(of: late))
  }

  /// E[V | answered]; `nil` without agents.
  public func averageSpeedOfAnswer(agents: Int) -> Duration? {
    let seconds = secondsToAnswer(agents: agents)
    return seconds.isFinite ? .seconds(seconds) : nil
  }

  /// P(patience < V).
  public func abandonmentShare(agents: Int) -> Double {
    guard agents > 0 else { return 1 }
    guard offeredLoad > 0 else { return 0 }
    let state = steadyState(agents)
    return state.share(of: state.offered.integral(from: 0, to: .infinity) { -expm1(-$0) })
  }

  /// a·P(answered) ÷ n; 0 without agents.
  public func occupancy(agents: Int) -> Double {
    guard agents > 0, offeredLoad > 0 else { return 0 }
    let load = offeredLoad / (Double(agents) * Double(concurrency))
    return min(1, load * answeredShare(steadyState(agents)))
  }

  /// Mean wait of answered contacts in seconds; infinite without agents.
  func secondsToAnswer(agents: Int) -> Double {
    guard agents > 0 else { return .infinity }
    guard offeredLoad > 0 else { return 0 }
    let state = steadyState(agents)
    let waited = state.present.integral(from: 0, to: .infinity) { $0 }
    return state.share(of: waited) / answeredShare(state) * patience.inSeconds
  }

  private func answeredShare(_ state: SteadyState) -> Double {
    state.share(of: state.present.integral(from: 0, to: .infinity), withPrompt: true)
  }

  private func steadyState(_ agents: Int) -> SteadyState {
    SteadyState(
      load: offeredLoad,
      servers: agents * concurrency,
      patience: patience / averageHandleTime
    )
  }
}

/// The offered wait of M/M/n+M: weight 1 at zero, B(n − 1)·y·exp(ψ) above, to be normed.
private struct SteadyState {
  /// Density of the offered wait.
  let offered: OfferedWaitIntegral
  /// The same times the chance to be still there.
  let present: OfferedWaitIntegral
  /// The whole of ``offered``.
  let wait: ScaledNumber
  private let unit: Double
  private let scale: Double
  private let whole: Double

  init(load: Double, servers: Int, patience: Double) {
    let y = load * patience
    let x = Double(servers) * patience
    let drift = (load - Double(servers)) * patience
    offered = OfferedWaitIntegral(y: y, x: x, drift: drift)
    present = OfferedWaitIntegral(y: y, x: x + 1, drift: drift - 1)
    wait = offered.integral(from: 0, to: .infinity)
    unit = y * ErlangB(offeredLoad: load).blockingProbability(agents: servers - 1)
    scale = max(0, wait.logarithm)
    whole = exp(-scale) + unit * wait.over(scale: scale)
  }

  func share(of part: ScaledNumber, withPrompt: Bool = false) -> Double {
    let prompt = withPrompt ? exp(-scale) : 0
    return min(1, (prompt + unit * part.over(scale: scale)) / whole)
  }
}
