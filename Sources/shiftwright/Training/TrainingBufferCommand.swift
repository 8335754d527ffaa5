import ArgumentParser
import Interchange
import Planning
import Reporting
import Workforce

struct TrainingBufferCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "buffer",
    abstract: "Say how many must sit so that enough pass, and by when to start."
  )

  @OptionGroup var asking: TrainingAsking

  @Argument(help: "The course's name; or give --curriculum.")
  var course: String?

  @Option(
    help: ArgumentHelp("All courses of a curriculum instead of one.", valueName: "name")
  )
  var curriculum: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many must pass, 1 to 1000.", valueName: "number")
  )
  var need: Int

  @Option(
    help: ArgumentHelp(
      "The day on which they are needed; as soon as possible when left out.",
      valueName: "YYYY-MM-DD"
    ),
    transform: Reading.date
  )
  var ready: LocalDate?

  @Option(
    help: ArgumentHelp(
      "What was believed before anybody sat: weights of passes and failures.",
      valueName: "a,b"
    )
  )
  var prior = "1,1"

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The chance that is wanted, above 0 and below 1.", valueName: "share")
  )
  var confidence = 0.95

  @OptionGroup var output: SheetOutput

  func validate() throws {
    guard (course == nil) != (curriculum == nil) else {
      throw ValidationError("Give the name of a course, or --curriculum a curriculum.")
    }
    guard (1...1000).contains(need) else {
      throw ValidationError("--need is \(need).\nWrite a whole number from 1 to 1000.")
    }
    guard confidence > 0, confidence < 1 else {
      throw ValidationError(
        "--confidence is \(confidence).\nWrite a number above 0 and below 1, such as 0.95."
      )
    }
    _ = try Reading.prior(prior)
  }

  func run() throws {
    try Console.run { _ in
      let question = TrainingReporter.BufferQuestion(
        subject: course ?? curriculum ?? "",
        isCurriculum: course == nil,
        needed: need,
        ready: ready,
        prior: try Reading.prior(prior),
        confidence: confidence
      )
      try output.show(FigureSheet(try asking.reporter().buffer(question)))
    }
  }
}

struct TrainingRemindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remind",
    abstract: "Write the day's reminders as a table and calendars; sending is left to your mail."
  )

  @OptionGroup var asking: TrainingAsking

  @Option(
    help: ArgumentHelp(
      "The day of the last reminders; those missed since are written too.",
      valueName: "YYYY-MM-DD"
    ),
    transform: Reading.date
  )
  var since: LocalDate?

  @Option(help: ArgumentHelp("The folder to write.", valueName: "dir"))
  var out: String

  func run() throws {
    try Console.run { stop in
      let (count, files) = try asking.reporter().reminders(since: since)
      try AtomicFolder.write(files, to: out, replacingExisting: true, stop: stop)
      let date = asking.on ?? TrainingAsking.today
      let reminders = count == 1 ? "1 reminder" : "\(count) reminders"
      let calendars = files.count - 2
      Console.say(
        "\(date): \(reminders), \(calendars == 1 ? "1 calendar" : "\(calendars) calendars"), in \(out)."
      )
    }
  }
}
