import ArgumentParser

/// Everything about forecasts; a scenario's folder right after it means its default, `week`.
struct ForecastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract: "Forecast a week from the history; judge forecasts.",
    subcommands: [
      ForecastWeekCommand.self, BacktestCommand.self, IntradayCommand.self, AccuracyCommand.self,
    ],
    defaultSubcommand: ForecastWeekCommand.self
  )
}
