import Workforce

/// Makes the bands of special days wider where the method forecasts them as usual.
///
/// A holiday, a campaign or something unknown without a factor differs from its neighbors by an
/// unknown amount. A method that does not learn from such days expects the usual; the doubt about
/// it is taken half as large again.
struct SpecialDayBands {
  /// Multiplies the standard deviation of the doubt about the day's rate.
  static let inflation = 1.5

  let inputs: PlanningInputs
  let grid: TimeGrid

  /// The forecast with wider bands on such days.
  func widened(_ forecast: QueueForecast) -> QueueForecast {
    guard !forecast.method.knowsSpecialDays else { return forecast }
    var forecast = forecast
    let move = BandMove(dayVariation: forecast.dayVariation, inflation: Self.inflation)
    for (day, date) in grid.dates.enumerated() {
      guard let special = inputs.special(on: date), !special.isOrdinary else { continue }
      move.move(&forecast.days, at: day, to: forecast.days.mean[day])
      for index in grid.days[day] {
        move.move(&forecast.intervals, at: index, to: forecast.intervals.mean[index])
      }
    }
    return forecast
  }
}

extension ForecastMethod {
  /// Whether the method learns from special days of the past what they do.
  var knowsSpecialDays: Bool {
    switch self {
    case .calendarProcess: true
    default: false
    }
  }
}
