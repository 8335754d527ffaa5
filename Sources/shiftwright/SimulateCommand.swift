import ArgumentParser
import Interchange
import Planning
import Reporting
import Workforce

struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Simulate the service that a roster gives, contact by contact."
  )

  @Argument(help: "The scenario's folder or database.")
  var scenario: String

  @Argument(help: "The roster: a file such as roster.csv, or the folder that holds it.")
  var roster: String

  @Option(
    help: ArgumentHelp(
      "forecast.csv, or the folder that holds it; forecasts anew when left out.",
      valueName: "path"
    )
  )
  var forecast: String?

  @Option(
    help: ArgumentHelp(
      "The folder to write simulation.csv and occupancy.csv into, deferred.csv with deferred work and"
        + " segments.csv with segments of customers.",
      valueName: "dir"
    )
  )
  var out: String?

  @OptionGroup var recording: RecordingOptions
  @OptionGroup var assumed: AssumedOptions
  @OptionGroup var common: RunOptions
  @OptionGroup var simulation: SimulationArguments
  @OptionGroup var precision: PrecisionOptions

  func validate() throws {
    let options = try options()
    guard recording.traceReplications <= options.replications else {
      throw ValidationError(
        "--trace-replications is \(recording.traceReplications), but only \(options.replications) "
          + "replications are played.\nAsk for fewer, or for more --replications."
      )
    }
  }

  func run() throws {
    try Console.run { stop in
      let loaded = try LoadedScenario(scenario)
      Console.report(loaded.findings)
      try checkPlace(loaded.inputs.settings)
      let stages = StageRunner(loaded: loaded)
      let roster = try stages.roster(file: roster)
      let forecast = try stages.forecast(file: forecast, or: roster.week)
      let player = try RosterPlayer(
        inputs: loaded.inputs,
        options: try options(),
        conditions: assumed.conditions
      )
      let replay = try recording.replay.map { try player.recorded(file: $0, for: forecast) }
      Console.report(replay?.notes ?? [])
      let contacts = replay?.contacts
      let details = try player.play(
        roster,
        forecast,
        replay: contacts,
        stop: stop,
        progress: Console.show
      )
      if let trace = recording.trace {
        try player.trace(
          roster,
          forecast,
          replay: contacts,
          replications: recording.traceReplications,
          to: trace,
          stop: stop
        )
      }
      try write(details, stop)
      say(details)
    }
  }

  private func say(_ details: SimulationDetails) {
    Console.say(SimulationSummary(details: details).text())
  }

  /// Refuses a folder before the work for it starts.
  private func checkPlace(_ settings: ScenarioSettings) throws {
    guard let out else { return }
    try AtomicFolder.check(fileNames(settings), at: out, replacingExisting: true)
  }

  private func fileNames(_ settings: ScenarioSettings) -> [String] {
    let hasDeferred = settings.queues.contains { $0.channel == .deferred }
    let hasSegments = settings.queues.contains { !$0.segments.isEmpty }
    return [SimulationFile.name, OccupancyFile.name] + (hasDeferred ? [DeferredFile.name] : [])
      + (hasSegments ? [SegmentFile.name] : [])
  }

  private func write(_ details: SimulationDetails, _ stop: StopSignal) throws {
    guard let out else { return }
    var files = [
      OutputFile(name: SimulationFile.name, text: SimulationFile.csv(details.result)),
      OutputFile(name: OccupancyFile.name, text: OccupancyFile.csv(details.occupancy)),
    ]
    if !details.deferred.isEmpty {
      let text = DeferredFile.csv(details.deferred, grid: details.result.grid)
      files.append(OutputFile(name: DeferredFile.name, text: text))
    }
    if !details.segments.isEmpty {
      files.append(OutputFile(name: SegmentFile.name, text: SegmentFile.csv(details.segments)))
    }
    try AtomicFolder.write(files, to: out, replacingExisting: true, stop: stop)
  }

  private func options() throws -> PlanOptions {
    try common.planOptions(
      replications: simulation.replications,
      halfWidth: precision.halfWidth
    )
  }
}

/// Contacts of the past, and of the simulation one by one.
struct RecordingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Play recorded contacts, one row each, instead of random ones.",
      valueName: "file"
    )
  )
  var replay: String?

  @Option(
    help: ArgumentHelp("Write what became of every simulated contact.", valueName: "file")
  )
  var trace: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many replications to trace, from the first on.", valueName: "number")
  )
  var traceReplications = 1

  func validate() throws {
    guard traceReplications >= 1 else {
      throw ValidationError("Write a number of replications of at least 1.")
    }
    guard trace != nil || traceReplications == 1 else {
      throw ValidationError("--trace-replications needs --trace with a file.")
    }
  }
}

/// What the simulation is to assume beyond scenario and forecast.
struct AssumedOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Percent of those who left that ask again, and after how many minutes on average: 40/15.",
      valueName: "percent/minutes"
    ),
    transform: Reading.delayed
  )
  var retrials: SimulationConditions.Delayed?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Percent of shifts to which people come late, and by how many minutes on average: 5/10.",
      valueName: "percent/minutes"
    ),
    transform: Reading.delayed
  )
  var late: SimulationConditions.Delayed?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Items of a queue of deferred work that are undone at the start; once per queue.",
      valueName: "queue=items"
    ),
    transform: Reading.backlog
  )
  var backlog: [SimulationConditions.Backlog] = []

  var conditions: SimulationConditions {
    SimulationConditions(retrials: retrials, lateness: late, backlogs: backlog)
  }
}

extension Reading {
  fileprivate static func delayed(_ text: String) throws -> SimulationConditions.Delayed {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let percent = Double(parts[0]), let share = Fraction(percent / 100),
      let minutes = Double(parts[1]), minutes > 0, minutes <= 10_080
    else {
      throw ValidationError("Write percent/minutes: 40/15 is 40 %, after 15 minutes on average.")
    }
    return SimulationConditions.Delayed(share: share, mean: .minutes(minutes))
  }

  fileprivate static func backlog(_ text: String) throws -> SimulationConditions.Backlog {
    let parts = text.split(separator: "=")
    guard parts.count == 2, let items = Int(parts[1]), items >= 0 else {
      throw ValidationError("Write a queue and a number of items, such as mail=40.")
    }
    return SimulationConditions.Backlog(queue: String(parts[0]), items: items)
  }
}
