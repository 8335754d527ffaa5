import ArgumentParser
import GLPKSolver
import Interchange
import Planning
import Workforce

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract:
      "Why a shift, an interval, a person's week, a rule is as it is in the roster of a run.",
    discussion: """
      Ask about exactly one thing. Each cost is that of the exact best other week of one person, with \
      everybody else's as it is; what a new search finds where everybody may change stands beside it.
      """
  )

  @Argument(help: ArgumentHelp("The run folder of the roster.", valueName: "run"))
  var folder: String

  @Option(
    help: ArgumentHelp(
      "A shift: why this person, this start, these breaks; such as E0004@2026-03-03.",
      valueName: "employee@date"
    )
  )
  var shift: String?

  @Option(
    help: ArgumentHelp(
      "A planning interval: who could be there, what stops them; such as MON10:00.",
      valueName: "DDDHH:MM"
    )
  )
  var interval: String?

  @Option(
    help: ArgumentHelp("The only queue that is meant with --interval.", valueName: "name")
  )
  var queue: String?

  @Option(
    help: ArgumentHelp("A person: wishes and what binds; such as E0004.", valueName: "employee")
  )
  var person: String?

  @Option(
    help: ArgumentHelp(
      "A rule or price by the name that 'worth' uses; such as 'labor 3'.",
      valueName: "name"
    )
  )
  var rule: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many refused wishes of a person to search again with, 0 to 1000.",
      valueName: "number"
    )
  )
  var confirm = 5

  @OptionGroup var common: RunOptions

  @OptionGroup var search: SearchEffort

  @Option(help: ArgumentHelp("A folder to write the page and the tables to.", valueName: "dir"))
  var out: String?

  func validate() throws { _ = try options() }

  func run() throws {
    try Console.run { stop in
      if let out { try AtomicFolder.check(ExplainFiles.names, at: out, replacingExisting: true) }
      let runner = ExplainRunner(
        run: try PublishedRun(folder),
        options: try options(),
        solver: GLPKSolver()
      )
      let sheet = try runner.answer(stop: stop, progress: Console.show)
      if let out {
        let files = ExplainFiles.files(of: sheet)
        try AtomicFolder.write(files, to: out, replacingExisting: true, stop: stop)
      }
      Console.say(ExplainFiles.text(of: sheet, at: out))
    }
  }

  private func options() throws -> ExplainOptions {
    try Reading.options { () throws(ShiftwrightError) in
      try ExplainOptions(
        ExplainOptions.Texts(shift: shift, interval: interval, person: person, rule: rule),
        queue: queue,
        confirm: confirm,
        seed: common.seed,
        effort: search.effort,
        threads: common.threads.count
      )
    }
  }
}
