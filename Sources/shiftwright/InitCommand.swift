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

  @Option(
    help: ArgumentHelp("Special days: a calendar.csv, or iCalendar (.ics).", valueName: "file")
  )
  var calendar: String?

  @Option(
    help: ArgumentHelp("Time zone of the timestamps.", valueName: "name"),
    transform: Reading.zone
  )
  var timeZone: Zone

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Mean handle time: 330s, 5m30s or bare seconds.", valueName: "duration"),
    transform: Reading.duration
  )
  var aht: Duration

  @Option(
    help: ArgumentHelp(
      "The promise: percent answered within so many seconds.",
      valueName: "80/30"
    ),
    transform: Reading.target
  )
  var target: Target

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Mean patience: 90s, 2m or bare seconds; without it nobody gives up.",
      valueName: "duration"
    ),
    transform: Reading.duration
  )
  var patience: Duration?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Percent of rostered time lost unplanned, 0 to 60. (default: 10)",
      valueName: "percent"
    ),
    transform: Reading.shrinkage
  )
  var shrinkage: Fraction?

  @Option(help: "Name of the center.")
  var name = "My center"

  @Option(help: "Name of the queue.")
  var queue = "phone"

  @Option(help: "Currency, for the reports.")
  var currency = "EUR"

  func validate() throws { _ = try options() }

  func run() throws {
    try Console.run { stop in
      let loaded = BareHistoryFile.load(history)
      guard let bare = loaded.value else { throw BadInput(diagnostics: loaded.diagnostics) }
      let days = try specialDays(bare)
      let starter = ScenarioStarter(options: try options())
      let started = try starter.start(
        from: bare.rows.map { ($0.time, $0.count) },
        calendar: days.entries
      )
      try AtomicFolder.write(
        try ScenarioFolder.files(for: started.inputs),
        to: dir,
        replacingExisting: false,
        stop: stop
      )
      let notes = loaded.diagnostics + days.notes + started.notes + rounding(started.inputs)
      Console.say(summary(notes, week: started.nextWeek))
    }
  }

  /// The entries of the calendar that was given, and what is to be said of it.
  private func specialDays(
    _ history: BareHistory
  ) throws -> (entries: [CalendarEntry], notes: [Diagnostic]) {
    let dates = history.rows.map(\.time.date)
    guard let calendar, let first = dates.min(), let last = dates.max() else { return ([], []) }
    let loaded = CalendarLoader.load(
      calendar,
      years: CalendarLoader.years(spannedBy: first...last),
      zone: timeZone
    )
    guard let entries = loaded.value else { throw BadInput(diagnostics: loaded.diagnostics) }
    return (entries, loaded.diagnostics)
  }

  /// Says that times between planning intervals were widened to the next ones.
  private func rounding(_ inputs: PlanningInputs) -> [Diagnostic] {
    let minutes = inputs.settings.intervalMinutes
    let given = inputs.history.map(\.intervalMinutes).min() ?? minutes
    guard given < minutes else { return [] }
    return [
      Diagnostic(
        .note,
        file: "",
        message: "the center opens and closes on multiples of the planning interval of \(minutes)"
          + " minutes; times between, as the history of \(given) minutes may show them, were"
          + " widened to the next.",
        suggestion: ""
      )
    ]
  }

  private func options() throws -> StarterOptions {
    try Reading.options { () throws(ShiftwrightError) in
      try StarterOptions(
        name: name,
        queue: queue,
        zone: timeZone,
        averageHandleTime: aht,
        serviceLevel: target.serviceLevel,
        threshold: target.threshold,
        patience: patience,
        shrinkage: shrinkage,
        currency: currency
      )
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
