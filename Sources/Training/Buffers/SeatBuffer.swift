public import Workforce

/// How many must sit so that enough pass.
public enum SeatBuffer {
  /// The fewest people of whom enough pass with a given chance.
  ///
  /// - Parameters:
  ///   - needed: How many must pass.
  ///   - past: How many passed so far, of how many.
  ///   - prior: What was believed before them.
  ///   - confidence: The chance that is wanted, below 1.
  /// - Returns: The answer; `nil` when not even 20 for each one needed, and 50 more, would do.
  public static func seats(
    for needed: Int,
    past: (passed: Int, sat: Int),
    prior: BetaBinomial.Beta = BetaBinomial.Beta(),
    confidence: Double = 0.95
  ) -> BufferAnswer? {
    let belief = prior.after(passed: past.passed, sat: past.sat)
    guard needed > 0 else {
      return BufferAnswer(
        needed: 0,
        seats: 0,
        probability: 1,
        probabilityWithOneLess: 0,
        passRate: belief.mean
      )
    }
    let chance = { (seats: Int) in
      BetaBinomial(people: seats, belief: belief).probability(atLeast: needed)
    }
    // A chance that is the wanted one but for rounding suffices.
    let wanted = confidence - 1e-12
    // The chance rises with every seat, so the first that suffices is found by halving.
    var (low, high) = (needed - 1, 20 * needed + 50)
    guard chance(high) >= wanted else { return nil }
    while high - low > 1 {
      let middle = (low + high) / 2
      if chance(middle) >= wanted { high = middle } else { low = middle }
    }
    return BufferAnswer(
      needed: needed,
      seats: high,
      probability: chance(high),
      probabilityWithOneLess: chance(high - 1),
      passRate: belief.mean
    )
  }
}
