import ArgumentParser
import GLPKSolver
import Planning
import Reporting
import Workforce

struct ConflictsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflicts",
    abstract: "What in a week cannot hold together, and the cheapest ways out.",
    discussion: """
      Each conflict is a smallest set: without any one of its members the others can hold. Each way out was \
      tried by solving again. Exit code 2 where there are conflicts.
      """
  )

  @Argument(help: "The scenario's folder or database.")
  var scenario: String

  @OptionGroup var weekOption: WeekOption

  @Option(
    help: ArgumentHelp(
      "A CSV file of dates that are settled beforehand, in the place of the scenario's locks.csv.",
      valueName: "file"
    )
  )
  var locks: String?

  @Option(
    name: .customLong("price"),
    help: ArgumentHelp(
      "Points of a kind of change, such as rest_hour=20; may be given more than once.",
      valueName: "kind=points"
    )
  )
  var given: [String] = []

  @Option(
    help: ArgumentHelp(
      "A run folder of the week: also which rules bind most, and what more or fewer people would bring.",
      valueName: "run"
    )
  )
  var near: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Budget of work of each search of --near, 1 to 10000, about so many seconds; by size when left out.",
      valueName: "number"
    )
  )
  var effort: Int?

  @OptionGroup var threads: ThreadsOption
  @OptionGroup var output: SheetOutput

  func validate() throws {
    _ = try Reading.options { () throws(ShiftwrightError) in try ConflictPrices.read(given) }
    _ = try searching()
  }

  func run() throws {
    try Console.run { stop in
      let loaded = try LoadedScenario(scenario)
        .settlingMeetings(of: weekOption.week, solver: GLPKSolver())
      Console.report(loaded.findings)
      let runner = ConflictRunner(
        loaded,
        week: weekOption.week,
        locks: try locks.map { try LockedDates(at: $0, inputs: loaded.inputs) },
        prices: try ConflictPrices.read(given),
        solver: GLPKSolver()
      )
      var report = try runner.report(stop: stop, progress: Console.show)
      if let near {
        report.near = try NearConflicts(
          try PublishedRun(near),
          options: try searching(),
          solver: GLPKSolver(),
          stop: stop,
          progress: Console.show
        )
      }
      try output.write(report.sheet)
      Console.say(report.text + (output.out.map { "\nWritten to \($0)." } ?? ""))
      if !report.isFree { throw ExitCode(2) }
    }
  }

  private func searching() throws -> WorthOptions {
    try Reading.options { () throws(ShiftwrightError) in
      try WorthOptions(effort: effort, threads: threads.count)
    }
  }
}
