public import Workforce

extension BacktestScore {
  /// Sums over judged intervals.
  ///
  /// - Parameters:
  ///   - intervals: A method's forecast with what came; those without are left out.
  ///   - naive: The weekly naive's forecast of the same week.
  ///   - outside: Contacts in intervals for which nothing was forecast; they count as a forecast
  ///     of 0 whose bands are 0.
  public init(
    _ intervals: [BacktestInterval],
    naive: [BacktestInterval],
    outside: [Double] = []
  ) {
    self.init()
    var position = 0
    for interval in intervals {
      guard let actual = interval.actual else { continue }
      while position < naive.count, naive[position].start < interval.start { position += 1 }
      let isCompared = position < naive.count && naive[position].start == interval.start
      add(interval, actual, naive: isCompared ? naive[position].mean : nil)
    }
    let nothing = BacktestInterval(
      start: Instant(secondsSinceEpoch: 0),
      mean: 0,
      low95: 0,
      low80: 0,
      high80: 0,
      high95: 0
    )
    for count in outside { add(nothing, count, naive: 0) }
  }

  private mutating func add(_ interval: BacktestInterval, _ value: Double, naive: Double?) {
    let error = abs(interval.mean - value)
    intervals += 1
    actual += value
    forecast += interval.mean
    absoluteError += error
    pinballLoss += Self.pinballLoss(interval, value)
    covered80 += interval.low80 <= value && value <= interval.high80 ? 1 : 0
    covered95 += interval.low95 <= value && value <= interval.high95 ? 1 : 0
    width80 += interval.high80 - interval.low80
    width95 += interval.high95 - interval.low95
    guard let naive else { return }
    comparedError += error
    naiveError += abs(naive - value)
  }

  /// The mean over the quantiles of p·(y − q) above and (1 − p)·(q − y) below.
  private static func pinballLoss(_ interval: BacktestInterval, _ value: Double) -> Double {
    let quantiles = [
      (0.025, interval.low95), (0.1, interval.low80), (0.5, interval.mean),
      (0.9, interval.high80), (0.975, interval.high95),
    ]
    let losses = quantiles.map { share, quantile in
      max(share * (value - quantile), (share - 1) * (value - quantile))
    }
    return losses.reduce(0, +) / Double(losses.count)
  }
}
