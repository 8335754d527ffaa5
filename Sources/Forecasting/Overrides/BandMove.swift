import Foundation
import Workforce

/// Takes the quantiles of a count to another mean, or makes them less sure.
///
/// On the scale of square roots a quantile lies z·√v from the mean, where ¼ of v is the noise of
/// counting and the rest doubt about the rate. Doubt grows in proportion to the mean and with the
/// square of the inflation; the noise stays.
struct BandMove {
  /// Squared coefficient of variation of the rate, where the old mean of 0 tells nothing.
  let dayVariation: Double
  /// Multiplies the standard deviation of the doubt.
  var inflation = 1.0

  private static let points = [
    -NormalPoint.outer, -NormalPoint.inner, NormalPoint.inner, NormalPoint.outer,
  ]

  /// Moves place `index` of a band to a new mean.
  func move(_ band: inout QueueForecast.Band, at index: Int, to mean: Double) {
    let old = band.mean[index]
    guard old != mean || inflation != 1 else { return }
    let quantiles = [band.low95, band.low80, band.high80, band.high95].map { $0[index] }
    let moved = self.quantiles(quantiles, around: old, to: mean)
    band.mean[index] = mean
    band.low80[index] = min(moved[1], mean)
    band.low95[index] = min(moved[0], band.low80[index])
    band.high80[index] = max(moved[2], mean)
    band.high95[index] = max(moved[3], band.high80[index])
  }

  private func quantiles(
    _ quantiles: [Double],
    around old: Double,
    to mean: Double
  ) -> [Double] {
    guard mean > 0 else { return [0, 0, 0, 0] }
    let root = (mean + 0.25).squareRoot()
    return quantiles.indices.map { index in
      let variance = variance(quantiles, index, around: old, to: mean)
      let edge = max(0, root + Self.points[index] * variance.squareRoot())
      return max(0, edge * edge - 0.25)
    }
  }

  /// Variance on the scale of roots behind a quantile, at the new mean.
  private func variance(
    _ quantiles: [Double],
    _ index: Int,
    around old: Double,
    to mean: Double
  ) -> Double {
    guard old > 0 else { return 0.25 + dayVariation * mean / 4 * inflation * inflation }
    // A lower end that was cut off at 0 says nothing; the upper one stands for it.
    let place = quantiles[index] > 0 ? index : 3 - index
    let step = (quantiles[place] + 0.25).squareRoot() - (old + 0.25).squareRoot()
    let variance = (step / Self.points[place]) * (step / Self.points[place])
    let doubt = max(0, variance - 0.25)
    return min(variance, 0.25) + doubt * mean / old * inflation * inflation
  }
}
