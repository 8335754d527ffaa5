import Foundation
import Workforce

extension ErlangA {
  /// The measures from integrals over the offered wait V, for any load and patience.
  ///
  /// - Parameters:
  ///   - servers: Agents × concurrency, above zero.
  ///   - limit: The threshold in mean patiences.
  /// - Returns: All measures.
  func integratedMeasures(servers: Int, limit: Double) -> QueueMeasures {
    let state = steadyState(servers)
    let wait = state.wait
    let answered = state.share(of: wait.integral(from: 0, to: .infinity) { exp(-$0) }, prompt: 1)
    let waited = state.share(of: wait.integral(from: 0, to: .infinity) { $0 * exp(-$0) })
    let left = state.share(of: wait.integral(from: 0, to: .infinity) { -expm1(-$0) })
    let leftInTime = state.share(of: wait.integral(from: 0, to: limit) { -expm1(-$0) })
    let late = state.share(of: wait.integral(from: limit, to: .infinity))
    return QueueMeasures(
      delayProbability: state.share(of: state.waiting),
      serviceLevel: state.serviceLevel(limit),
      missedShare: min(1, leftInTime + late),
      lateShare: late * exp(-limit),
      answeredShare: answered,
      secondsToAnswer: waited / answered * patience.inSeconds,
      abandonmentShare: left,
      occupancy: min(1, offeredLoad / Double(servers) * answered)
    )
  }

  /// P(V ≤ T, patience ≥ V) by an integral up to T only.
  func integratedServiceLevel(servers: Int, limit: Double) -> Double {
    steadyState(servers).serviceLevel(limit)
  }

  private func steadyState(_ servers: Int) -> SteadyState {
    SteadyState(load: offeredLoad, servers: servers, patience: patience / averageHandleTime)
  }
}

/// The offered wait of M/M/n+M: weight 1 at zero, B(n − 1)·y·exp(ψ) above, to be normed.
private struct SteadyState {
  /// Density of the offered wait above zero, relative to its peak.
  let wait: OfferedWaitIntegral
  /// The whole of ``wait``.
  let waiting: Double
  private let unit: Double
  private let prompt: Double
  private let whole: Double

  init(load: Double, servers: Int, patience: Double) {
    let y = load * patience
    wait = OfferedWaitIntegral(
      y: y,
      x: Double(servers) * patience,
      drift: (load - Double(servers)) * patience
    )
    waiting = wait.integral(from: 0, to: .infinity)
    unit = y * ErlangB(offeredLoad: load).blockingProbability(agents: servers - 1)
    prompt = exp(-wait.top)
    whole = prompt + unit * waiting
  }

  /// The share of a part of ``wait``, and of those who do not wait when `prompt` is 1.
  func share(of part: Double, prompt count: Double = 0) -> Double {
    min(1, (count * prompt + unit * part) / whole)
  }

  /// P(V ≤ limit, patience ≥ V).
  func serviceLevel(_ limit: Double) -> Double {
    share(of: wait.integral(from: 0, to: limit) { exp(-$0) }, prompt: 1)
  }
}
