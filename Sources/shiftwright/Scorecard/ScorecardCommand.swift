import ArgumentParser
import Interchange
import Planning
import Reporting
import Workforce

struct ScorecardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scorecard",
    abstract: "The center's goals with forecasts, early warnings as tickets, escalation times."
  )

  @Argument(help: "A file of weekly figures, figures.csv.")
  var figures: String

  @Option(help: ArgumentHelp("A file of complaints.", valueName: "file"))
  var complaints: String?

  @Option(
    help: ArgumentHelp("A file of goals; the center's five when left out.", valueName: "file")
  )
  var goals: String?

  @Option(
    help: ArgumentHelp(
      "A scenario's folder or database, whose own records count too.",
      valueName: "scenario"
    )
  )
  var scenario: String?

  @Option(
    name: .customLong("run"),
    help: ArgumentHelp(
      "A run folder, whose simulated service is shown apart; may be given more than once.",
      valueName: "run"
    )
  )
  var runs: [String] = []

  @Option(
    help: ArgumentHelp(
      "The last day that counts; the end of the last week with figures when left out.",
      valueName: "YYYY-MM-DD"
    ),
    transform: Reading.date
  )
  var on: LocalDate?

  @Option(help: ArgumentHelp("Who asks: hr, planner or manager.", valueName: "who"))
  var role = "manager"

  @Option(help: ArgumentHelp("The folder to write.", valueName: "dir"))
  var out: String

  func validate() throws { _ = try Reading.asker(role) }

  func run() throws {
    try Console.run { stop in
      try AtomicFolder.check(ScorecardResult.fileNames, at: out, replacingExisting: true)
      let places = ScorecardPlaces(
        figures: figures,
        complaints: complaints,
        goals: goals,
        scenario: scenario,
        runs: runs
      )
      let result = try ScorecardRunner(places, asker: Reading.asker(role), on: on).run()
      try AtomicFolder.write(result.files(), to: out, replacingExisting: true, stop: stop)
      Console.say(ScorecardReport(result).text(at: out))
    }
  }
}
