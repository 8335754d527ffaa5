import Workforce

/// Makes a forecast after a dead tail as doubtful as it is.
///
/// When a history dies, nobody can tell whether the queue has stopped or only its export: the bands
/// reach down to nothing, and twice as far up.
struct DeadTailDoubt {
  /// Squared coefficient of variation of a day's rate: a standard deviation of half the mean.
  static let leastVariation = 0.25

  /// What was found in the history.
  let hygiene: [HygieneEntry]

  /// The forecast, its bands widened where the history is dead at its end.
  func doubted(_ forecast: QueueForecast) -> QueueForecast {
    guard hygiene.contains(where: { $0.fault == .deadTail }) else { return forecast }
    var forecast = forecast
    forecast.intervals = widened(forecast.intervals)
    forecast.days = widened(forecast.days)
    forecast.weekTotal = forecast.weekTotal.map(widened)
    forecast.dayVariation = max(forecast.dayVariation, Self.leastVariation)
    return forecast
  }

  private func widened(_ band: QueueForecast.Band) -> QueueForecast.Band {
    var band = band
    for index in band.mean.indices {
      band.low95[index] = 0
      band.low80[index] = 0
      band.high80[index] += band.high80[index] - band.mean[index]
      band.high95[index] += band.high95[index] - band.mean[index]
    }
    return band
  }
}
