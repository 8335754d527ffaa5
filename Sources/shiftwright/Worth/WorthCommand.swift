import ArgumentParser
import GLPKSolver
import Interchange
import Planning
import Reporting
import Workforce

struct WorthCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worth",
    abstract: "What an hour, a shift, a rule, a certificate is worth in the roster of a run.",
    discussion: """
      Each figure is taken from the duals of the proved bound; some are confirmed by planning again \
      with and without, with equal effort, and both figures stand side by side.
      """
  )

  @Argument(help: ArgumentHelp("The run folder of the roster.", valueName: "run"))
  var folder: String

  @Option(
    help: ArgumentHelp(
      "Only the hour that begins then, such as MON09:00, and the shifts at work then.",
      valueName: "DDDHH:MM"
    ),
    transform: Self.moment
  )
  var interval: WorthOptions.Moment?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Rows of each table on the terminal, 1 to 10000.", valueName: "number")
  )
  var top = 10

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many things to plan again with and without, 0 to 10000.",
      valueName: "number"
    )
  )
  var confirm = 40

  @OptionGroup var common: RunOptions

  @OptionGroup var search: SearchEffort

  @Option(help: ArgumentHelp("A folder to write the page and the table to.", valueName: "dir"))
  var out: String?

  func validate() throws { _ = try options() }

  func run() throws {
    try Console.run { stop in
      if let out { try AtomicFolder.check(WorthFiles.names, at: out, replacingExisting: true) }
      let runner = WorthRunner(
        run: try PublishedRun(folder),
        options: try options(),
        solver: GLPKSolver()
      )
      let report = try runner.report(stop: stop, progress: Console.show)
      if let out {
        let files = WorthFiles.files(of: report)
        try AtomicFolder.write(files, to: out, replacingExisting: true, stop: stop)
      }
      Console.say(report.text(at: out))
    }
  }

  private func options() throws -> WorthOptions {
    try Reading.options { () throws(ShiftwrightError) in
      try WorthOptions(
        moment: interval,
        top: top,
        confirm: confirm,
        seed: common.seed,
        effort: search.effort,
        threads: common.threads.count
      )
    }
  }

  private static func moment(_ text: String) throws -> WorthOptions.Moment {
    guard let moment = WorthOptions.Moment(text) else {
      throw ValidationError("Write a weekday and a time of day as DDDHH:MM, such as MON09:00.")
    }
    return moment
  }
}
