import Forecasting
import Interchange
import Workforce

/// The channels without people that belong to a forecast from files, which hold queues only.
struct ForecastChannels {
  let inputs: PlanningInputs
  let week: ISOWeek
  let threads: Int

  /// The channels as the forecast from the inputs has them, where its files are those of the
  /// given one; none where it was changed since, for then nothing is known of them.
  func channels(of forecast: Forecast) throws(ShiftwrightError) -> [SelfServiceForecast] {
    guard !inputs.settings.selfService.isEmpty else { return [] }
    let again = try ForecastBuilder(inputs: inputs, threads: threads).forecast(week)
    let isSame = zip(ForecastFile.files(again), ForecastFile.files(forecast))
      .allSatisfy { $0.bytes == $1.bytes }
    return isSame ? again.selfService : []
  }
}
