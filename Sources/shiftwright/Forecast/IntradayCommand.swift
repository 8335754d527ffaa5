import ArgumentParser
import Interchange
import Planning
import Reporting
import Workforce

struct IntradayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "intraday",
    abstract: "Re-forecast the rest of a day from what it has brought so far."
  )

  @Argument(help: "The scenario's folder or database.")
  var scenario: String

  @Option(
    help: ArgumentHelp(
      "What came: queue,interval_start,arrivals; or a timestamp and a count for one queue.",
      valueName: "file"
    )
  )
  var actuals: String

  @Option(
    help: ArgumentHelp("The moment of the update on the wall clock.", valueName: "HH:MM"),
    transform: Reading.clockTime
  )
  var at: ClockTime

  @Option(
    help: ArgumentHelp("The day; the last one of the file when left out.", valueName: "date"),
    transform: Reading.date
  )
  var date: LocalDate?

  @Option(
    help: ArgumentHelp("The queue of a file that does not name any.", valueName: "name")
  )
  var queue: String?

  @Option(
    help: ArgumentHelp(
      "The run folder of the week's plan: says for each interval whether its people are enough.",
      valueName: "dir"
    )
  )
  var plan: String?

  @Option(help: ArgumentHelp("The folder to write intraday.csv into.", valueName: "dir"))
  var out: String?

  func run() throws {
    try Console.run { stop in
      if let out {
        try AtomicFolder.check([IntradayFile.name], at: out, replacingExisting: true)
      }
      let loaded = try LoadedScenario(scenario)
      Console.report(loaded.findings)
      let runner = try IntradayRunner(
        loaded: loaded,
        actualsFile: actuals,
        queue: queue,
        planFolder: plan
      )
      let forecast = try runner.forecast(on: date, at: at)
      if let out {
        let table = OutputFile(name: IntradayFile.name, text: IntradayFile.csv(forecast))
        try AtomicFolder.write([table], to: out, replacingExisting: true, stop: stop)
      }
      Console.say(IntradaySummary(forecast: forecast).text())
    }
  }
}
