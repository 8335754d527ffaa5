import ArgumentParser
import Interchange
import Planning
import Reporting
import Workforce

struct ForecastWeekCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "week",
    abstract: "Forecast a week from the history (what 'forecast SCENARIO' does)."
  )

  @Argument(help: "The scenario's folder.")
  var scenario: String

  @OptionGroup var weekOption: WeekOption

  @Option(help: ArgumentHelp("The folder to write forecast.csv into.", valueName: "dir"))
  var out: String?

  func run() throws {
    try Console.run { stop in
      let loaded = try LoadedScenario(scenario)
      let forecast = try StageRunner(loaded: loaded).forecast(weekOption.week)
      Console.report(loaded.findings + forecast.diagnostics)
      if let out {
        try AtomicFolder.write(
          ForecastFile.files(forecast),
          to: out,
          replacingExisting: true,
          stop: stop
        )
      }
      Console.say(ForecastSummary(forecast: forecast).text())
    }
  }
}
