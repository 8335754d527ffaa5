import Foundation

/// The leftover's variance and correlation within the day.
///
/// Its variance r² is what single groups stray beyond Poisson noise, by mean absolute errors, which
/// heavy tails move less than squares: π/2 · (mean² − Poisson's mean²). Its length is the one whose
/// r²·e^{−lag/length} is nearest to the mean products of errors at different times, which hold no
/// Poisson noise. A length of ¼ is noise that each group has for itself, as forecasts have it that
/// repeat single counts.
struct LeftoverFit {
  private static let lengths = [0.25, 1, 2, 4, 6, 9, 13, 20]

  let variance: Double
  let length: Double
  /// The correlation by lag.
  private let correlations: [Double]

  init(_ days: [RootErrors]) {
    let groups = days.map { day in day.leftovers.filter { $0 != nil }.count }.max() ?? 0
    let lags = 1...max(1, min(24, groups / 3 - 1))
    let products = lags.map { Self.product(days, lag: $0) }
    let variance = groups >= 6 ? Self.excess(days) : 0
    var best = (loss: Double.infinity, length: Self.lengths[0])
    for length in Self.lengths {
      let loss = zip(lags, products).reduce(0) { sum, pair in
        let miss = pair.1 - variance * exp(-Double(pair.0) / length)
        return sum + miss * miss
      }
      if loss < best.loss { best = (loss, length) }
    }
    self.variance = variance
    length = best.length
    correlations = (0..<(days.first?.roots.count ?? 0)).map { exp(-Double($0) / best.length) }
  }

  /// How far groups stray beyond Poisson noise.
  private static func excess(_ days: [RootErrors]) -> Double {
    var sum = (size: 0.0, chance: 0.0, count: 0.0)
    for day in days {
      for (error, chance) in zip(day.leftovers, day.chance) {
        guard let error else { continue }
        sum = (sum.size + abs(error), sum.chance + chance, sum.count + 1)
      }
    }
    guard sum.count > 0 else { return 0 }
    let size = sum.size / sum.count
    let chance = sum.chance / sum.count
    return max(0, .pi / 2 * (size * size - chance * chance))
  }

  /// The mean product of leftovers `lag` groups apart, each drawn to within ±4.
  private static func product(_ days: [RootErrors], lag: Int) -> Double {
    var sum = 0.0
    var count = 0.0
    for day in days {
      for group in day.leftovers.indices.dropLast(lag) {
        guard let left = day.leftovers[group], let right = day.leftovers[group + lag] else {
          continue
        }
        sum += min(max(left, -4), 4) * min(max(right, -4), 4)
        count += 1
      }
    }
    return count > 0 ? sum / count : 0
  }

  /// wᵀRw: the leftover's part in the variance of the root of a day's rate.
  func variance(of day: RootErrors) -> Double {
    guard variance > 0 else { return 0 }
    var sum = 0.0
    for row in day.roots.indices where day.roots[row] > 0 {
      sum += day.roots[row] * day.roots[row]
      for column in 0..<row {
        sum += 2 * day.roots[row] * day.roots[column] * correlations[row - column]
      }
    }
    return variance * sum / day.size
  }
}
