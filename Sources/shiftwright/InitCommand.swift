import ArgumentParser
import Interchange
import Planning
import Workforce

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a scenario from nothing but a history of contacts."
  )

  @Argument(help: "The scenario folder to write.")
  var dir: String

  @Option(help: ArgumentHelp("Two columns: a timestamp and a count.", valueName: "file"))
  var history: String

  @Option(help: ArgumentHelp("Time zone of the timestamps.", valueName: "name"))
  var timeZone: String

  @Option(help: ArgumentHelp("Mean handle time in seconds.", valueName: "seconds"))
  var aht: Double

  @Option(help: ArgumentHelp("Percent answered within seconds.", valueName: "80/30"))
  var target: TargetArgument

  @Option(
    help: ArgumentHelp("Mean patience in seconds; never when left out.", valueName: "seconds")
  )
  var patience: Double?

  @Option(help: ArgumentHelp("Percent of rostered time lost unplanned.", valueName: "percent"))
  var shrinkage = 10.0

  @Option(help: "Name of the centre.")
  var name = "My centre"

  @Option(help: "Name of the queue.")
  var queue = "phone"

  @Option(help: "Currency, for the reports.")
  var currency = "EUR"

  func run() throws {
    try Console.run { stop in
      guard let zone = Zone(identifier: timeZone) else {
        throw ValidationError(
          "'\(timeZone)' is no time zone. Give a name such as America/New_York."
        )
      }
      let loaded = BareHistoryFile.load(history)
      guard let bare = loaded.value else { throw BadInput(diagnostics: loaded.diagnostics) }
      let starter = ScenarioStarter(
        options: try StarterOptions(
          name: name,
          queue: queue,
          zone: zone,
          averageHandleTime: .seconds(aht),
          serviceLevel: target.serviceLevel,
          threshold: target.threshold,
          patience: patience.map { .seconds($0) },
          shrinkage: Fraction(shrinkage / 100),
          currency: currency
        )
      )
      let started = try starter.start(from: bare.rows.map { ($0.time, $0.count) })
      try AtomicFolder.write(
        try ScenarioFolder.files(for: started.inputs),
        to: dir,
        replacingExisting: false,
        stop: stop
      )
      Console.say(summary(loaded.diagnostics + started.notes, week: started.nextWeek))
    }
  }

  private func summary(_ notes: [Diagnostic], week: ISOWeek) -> String {
    var lines = notes.map(\.description)
    lines.append("")
    lines.append("\(dir) is a complete scenario; every file in it may be edited.")
    lines.append("Plan the week after the history:")
    lines.append("  shiftwright plan \(dir) --week \(week) --out \(dir)-\(week)")
    return lines.joined(separator: "\n")
  }
}
