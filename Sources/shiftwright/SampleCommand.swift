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

  @Flag(help: "Also courses, certificates, classes and results that fit the people.")
  var training = false

  @Option(
    help: ArgumentHelp(
      "Lets a share of the people lose a certificate in one night: the day is the first without it;"
        + " goes with --training.",
      valueName: "share@YYYY-MM-DD"
    ),
    transform: Reading.lapse
  )
  var lapse: SampleLapse?

  func validate() throws { _ = try options() }

  func run() throws {
    try Console.run { stop in
      let options = try options()
      let scenario = SampleScenario(options: options)
      let inputs = scenario.inputs()
      try AtomicFolder.write(
        try ScenarioFolder.files(for: inputs)
          + TrainingFolder.files(for: scenario.records(for: inputs)),
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
        isUnderstaffed: understaffed,
        hasTraining: training,
        lapse: lapse
      )
    }
  }
}
