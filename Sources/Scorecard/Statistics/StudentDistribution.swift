import Foundation

/// Student's t distribution with a whole number of degrees of freedom, by its finite sums
/// (Abramowitz & Stegun 1964, 26.7.3 and 26.7.4).
enum StudentDistribution {
  /// Beyond so many degrees the normal distribution is as good.
  private static let largest = 2000

  /// The share below a value.
  static func share(below value: Double, degrees: Int) -> Double {
    guard degrees < largest else { return NormalDistribution.share(below: value) }
    let angle = atan(abs(value) / Double(degrees).squareRoot())
    let (sine, cosine) = (sin(angle), cos(angle))
    let isOdd = degrees % 2 == 1
    var term = isOdd ? cosine : 1
    var sum = 0.0
    var step = isOdd ? 3 : 2
    while step <= degrees {
      sum += term
      term *= cosine * cosine * Double(step - 1) / Double(step)
      step += 2
    }
    let middle = isOdd ? 2 / Double.pi * (angle + sine * sum) : sine * sum
    return value < 0 ? (1 - middle) / 2 : (1 + middle) / 2
  }

  /// The value below which a share lies; the share must be above 0 and below 1.
  static func value(at share: Double, degrees: Int) -> Double {
    precondition(share > 0 && share < 1 && degrees > 0, "a share between 0 and 1")
    if share < 0.5 { return -value(at: 1 - share, degrees: degrees) }
    var (low, high) = (0.0, 1.0)
    while self.share(below: high, degrees: degrees) < share, high < 1e12 { high *= 2 }
    for _ in 0..<80 where high - low > 1e-11 * high {
      let middle = (low + high) / 2
      if self.share(below: middle, degrees: degrees) < share { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
