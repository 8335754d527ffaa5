import Foundation
import Workforce

/// Sums over replications from which a ratio of means and its 95 % interval follow.
///
/// The ratio r of the sums; its variance by the delta method, Σ(x − r·y)² ÷ (R − 1) ÷ R ÷ ȳ²
/// (Law, "Simulation Modeling and Analysis", 5th ed., 2015, §9.5), times Student's t with R − 1
/// degrees of freedom.
struct RatioSums: Sendable {
  var numerator = 0.0
  var denominator = 0.0
  private var numeratorSquares = 0.0
  private var denominatorSquares = 0.0
  private var products = 0.0

  mutating func add(_ x: Double, over y: Double) {
    numerator += x
    denominator += y
    numeratorSquares += x * x
    denominatorSquares += y * y
    products += x * y
  }

  /// The ratio over so many replications, or `empty` where the denominator is zero.
  func estimate(replications: Int, empty: Double) -> Estimate {
    guard denominator > 0 else { return Estimate(mean: empty, halfWidth: 0) }
    let ratio = numerator / denominator
    guard replications > 1 else { return Estimate(mean: ratio, halfWidth: 0) }
    let squares =
      numeratorSquares - 2 * ratio * products + ratio * ratio * denominatorSquares
    let count = Double(replications)
    let mean = denominator / count
    let error = (max(0, squares) / (count - 1) / count).squareRoot() / mean
    return Estimate(mean: ratio, halfWidth: studentQuantile(degrees: replications - 1) * error)
  }
}

extension RatioSums {
  /// The ratio as a share of counted contacts: where none or all of them count, the interval is that
  /// of Clopper & Pearson 1934 for so many independent ones, since no replication differs.
  func shareEstimate(replications: Int, empty: Double) -> Estimate {
    var share = estimate(replications: replications, empty: empty)
    if denominator > 0, numerator == 0 || numerator == denominator {
      share.halfWidth = max(share.halfWidth, 1 - pow(0.025, 1 / denominator))
    }
    return share
  }
}

/// The 97.5 % quantile of Student's t.
///
/// A table up to four degrees of freedom, then the expansion of Fisher & Cornish 1960 in inverse
/// powers, with an error below 1e-3.
func studentQuantile(degrees: Int) -> Double {
  precondition(degrees >= 1, "Student's t needs a degree of freedom")
  let few = [12.706_205, 4.302_653, 3.182_446, 2.776_445]
  if degrees <= few.count { return few[degrees - 1] }
  let z = 1.959_963_984_540_054
  let square = z * z
  let inverse = 1 / Double(degrees)
  let first = (square + 1) / 4
  let second = ((5 * square + 16) * square + 3) / 96
  let third = (((3 * square + 19) * square + 17) * square - 15) / 384
  let fourth = ((((79 * square + 776) * square + 1482) * square - 1920) * square - 945) / 92_160
  return z * (1 + inverse * (first + inverse * (second + inverse * (third + inverse * fourth))))
}
