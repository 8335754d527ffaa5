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

  @Argument(help: "The scenario's folder or database.")
  var scenario: String

  @OptionGroup var weekOption: WeekOption

  @Option(
    help: ArgumentHelp("The folder to write forecast.csv and forecast.html into.", valueName: "dir")
  )
  var out: String?

  @OptionGroup var threads: ThreadsOption

  @OptionGroup var snapshots: SnapshotOptions

  @Option(
    help: ArgumentHelp(
      "The day of publishing; only data before it counts.",
      valueName: "YYYY-MM-DD"
    ),
    transform: Reading.date
  )
  var asOf: LocalDate?

  func validate() throws {
    guard !(1...64).contains(threads.count) else { return }
    throw ValidationError("threads is \(threads.count).\nGive a whole number from 1 to 64.")
  }

  func run() throws {
    try Console.run { stop in
      let loaded = try LoadedScenario(scenario)
      let forecast = try StageRunner(loaded: loaded).forecast(
        weekOption.week,
        asOf: asOf,
        threads: threads.count
      )
      Console.report(loaded.findings + forecast.diagnostics)
      if let out {
        let report = ForecastReport(
          inputs: loaded.inputs,
          week: weekOption.week,
          forecast: forecast,
          findings: loaded.findings
        )
        try AtomicFolder.write(
          ForecastFile.files(forecast)
            + [OutputFile(name: ForecastReport.fileName, text: report.html())],
          to: out,
          replacingExisting: true,
          stop: stop
        )
      }
      Console.say(ForecastSummary(forecast: forecast).text())
      let kept = try snapshots.keep(forecast, of: loaded, in: scenario, asOf: asOf, stop: stop)
      if let kept { Console.say("\n" + kept) }
    }
  }
}
