import ArgumentParser
import GLPKSolver
import Interchange
import Planning
import Workforce

struct PlaceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "place",
    abstract: "Place classes: which to hold, and who sits in which."
  )

  @Argument(help: "The scenario's folder or database.")
  var scenario: String

  @OptionGroup var weekOption: WeekOption

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Weeks to place classes in, 1 to 12.", valueName: "number")
  )
  var weeks = 1

  @Option(
    help: ArgumentHelp(
      "A run folder whose roster stays as it is: people sit while they are at work in it.",
      valueName: "run"
    )
  )
  var roster: String?

  @Option(help: ArgumentHelp("The folder to write.", valueName: "dir"))
  var out: String

  @Option(
    help: ArgumentHelp(
      "Who asks: 'hr' or 'planner'; a planner gets no chances of people. (default: planner)",
      valueName: "role"
    ),
    transform: TrainingReading.asker
  )
  var role = Asker.planner

  @Option(
    help: ArgumentHelp(
      "The hour to compare with; the middle of the placement's hours on the first day when left out.",
      valueName: "'TUE 10:00'"
    ),
    transform: TrainingReading.hour
  )
  var byHand: PlacementOptions.Hour?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Repetitions of the simulation of a given roster, 2 to 1000000.",
      valueName: "number"
    )
  )
  var replications = 200

  @OptionGroup var common: RunOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Cap on the time, in seconds.", valueName: "seconds"),
    transform: Reading.seconds
  )
  var timeLimit: Duration?

  func validate() throws { _ = try options() }

  func run() throws {
    try Console.run { stop in
      try AtomicFolder.check(PlacementFiles.names, at: out, replacingExisting: true)
      let loaded = try LoadedScenario(scenario)
      let placer = try ClassPlacer(
        loaded,
        at: scenario,
        in: try roster.map { try PublishedRun($0) },
        options: try options(),
        solver: GLPKSolver()
      )
      let result = try placer.place(weekOption.week, stop: stop)
      let files = PlacementFiles.files(
        of: result,
        mayShowResults: role == .trainingLead
      )
      try AtomicFolder.write(
        files,
        to: out,
        replacingExisting: true,
        optional: PlacementFiles.names,
        stop: stop
      )
      Console.say(result.summary(at: out))
      if !result.isComplete { throw ExitCode(2) }
    }
  }

  private func options() throws -> PlacementOptions {
    try Reading.options { () throws(ShiftwrightError) in
      try PlacementOptions(
        weeks: weeks,
        byHand: byHand,
        seed: common.seed,
        timeLimit: timeLimit,
        threads: common.threads.count,
        replications: replications
      )
    }
  }
}

/// Reads what options of training commands say.
enum TrainingReading {
  static func asker(_ text: String) throws -> Asker {
    switch text {
    case "hr": return .trainingLead
    case "planner": return .planner
    default: throw ValidationError("Write hr or planner.")
    }
  }

  static func hour(_ text: String) throws -> PlacementOptions.Hour {
    guard let hour = PlacementOptions.Hour(text) else {
      throw ValidationError("Write a weekday and a time, such as 'TUE 10:00'.")
    }
    return hour
  }
}
