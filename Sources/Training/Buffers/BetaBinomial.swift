import Foundation

/// How many of some people pass, when the chance of each is known as a beta distribution only.
public struct BetaBinomial: Hashable, Sendable {
  /// What is believed of a share: a beta distribution.
  public struct Beta: Hashable, Sendable {
    /// Weight of passes, above 0.
    public var passes: Double
    /// Weight of failures, above 0.
    public var failures: Double

    /// Makes a belief; 1 and 1 knows nothing.
    public init(passes: Double = 1, failures: Double = 1) {
      precondition(passes > 0 && failures > 0, "both weights must be above 0")
      self.passes = passes
      self.failures = failures
    }

    /// The mean of the share.
    public var mean: Double { passes / (passes + failures) }

    /// The belief after more people sat.
    public func after(passed: Int, sat: Int) -> Beta {
      Beta(passes: passes + Double(passed), failures: failures + Double(sat - passed))
    }
  }

  /// How many sit.
  public let people: Int
  /// What is believed of the share that passes.
  public let belief: Beta

  /// Makes a distribution.
  public init(people: Int, belief: Beta) {
    self.people = max(0, people)
    self.belief = belief
  }

  /// The chance that exactly so many pass, for 0, 1, …, ``people``.
  public var probabilities: [Double] {
    let (a, b, m) = (belief.passes, belief.failures, Double(people))
    var logarithm =
      logGamma(b + m) + logGamma(a + b) - logGamma(b) - logGamma(a + b + m)
    return (0...people).map { passed in
      let k = Double(passed)
      defer { logarithm += log((m - k) / (k + 1) * (a + k) / max(b + m - k - 1, .ulpOfOne)) }
      return exp(logarithm)
    }
  }

  /// The chance that so many pass or more.
  public func probability(atLeast passed: Int) -> Double {
    if passed <= 0 { return 1 }
    guard passed <= people else { return 0 }
    return min(1, probabilities[passed...].reversed().reduce(0, +))
  }
}
