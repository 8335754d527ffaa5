import Foundation

/// The standard normal distribution.
enum NormalDistribution {
  /// The share below a value.
  static func share(below value: Double) -> Double { erfc(-value / 2.0.squareRoot()) / 2 }

  /// The value below which a share lies, by bisection; the share must be above 0 and below 1.
  static func value(at share: Double) -> Double {
    precondition(share > 0 && share < 1, "a share between 0 and 1")
    var (low, high) = (-40.0, 40.0)
    for _ in 0..<120 where high - low > 1e-13 {
      let middle = (low + high) / 2
      if self.share(below: middle) < share { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
