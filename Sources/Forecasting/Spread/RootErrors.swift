import Foundation
import Workforce

/// One judged day's errors on the scale of square roots, successive intervals together.
struct RootErrors {
  /// Per group, the root of its mean; 0 where nothing was known or expected.
  let roots: [Double]
  /// Per group, what the day's score leaves of the error; `nil` where nothing was known or
  /// expected.
  let leftovers: [Double?]
  /// Per group, the mean size of the error that Poisson counts have by themselves.
  let chance: [Double]
  /// Σ x e ÷ Σ x²: the day's relative error on the root scale.
  let score: Double
  /// Σ x²: the day's mean.
  let size: Double
  /// The day's count.
  let count: Double

  /// `nil` when nothing was expected of the day.
  init?(_ day: PastDay, _ forecast: DayForecast, merge: Int) {
    var roots: [Double] = []
    var errors: [Double?] = []
    var chance: [Double] = []
    var total = 0.0
    for start in stride(from: 0, to: day.arrivals.count, by: merge) {
      var sum = (mean: 0.0, count: 0.0)
      for cell in start..<min(start + merge, day.arrivals.count) {
        guard let value = day.arrivals[cell], let mean = forecast.means[cell] else { continue }
        sum = (sum.mean + mean, sum.count + value)
      }
      let usual = PoissonRoot(mean: sum.mean)
      total += sum.count
      roots.append(sum.mean.squareRoot())
      errors.append(sum.mean > 0 ? (sum.count + 0.25).squareRoot() - usual.mean : nil)
      chance.append(usual.deviation)
    }
    let size = dot(roots, roots)
    guard size > 0 else { return nil }
    let score = zip(roots, errors).reduce(0) { $0 + $1.0 * ($1.1 ?? 0) } / size
    self.roots = roots
    self.chance = chance
    self.size = size
    self.score = score
    count = total
    leftovers = zip(roots, errors).map { root, error in error.map { $0 - score * root } }
  }

  /// The day's error in its standard deviations.
  func standardized(scoreVariance: Double, _ leftover: LeftoverFit) -> Double {
    let variance = scoreVariance * size + leftover.variance(of: self)
    return ((count + 0.25).squareRoot() - size.squareRoot()) / (variance + 0.25).squareRoot()
  }
}

/// The mean of √(Y + ¼), and its mean absolute deviation, for a Poisson count Y.
///
/// From a mean of 50 on they are √mean and √(2/π)/2 to three digits (Brown et al. 2005); below they
/// are summed up.
struct PoissonRoot {
  let mean: Double
  let deviation: Double

  init(mean rate: Double) {
    guard rate < 50 else {
      mean = rate.squareRoot()
      deviation = 0.5 * (2 / Double.pi).squareRoot()
      return
    }
    var probability = exp(-rate)
    let terms = (0...Int(rate + 12 * rate.squareRoot() + 12)).map { count in
      defer { probability *= rate / Double(count + 1) }
      return (root: (Double(count) + 0.25).squareRoot(), probability: probability)
    }
    let center = terms.reduce(0) { $0 + $1.root * $1.probability }
    mean = center
    deviation = terms.reduce(0) { $0 + abs($1.root - center) * $1.probability }
  }
}
