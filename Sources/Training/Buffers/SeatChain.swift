public import Workforce

/// How many must begin so that enough pass several courses, one after the other.
///
/// Those who pass one course sit the next; courses are taken as independent.
public struct SeatChain: Sendable {
  private let beliefs: [BetaBinomial.Beta]

  /// Takes what is believed of each course's share of passes, in the order of the courses.
  public init(_ beliefs: [BetaBinomial.Beta]) { self.beliefs = beliefs }

  /// The mean chance of one person to pass all.
  public var passRate: Double { beliefs.reduce(1) { $0 * $1.mean } }

  /// The chance that of so many people enough pass all courses.
  public func probability(atLeast needed: Int, of people: Int) -> Double {
    guard needed > 0 else { return 1 }
    guard needed <= people else { return 0 }
    // chances[k]: that k people are left.
    var chances = [Double](repeating: 0, count: people + 1)
    chances[people] = 1
    for belief in beliefs.dropLast() {
      var next = [Double](repeating: 0, count: people + 1)
      for left in needed...people where chances[left] > 0 {
        let passing = BetaBinomial(people: left, belief: belief).probabilities
        for passed in needed...left { next[passed] += chances[left] * passing[passed] }
      }
      chances = next
    }
    guard let last = beliefs.last else { return 1 }
    let enough = (needed...people).reversed().reduce(0.0) { sum, left in
      guard chances[left] > 0 else { return sum }
      let passing = BetaBinomial(people: left, belief: last).probability(atLeast: needed)
      return sum + chances[left] * passing
    }
    return min(1, enough)
  }

  /// The fewest people of whom enough pass all courses with a given chance.
  ///
  /// - Parameters:
  ///   - needed: How many must pass all.
  ///   - confidence: The chance that is wanted, below 1.
  /// - Returns: The answer; `nil` when not even 20 for each one needed, and 50 more, would do.
  public func seats(for needed: Int, confidence: Double) -> BufferAnswer? {
    // A chance that is the wanted one but for rounding suffices.
    let wanted = confidence - 1e-12
    let limit = 20 * needed + 50
    // Double first: large numbers are dear to compute.
    var (low, high) = (needed - 1, needed)
    while probability(atLeast: needed, of: high) < wanted {
      guard high < limit else { return nil }
      (low, high) = (high, min(limit, 2 * high))
    }
    while high - low > 1 {
      let middle = (low + high) / 2
      if probability(atLeast: needed, of: middle) >= wanted { high = middle } else { low = middle }
    }
    return BufferAnswer(
      needed: needed,
      seats: high,
      probability: probability(atLeast: needed, of: high),
      probabilityWithOneLess: probability(atLeast: needed, of: high - 1),
      passRate: passRate
    )
  }
}
