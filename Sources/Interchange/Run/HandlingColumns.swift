import Workforce

/// The columns of `forecast_days.csv` on handle time, patience and self-service.
struct HandlingColumns {
  private let mean, low, high, variation, patience, containment: CSVColumn

  init(_ table: CSVTable) {
    let columns = ForecastFile.handlingColumns.map(table.column)
    (mean, low, high) = (columns[0], columns[1], columns[2])
    (variation, patience, containment) = (columns[3], columns[4], columns[5])
  }

  /// One day's values; empty fields are `nil`, wrong ones too after a report.
  func day(_ table: CSVTable) -> Day {
    Day(
      mean: table.optional(mean, .seconds),
      low: table.optional(low, .seconds),
      high: table.optional(high, .seconds),
      variation: table.optional(variation, .number(atLeast: 0)),
      patience: table.optional(patience, .seconds),
      containment: table.optional(containment, .share)
    )
  }

  /// What one row says.
  struct Day {
    var mean, low, high: Duration?
    var variation: Double?
    var patience: Duration?
    var containment: Fraction?

    /// Puts the values where they belong; those of the whole queue stand in every row.
    func enter(into queue: inout QueueForecast, at day: Int) {
      if let mean, let low, let high {
        let blank = [Duration](repeating: mean, count: queue.days.mean.count)
        var band = queue.handleTimes ?? .init(mean: blank, low80: blank, high80: blank)
        (band.mean[day], band.low80[day], band.high80[day]) = (mean, low, high)
        queue.handleTimes = band
      }
      queue.handleTimeVariation = variation
      queue.patience = patience
      if let containment {
        var shares =
          queue.containment ?? Array(repeating: containment, count: queue.days.mean.count)
        shares[day] = containment
        queue.containment = shares
      }
    }
  }
}
