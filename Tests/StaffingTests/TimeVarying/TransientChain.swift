import Foundation

/// M(t)/M/n(t)+M by its Kolmogorov equations, for tests; shares nothing with the product.
///
/// State: contacts in hand or waiting. Agents who leave finish the contact in hand and take it along:
/// of b busy among n agents those who stay hold a hypergeometric number.
struct TransientChain {
  var arrivals: [Double]
  var agents: [Int]
  var handleSeconds: Double
  /// Leaving of a waiting contact per second.
  var leaving: Double
  var stepSeconds: Double
  var threshold = 20.0

  /// Most contacts that wait.
  private let longest = 120

  /// The service level of the contacts that arrive in each interval.
  func serviceLevels() -> [Double] {
    var state = Array(repeating: 0.0, count: (agents.max() ?? 0) + longest + 1)
    state[0] = 1
    var before = 0
    return zip(arrivals, agents).map { count, agents in
      if agents < before { state = left(state, agents: agents, of: before) }
      before = agents
      let answered = answeredInTime(agents: agents)
      let parts = 40
      return (0..<parts).reduce(0.0) { sum, _ in
        let half = stepSeconds / Double(2 * parts)
        advance(&state, by: half, rate: count / stepSeconds, agents: agents)
        let level = state.enumerated().reduce(0.0) { sum, entry in
          let waiting = entry.offset - agents
          let level = waiting < 0 ? 1 : waiting <= longest ? answered[waiting] : 0
          return sum + entry.element * level
        }
        advance(&state, by: half, rate: count / stepSeconds, agents: agents)
        return sum + level / Double(parts)
      }
    }
  }

  /// How fast state x falls.
  private func ending(_ x: Int, agents: Int) -> Double {
    Double(min(x, agents)) / handleSeconds + Double(max(0, x - agents)) * leaving
  }

  /// Fourth-order Runge and Kutta.
  private func advance(_ state: inout [Double], by seconds: Double, rate: Double, agents: Int) {
    let fastest = rate + ending(state.count - 1, agents: agents)
    let count = Int((fastest * seconds).rounded(.up)) + 1
    let step = seconds / Double(count)
    let ends = state.indices.map { ending($0, agents: agents) }
    let slope = { (state: [Double]) in
      state.indices.map { x in
        let up = x < state.count - 1 ? rate : 0
        let arriving = x > 0 ? rate * state[x - 1] : 0
        let ended = x < state.count - 1 ? ends[x + 1] * state[x + 1] : 0
        return arriving + ended - (up + ends[x]) * state[x]
      }
    }
    for _ in 0..<count { state = rungeKutta(state, step: step, slope) }
  }

  /// The share that is answered in time with so many waiting before, from dF ÷ dt.
  private func answeredInTime(agents: Int) -> [Double] {
    let rates = (0...longest).map { ending(agents + $0, agents: agents) }
    var shares = Array(repeating: 0.0, count: longest + 1)
    let count = Int((rates[longest] + leaving) * threshold) + 20
    for _ in 0..<count {
      shares = rungeKutta(shares, step: threshold / Double(count)) { shares in
        shares.indices.map { ahead in
          let sooner = ahead == 0 ? 1 : shares[ahead - 1]
          return rates[ahead] * (sooner - shares[ahead]) - leaving * shares[ahead]
        }
      }
    }
    return shares
  }

  private func rungeKutta(
    _ y: [Double],
    step: Double,
    _ slope: ([Double]) -> [Double]
  ) -> [Double] {
    let moved = { (by: Double, slope: [Double]) in zip(y, slope).map { $0 + by * $1 } }
    let first = slope(y)
    let second = slope(moved(step / 2, first))
    let third = slope(moved(step / 2, second))
    let fourth = slope(moved(step, third))
    return y.indices.map {
      y[$0] + step / 6 * (first[$0] + 2 * second[$0] + 2 * third[$0] + fourth[$0])
    }
  }

  private func left(_ state: [Double], agents: Int, of before: Int) -> [Double] {
    var after = Array(repeating: 0.0, count: state.count)
    for (x, share) in state.enumerated() {
      let busy = min(x, before)
      for kept in max(0, busy - before + agents)...min(busy, agents) {
        after[kept + x - busy] += share * hypergeometric(kept, of: busy, drawn: agents, all: before)
      }
    }
    return after
  }

  private func hypergeometric(_ kept: Int, of busy: Int, drawn: Int, all: Int) -> Double {
    let choose = { (n: Int, k: Int) in
      lgamma(Double(n + 1)) - lgamma(Double(k + 1)) - lgamma(Double(n - k + 1))
    }
    return exp(choose(busy, kept) + choose(all - busy, drawn - kept) - choose(all, drawn))
  }
}
