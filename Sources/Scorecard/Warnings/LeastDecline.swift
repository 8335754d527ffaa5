import Foundation

/// The smallest lasting decline that raises a ticket soon, for what a week's judgment rests on.
///
/// A week counts when its score is above the limit and the group is worse than its peers, so when
/// decline + e + u is above T = max(limit × standard error, − usual difference): e is the week's own
/// noise, u that of what is usual, which all weeks share. With p the chance of a week at a given u, two
/// weeks in a row of three count with p²·(2 − p); the mean of that over u is the chance to be found.
struct LeastDecline {
  /// The weeks within which a decline is to be found; the chance below is for three.
  static let weeks = 3
  /// How often it is to be found.
  static let share = 0.9

  private static let nodes = 40
  private let threshold: Double
  private let own: Double
  private let known: Double

  init(_ judgment: WeekJudge.Judgment) {
    own = max(1e-12, judgment.ownVariance).squareRoot()
    known = max(0, judgment.knownVariance).squareRoot()
    let error = (own * own + known * known).squareRoot()
    threshold = max(judgment.limit * error, -judgment.usual)
  }

  /// How likely a decline on the even scale is found within the weeks.
  func chance(of decline: Double) -> Double {
    var (sum, weights) = (0.0, 0.0)
    for node in 0...Self.nodes {
      let deviate = 8 * (Double(node) / Double(Self.nodes) - 0.5)
      let weight = exp(-deviate * deviate / 2)
      let week = NormalDistribution.share(below: (decline + known * deviate - threshold) / own)
      sum += weight * week * week * (2 - week)
      weights += weight
    }
    return sum / weights
  }

  /// The smallest decline on the even scale that is found as often as it should.
  var value: Double {
    var (low, high) = (0.0, max(threshold, 0) + 10 * (own + known))
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if chance(of: middle) < Self.share { low = middle } else { high = middle }
    }
    return high
  }
}
