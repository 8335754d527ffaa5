import Workforce

extension ExpectedWeek {
  /// The band of the whole week's contacts; `nil` where the method does not say how days go
  /// together.
  ///
  /// With t the root length of a day and u the effect of its scores on it, the total's variance is
  /// Σ 4t²v over days plus 4·t·t′·Σ u u′·Cov over pairs of days; the covariance of two days' scores
  /// is their standard deviations times their correlation on one day times what the link leaves of
  /// it between days.
  func total() -> QueueForecast.Band? {
    guard let link else { return nil }
    let open = days.indices.filter { dayMeans[$0] > 0 }
    let parts = open.compactMap { day in spreads[day].map { DayPart($0, day) } }
    guard !parts.isEmpty, parts.count == open.count else { return nil }
    var squares = 0.0
    var variance = 0.0
    for one in parts {
      squares += one.length * one.length
      variance += 4 * one.length * one.length * one.variance
      for other in parts where other.day != one.day {
        variance += 4 * one.length * other.length * one.covariance(with: other, link)
      }
    }
    let band = RootSpread.Quantiles(
      mean: dayMeans.reduce(0, +),
      length: squares.squareRoot(),
      variance: max(0, variance) / (4 * squares)
    )
    return QueueForecast.Band([band])
  }

  /// A day's root and what moves it.
  private struct DayPart {
    let day: Int
    let length: Double
    let variance: Double
    /// Per score, its effect on the day's root times its standard deviation.
    let effects: [Double]
    /// Correlation of the scores' errors on the day.
    let correlation: [[Double]]

    init(_ spread: RootSpread, _ day: Int) {
      self.day = day
      let squares = spread.roots.reduce(0) { $0 + $1 * $1 }
      let length = squares.squareRoot()
      self.length = length
      variance = spread.rootVariance(of: spread.roots.indices)
      let deviations = spread.scoreCovariance.indices.map {
        max(0, spread.scoreCovariance[$0][$0]).squareRoot()
      }
      effects = spread.loadings.indices.map { score in
        let sum = zip(spread.loadings[score], spread.roots).reduce(0) { $0 + $1.0 * $1.1 }
        return length > 0 ? spread.inflation * deviations[score] * sum / length : 0
      }
      correlation = deviations.indices.map { row in
        deviations.indices.map { column in
          let size = deviations[row] * deviations[column]
          return size > 0 ? spread.scoreCovariance[row][column] / size : 0
        }
      }
    }

    func covariance(with other: DayPart, _ link: DayLink) -> Double {
      var sum = 0.0
      for one in effects.indices {
        for two in other.effects.indices {
          let between =
            (max(0, link.correlations[one][day][other.day])
            * max(0, link.correlations[two][day][other.day])).squareRoot()
          sum += effects[one] * other.effects[two] * correlation[one][two] * between
        }
      }
      return sum
    }
  }
}
