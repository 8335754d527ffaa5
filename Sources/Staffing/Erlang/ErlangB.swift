/// The Erlang loss model, M/M/n/n: a contact that finds all agents busy is lost.
///
/// Source: A. K. Erlang, "Solution of some problems in the theory of probabilities of significance
/// in automatic telephone exchanges", 1917. Relative error below 1e-11 for up to 10,000 agents.
public struct ErlangB: Hashable, Sendable {
  /// Offered load in erlangs, at least 0.
  public let offeredLoad: Double

  /// Makes the model of a load, at least 0 and finite.
  public init(offeredLoad: Double) {
    precondition(offeredLoad >= 0 && offeredLoad.isFinite, "a load must be finite and not negative")
    self.offeredLoad = offeredLoad
  }

  /// The share of contacts that find all agents busy, B.
  ///
  /// Needs about 9·√n steps near full load, n at most.
  public func blockingProbability(agents: Int) -> Double {
    1 / (1 + admittedOdds(servers: agents))
  }

  /// The share of contacts that find a free agent, exact also where it is small.
  public func admittedShare(agents: Int) -> Double {
    let odds = admittedOdds(servers: agents)
    return odds / (1 + odds)
  }

  /// The odds of finding a free agent, (1 − B) ÷ B = Σ n(n−1)…(n−j+1) ÷ aʲ over j = 1…n.
  ///
  /// This is 1 ÷ B(n) = 1 + (n ÷ a)·1 ÷ B(n−1) written out. The terms are positive and rise before
  /// they fall, so the sum ends where they no longer count. Odds above 1e305 are given as 1e305.
  func admittedOdds(servers: Int) -> Double {
    precondition(servers >= 0, "a number of agents must not be negative")
    let unit = 1 / offeredLoad
    var left = Double(servers)
    var term = 1.0
    var sum = 0.0
    while left > 0, term > sum * 0x1p-60, sum < 1e300 {
      term *= left * unit
      sum += term
      left -= 1
    }
    return min(sum, 1e305)
  }
}
