import Workforce

extension QueueForecast {
  /// Takes the means of intervals and days, and their bands, to others; `days` are the intervals of
  /// each day.
  mutating func move(to means: [Double], days ranges: [Range<Int>]) {
    let old = intervals.mean
    guard old != means else { return }
    let move = BandMove(dayVariation: dayVariation)
    for (day, range) in ranges.enumerated() where old[range] != means[range] {
      let before = old[range].reduce(0, +)
      let after = means[range].reduce(0, +)
      let mean = before > 0 ? days.mean[day] * after / before : after
      move.move(&days, at: day, to: mean)
      for index in range { move.move(&intervals, at: index, to: means[index]) }
    }
    modelMean = modelMean ?? old
  }

  /// Multiplies the contacts of each day by its factor.
  mutating func multiply(_ ranges: [Range<Int>], by factor: (Int) -> Double) {
    var means = intervals.mean
    for (day, range) in ranges.enumerated() {
      let factor = factor(day)
      for index in range { means[index] *= factor }
    }
    move(to: means, days: ranges)
  }

  /// Adds contacts to intervals, or takes some away; handle times are mixed by contacts, those added
  /// taking so many times the others', or as long as all where no factor is given.
  mutating func add(
    _ arrivals: [Double],
    handleTimeFactor factor: Double?,
    _ ranges: [Range<Int>]
  ) {
    let own = intervals.mean
    let means = zip(own, arrivals).map { max(0, $0 + $1) }
    for index in arrivals.indices where arrivals[index] > 0 && means[index] > 0 {
      guard let factor else { break }
      let mixed = (own[index] + arrivals[index] * factor) / (own[index] + arrivals[index])
      averageHandleTime[index] = .seconds(averageHandleTime[index].inSeconds * mixed)
    }
    move(to: means, days: ranges)
  }

  /// Changes handle times and their bands.
  mutating func scaleWork(_ scaling: ForecastAssumption.Scaling) {
    let mean = meanHandleTime ?? averageHandleTime.first ?? .zero
    let scale = { (time: Duration) in scaling.of(time, mean: mean) }
    averageHandleTime = averageHandleTime.map(scale)
    handleTimes = handleTimes.map {
      HandleTimeBand(
        mean: $0.mean.map(scale),
        low80: $0.low80.map(scale),
        high80: $0.high80.map(scale)
      )
    }
  }

  /// Contacts of a quiet or busy week ÷ those expected.
  ///
  /// By the band of the week's total; where there is none, by those of the days as if they had nothing
  /// to do with each other.
  func weekFactor(_ quantile: ForecastAssumption.Quantile) -> Double {
    if quantile == .p50 { return 1 }
    let edge = quantile == .p90 ? \Band.high80 : \Band.low80
    if let total = weekTotal, let mean = total.mean.first, mean > 0 {
      return total[keyPath: edge][0] / mean
    }
    let mean = days.mean.reduce(0, +)
    guard mean > 0 else { return 1 }
    let square = zip(days[keyPath: edge], days.mean).reduce(0) {
      $0 + ($1.0 - $1.1) * ($1.0 - $1.1)
    }
    let width = square.squareRoot() / mean
    return quantile == .p90 ? 1 + width : max(0, 1 - width)
  }
}
