import ArgumentParser
import Interchange
import Planning
import Reporting
import Workforce

struct AccuracyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accuracy",
    abstract: "Compare the forecasts that were kept with what came."
  )

  @Argument(help: "The scenario's folder or database.")
  var scenario: String

  @Option(
    help: ArgumentHelp("The weeks to compare; all when left out.", valueName: "A..B"),
    transform: Reading.weeks
  )
  var weeks: ClosedRange<ISOWeek>?

  @Option(help: ArgumentHelp("The folder to write accuracy.csv into.", valueName: "dir"))
  var out: String?

  func run() throws {
    try Console.run { stop in
      if let out { try AtomicFolder.check([AccuracyFile.name], at: out, replacingExisting: true) }
      let loaded = try LoadedScenario(scenario)
      Console.report(loaded.findings)
      let kept = try SnapshotFolder.at(scenario).load(weeks, inputs: loaded.inputs)
      guard let snapshots = kept.value else { throw BadInput(diagnostics: kept.diagnostics) }
      guard !snapshots.isEmpty else { throw ShiftwrightError(nothingKept) }
      let accuracy = SnapshotJudge(inputs: loaded.inputs).accuracy(snapshots)
      if let out {
        let table = OutputFile(name: AccuracyFile.name, text: AccuracyFile.csv(accuracy))
        try AtomicFolder.write([table], to: out, replacingExisting: true, stop: stop)
      }
      Console.say(AccuracySummary(accuracy: accuracy).text())
    }
  }

  private var nothingKept: String {
    let span = weeks.map { " of \($0.lowerBound) to \($0.upperBound)" } ?? ""
    return """
      \(scenario) has no snapshots\(span).
      Keep one: shiftwright forecast \(scenario) --week YYYY-Www --snapshot
      """
  }
}

/// Whether to keep the forecast.
struct SnapshotOptions: ParsableArguments {
  @Flag(help: "Keep the forecast in the scenario's snapshots, to compare it with what comes.")
  var snapshot = false

  /// Keeps the forecast if that was asked for, and gives the line that says where.
  func keep(
    _ forecast: Forecast,
    of loaded: LoadedScenario,
    in scenario: String,
    asOf: LocalDate? = nil,
    stop: StopSignal
  ) throws -> String? {
    guard snapshot else { return nil }
    let maker = SnapshotMaker(loaded: loaded, scenario: scenario, version: Shiftwright.version)
    let kept = try maker.keep(forecast, asOf: asOf, stop: stop)
    return kept.isNew ? "Snapshot      \(kept.folder)" : "Snapshot      as in \(kept.folder)"
  }
}
