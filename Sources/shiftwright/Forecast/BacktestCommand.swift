import ArgumentParser
import Foundation
import Interchange
import Planning
import Reporting
import Workforce

struct BacktestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest",
    abstract: "Forecast past weeks by many methods and judge them by what came."
  )

  @Argument(help: "The scenario's folder or database; or give --history.")
  var scenario: String?

  @Option(help: ArgumentHelp("Two columns: a timestamp and a count.", valueName: "file"))
  var history: String?

  @Option(
    help: ArgumentHelp("Closures and special days that go with --history.", valueName: "file")
  )
  var calendar: String?

  @Option(
    help: ArgumentHelp("Time zone of --history; UTC when left out.", valueName: "name"),
    transform: Reading.zone
  )
  var timeZone: Zone?

  @Option(help: ArgumentHelp("One queue of the scenario; all when left out.", valueName: "name"))
  var queue: String?

  @Option(
    help: ArgumentHelp(
      "Mondays of the weeks to forecast, as FROM..TO or with commas.",
      valueName: "dates"
    ),
    transform: Origins.init
  )
  var origins: Origins

  @Option(
    help: ArgumentHelp("Weeks ahead; 1 forecasts on the week's Monday.", valueName: "numbers")
  )
  var leads = "1"

  @Option(
    help: ArgumentHelp(
      "Minutes of the intervals to judge, and 'day'; what the history gives when left out.",
      valueName: "5,15,30,day"
    )
  )
  var granularity: String?

  @Option(help: ArgumentHelp("Methods by name, or all.", valueName: "names"))
  var methods = "all"

  @Option(help: ArgumentHelp("The folder to write.", valueName: "dir"))
  var out: String

  @OptionGroup var threads: ThreadsOption

  func validate() throws {
    guard (scenario == nil) != (history == nil) else {
      throw ValidationError("Give the folder of a scenario, or --history a file.")
    }
    if scenario != nil, calendar != nil || timeZone != nil {
      throw ValidationError(
        "--calendar and --time-zone go with --history; a scenario has its own."
      )
    }
    if history != nil, queue != nil {
      throw ValidationError("--queue goes with a scenario; a history is one queue.")
    }
    _ = try options()
  }

  func run() throws {
    try Console.run { stop in
      let options = try options()
      let (source, findings) = try source()
      let names = BacktestFiles.names(queues: source.queues, options: options)
      try AtomicFolder.check(names, at: out, replacingExisting: true)
      Console.report(findings + origins.notes)
      let results = try BacktestRunner(source, options: options)
        .run(stop: stop, progress: Console.show)
      let files = BacktestFiles(results).files()
      try AtomicFolder.write(files, to: out, replacingExisting: true, stop: stop)
      Console.say(BacktestSummary(results: results, location: out).text())
      if results.allSatisfy({ $0.weeks.allSatisfy { $0.leftOut != nil } }) { throw ExitCode(2) }
    }
  }

  private func options() throws -> BacktestOptions {
    let leads = try BacktestReading.leads(leads)
    let granularities = try granularity.map(BacktestReading.granularities)
    let methods = try BacktestReading.methods(methods)
    return try Reading.options { () throws(ShiftwrightError) in
      try BacktestOptions(
        origins: origins.mondays,
        leads: leads,
        granularities: granularities,
        methods: methods,
        threads: threads.count
      )
    }
  }

  /// The years from the history's first row to the last origin.
  private func years(_ history: BareHistory?) -> ClosedRange<Int> {
    let last = origins.mondays[origins.mondays.count - 1]
    let first = history?.rows.map(\.time.date).min() ?? last
    return CalendarLoader.years(spannedBy: min(first, last)...last)
  }

  private func source() throws -> (BacktestSource, [Diagnostic]) {
    if let scenario {
      let loaded = try LoadedScenario(scenario)
      let (inputs, notes) = BacktestReading.withHistory(loaded.inputs, queue: queue)
      return (.scenario(inputs, queue: queue), loaded.findings + notes)
    }
    let path = history ?? ""
    let bare = BareHistoryFile.load(path)
    let days = calendar.map {
      CalendarLoader.load($0, years: years(bare.value), zone: timeZone)
    }
    let findings = bare.diagnostics + (days?.diagnostics ?? [])
    guard let rows = bare.value, days == nil || days?.value != nil else {
      throw BadInput(diagnostics: findings)
    }
    let source = BacktestSource.history(
      rows,
      name: URL(filePath: path).deletingPathExtension().lastPathComponent,
      zone: timeZone ?? .utc,
      calendar: days?.value
    )
    return (source, findings)
  }
}
