/// The interval of a share after Wilson (1927): the shares that a score test does not reject.
public struct WilsonInterval: Hashable, Sendable {
  /// The standard normal quantile of 97.5 %.
  public static let quantile95 = 1.959963984540054

  /// Lower end, 0 to 1.
  public let low: Double
  /// Upper end, 0 to 1.
  public let high: Double

  /// Makes the interval; all of 0 to 1 where nobody is counted.
  ///
  /// - Parameters:
  ///   - passed: Those who count, at most `count`.
  ///   - count: All.
  ///   - quantile: The normal quantile of the upper end, above 0.
  public init(passed: Int, of count: Int, quantile: Double = quantile95) {
    guard count > 0 else {
      (low, high) = (0, 1)
      return
    }
    let n = Double(count)
    let share = Double(passed) / n
    let square = quantile * quantile
    let middle = share + square / (2 * n)
    let half = quantile * (share * (1 - share) / n + square / (4 * n * n)).squareRoot()
    low = passed == 0 ? 0 : max(0, (middle - half) / (1 + square / n))
    high = passed == count ? 1 : min(1, (middle + half) / (1 + square / n))
  }
}
