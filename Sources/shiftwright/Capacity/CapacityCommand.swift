import ArgumentParser
import GLPKSolver
import Interchange
import Planning
import Reporting
import Workforce

struct CapacityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "capacity",
    abstract:
      "Plans heads months ahead: hires, classes, cross-training, and the chance to meet targets."
  )

  @Argument(help: "The scenario's folder or database.")
  var scenario: String

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Months to plan, 1 to 60.", valueName: "number")
  )
  var months = 12

  @Option(
    help: ArgumentHelp(
      "The first month; the one after the history when left out.",
      valueName: "YYYY-MM"
    ),
    transform: CapacityCommand.month
  )
  var from: CalendarMonth?

  @Option(
    help: ArgumentHelp(
      "What the center says of its future; capacity.yaml of the scenario's folder when left out.",
      valueName: "file"
    )
  )
  var assumptions: String?

  @Option(help: ArgumentHelp("The folder to write; only the text when left out.", valueName: "dir"))
  var out: String?

  @Option(
    help: ArgumentHelp(
      "Also build a roster with names for this week, and print both beside each other.",
      valueName: "YYYY-Www"
    ),
    transform: Reading.week
  )
  var checkWeek: ISOWeek?

  @OptionGroup var common: RunOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Repetitions of the simulation, 2 to 100000.", valueName: "number")
  )
  var replications = 1000

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Cap on the time of the search, in seconds; a plan that it ends early is not repeatable.",
      valueName: "seconds"
    ),
    transform: Reading.seconds
  )
  var timeLimit: Duration?

  func validate() throws { _ = try options() }

  func run() throws {
    try Console.run { stop in
      if let out {
        try AtomicFolder.check(CapacityResult.fileNames, at: out, replacingExisting: true)
      }
      let loaded = try LoadedScenario(scenario)
      let said = try CapacityReading.assumptions(assumptions, beside: scenario, loaded.inputs)
      Console.report(said.findings)
      let planner = try CapacityPlanner(
        loaded: loaded,
        at: scenario,
        assumptions: said.value,
        options: try options(),
        solver: GLPKSolver()
      )
      let result = try planner.plan(stop: stop, progress: Console.show)
      let check = try checkWeek.map { week in
        try CapacityWeekCheck(
          week,
          inputs: loaded.inputs,
          threads: common.threads.count,
          solver: GLPKSolver(),
          stop: stop
        )
      }
      if let out {
        try AtomicFolder.write(
          result.files(check: check),
          to: out,
          replacingExisting: true,
          stop: stop
        )
      }
      Console.say(result.report(check: check).text(at: out))
    }
  }

  private func options() throws -> CapacityOptions {
    try Reading.options { () throws(ShiftwrightError) in
      try CapacityOptions(
        months: months,
        from: from,
        replications: replications,
        seed: common.seed,
        timeLimit: timeLimit,
        threads: common.threads.count
      )
    }
  }

  private static func month(_ text: String) throws -> CalendarMonth {
    guard let month = CalendarMonth(text) else {
      throw ValidationError("Write a month as YYYY-MM, such as 2026-04.")
    }
    return month
  }
}
