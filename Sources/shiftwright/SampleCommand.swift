import ArgumentParser
import Interchange
import Planning
import Workforce

struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Make a realistic synthetic scenario of any size."
  )

  @Argument(help: "The scenario folder to write.")
  var dir: String

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many people, 20 to 10000.", valueName: "number")
  )
  var people = 60

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many queues, 1 to 8.", valueName: "number")
  )
  var queues = 3

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Weeks of history, 2 to 104.", valueName: "number")
  )
  var weeks = 26

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Fixes every random choice.", valueName: "number")
  )
  var seed: UInt64 = 42

  @Option(help: "Name of the center.")
  var name = "Harbour Bank"

  @Option(
    help: ArgumentHelp(
      "The week to plan; the history ends on the Sunday before. (default: \(SampleOptions.standardWeek))",
      valueName: "YYYY-Www"
    ),
    transform: Reading.week
  )
  var week = SampleOptions.standardWeek

  @Flag(help: "Volumes above what the people can serve.")
  var understaffed = false

  func validate() throws { _ = try options() }

  func run() throws {
    try Console.run { stop in
      let options = try options()
      let inputs = SampleScenario(options: options).inputs()
      try AtomicFolder.write(
        try ScenarioFolder.files(for: inputs),
        to: dir,
        replacingExisting: false,
        stop: stop
      )
      let records = inputs.history.reduce(0) { $0 + $1.records.count }
      Console.say(
        """
        \(dir): \(inputs.employees.count) people, \(inputs.settings.queues.count) queues, \
        \(records) intervals of history. Synthetic data.
        Plan it:
          shiftwright plan \(dir) --week \(week) --out \(dir)-\(week)
        """
      )
    }
  }

  private func options() throws -> SampleOptions {
    try Reading.options { () throws(ShiftwrightError) in
      try SampleOptions(
        name: name,
        people: people,
        queues: queues,
        weeks: weeks,
        seed: seed,
        week: week,
        isUnderstaffed: understaffed
      )
    }
  }
}
