import Foundation

/// Student's t distribution, for degrees of freedom that need not be whole.
public enum StudentQuantile {
  /// The value below which a share of the distribution lies.
  ///
  /// - Parameters:
  ///   - share: The share, above 0 and below 1.
  ///   - degrees: The degrees of freedom, above 0.
  /// - Returns: The value, to about ten digits.
  public static func value(at share: Double, degrees: Double) -> Double {
    precondition(share > 0 && share < 1 && degrees > 0, "a share between 0 and 1")
    if share < 0.5 { return -value(at: 1 - share, degrees: degrees) }
    var (low, high) = (0.0, 1.0)
    while self.share(below: high, degrees: degrees) < share, high < 1e300 { high *= 2 }
    for _ in 0..<200 where high - low > 1e-12 * high {
      let middle = (low + high) / 2
      if self.share(below: middle, degrees: degrees) < share { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// The share of the distribution below a value of at least 0.
  static func share(below value: Double, degrees: Double) -> Double {
    let x = degrees / (degrees + value * value)
    return 1 - regularizedBeta(x, degrees / 2, 0.5) / 2
  }

  /// The regularized incomplete beta function by its continued fraction, after Lentz.
  ///
  /// Abramowitz & Stegun 26.5.8; Press et al. 2007, §6.4.
  static func regularizedBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    let front = exp(
      logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log1p(-x)
    )
    return x < (a + 1) / (a + b + 2)
      ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b
  }

  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    let kept = { (value: Double) in abs(value) < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / kept(1 - (a + b) * x / (a + 1))
    var result = d
    for step in 1...500 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      var change = 1.0
      for term in [even, odd] {
        d = 1 / kept(1 + term * d)
        c = kept(1 + term / c)
        change = c * d
        result *= change
      }
      if abs(change - 1) < 1e-15 { break }
    }
    return result
  }
}
