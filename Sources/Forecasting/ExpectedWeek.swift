import Workforce

/// What a method expects of one queue's week, calendar factors applied.
struct ExpectedWeek {
  /// Arrivals per interval of the grid; 0 where closed.
  var means: [Double]
  /// Per interval, its cell of the day.
  var cells: [Int]
  /// Per interval, whether the method knew it; the others were filled from other days.
  var isKnown: [Bool]
  /// Per day, how far counts stray; `nil` where the method does not say.
  var spreads: [RootSpread?]
  /// The intervals of each day.
  var days: [Range<Int>]
  /// How the days' errors go together; `nil` where the method does not say.
  var link: DayLink?

  /// The means per day.
  var dayMeans: [Double] { days.map { means[$0].reduce(0, +) } }

  /// Bands of the intervals: the method's own where it has one, else that of past errors.
  func intervalBand(_ fallback: ErrorSpread) -> QueueForecast.Band {
    var band = fallback.band(around: means)
    for (day, range) in days.enumerated() {
      guard let spread = spreads[day] else { continue }
      for index in range where isKnown[index] && means[index] > 0 {
        let cell = cells[index]
        band.set(index, spread.quantiles(of: cell..<(cell + 1)))
      }
    }
    return band
  }

  /// Bands of the days.
  func dayBand(_ fallback: ErrorSpread) -> QueueForecast.Band {
    var band = fallback.band(around: dayMeans)
    for day in days.indices where band.mean[day] > 0 {
      if let spread = spreads[day] { band.set(day, spread.day()) }
    }
    return band
  }

  /// Squared coefficient of variation of a day's rate beyond Poisson, by the method's own spread:
  /// with root length t and root variance v of the day, (4t²v + 2v²) ÷ mean², days weighted by
  /// mean²; `nil` when the method gives none.
  var dayVariation: Double? {
    var sums = (excess: 0.0, squares: 0.0)
    for (day, spread) in spreads.enumerated() where !days[day].isEmpty {
      guard let spread else { continue }
      let square = spread.roots.reduce(0) { $0 + $1 * $1 }
      let variance = spread.rootVariance(of: spread.roots.indices)
      let mean = spread.day().mean
      sums.excess += 4 * square * variance + 2 * variance * variance
      sums.squares += mean * mean
    }
    return sums.squares > 0 ? sums.excess / sums.squares : nil
  }
}

extension QueueForecast.Band {
  /// Takes quantiles, scaled to the mean that the band has already (a day of 25 hours, say, counts
  /// an hour twice).
  mutating func set(_ index: Int, _ quantiles: RootSpread.Quantiles) {
    guard quantiles.mean > 0 else { return }
    let scale = mean[index] / quantiles.mean
    low80[index] = min(quantiles.low80 * scale, mean[index])
    high80[index] = max(quantiles.high80 * scale, mean[index])
    low95[index] = min(quantiles.low95 * scale, low80[index])
    high95[index] = max(quantiles.high95 * scale, high80[index])
  }
}
