import ArgumentParser
import GLPKSolver
import Interchange
import Planning
import Reporting
import Workforce

struct CliffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cliff",
    abstract: "What lapses do to heads and service, and the cheapest renewals that avoid it."
  )

  @Argument(help: "The scenario's folder or database.")
  var scenario: String

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Weeks to look ahead, 1 to 104.", valueName: "number")
  )
  var weeks = 26

  @Option(
    help: ArgumentHelp(
      "The first week; the one after the history when left out.",
      valueName: "YYYY-Www"
    ),
    transform: Reading.week
  )
  var from: ISOWeek?

  @Option(help: ArgumentHelp("The folder to write.", valueName: "dir"))
  var out: String

  @OptionGroup var common: RunOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Repetitions of each week's simulation, 2 to 1000000.", valueName: "number")
  )
  var replications = 50

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Cap on the time, in seconds; later weeks are then left without service.",
      valueName: "seconds"
    ),
    transform: Reading.seconds
  )
  var timeLimit: Duration?

  func validate() throws { _ = try options() }

  func run() throws {
    try Console.run { stop in
      try AtomicFolder.check(CliffResult.fileNames, at: out, replacingExisting: true)
      let loaded = try LoadedScenario(scenario)
      let first = try from ?? Self.weekAfterHistory(loaded.inputs)
      let runner = CliffRunner(inputs: loaded.inputs, options: try options(), solver: GLPKSolver())
      let result = try runner.run(from: first, stop: stop, progress: Console.show)
      try AtomicFolder.write(result.files(), to: out, replacingExisting: true, stop: stop)
      Console.say(result.report.text(at: out))
    }
  }

  private func options() throws -> CliffOptions {
    try Reading.options { () throws(ShiftwrightError) in
      try CliffOptions(
        weeks: weeks,
        replications: replications,
        seed: common.seed,
        timeLimit: timeLimit,
        threads: common.threads.count
      )
    }
  }

  private static func weekAfterHistory(_ inputs: PlanningInputs) throws(ShiftwrightError) -> ISOWeek
  {
    let last = inputs.history.compactMap { $0.records.last?.start }.max()
    guard let last else {
      throw ShiftwrightError(
        "There is no history, so the first week is not known.\nGive --from a week."
      )
    }
    let date = inputs.settings.zone.local(at: last).date
    return ISOWeek(containing: date).adding(weeks: 1)
  }
}
