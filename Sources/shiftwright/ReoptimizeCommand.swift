import ArgumentParser
import Foundation
import GLPKSolver
import Interchange
import Planning
import Reporting
import Workforce

struct ReoptimizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reoptimize",
    abstract: "Repair a published roster: sick calls, locks, another forecast."
  )

  @Argument(help: ArgumentHelp("The run folder of the published roster.", valueName: "run"))
  var folder: String

  @Option(help: ArgumentHelp("What has changed since, a YAML file.", valueName: "file"))
  var changes: String

  @Option(help: ArgumentHelp("The run folder to write.", valueName: "dir"))
  var out: String

  @OptionGroup var common: RunOptions
  @OptionGroup var simulation: SimulationArguments
  @OptionGroup var optimizer: RepairOptions

  func validate() throws { _ = try options() }

  func run() throws {
    try Console.run { stop in
      try checkOut()
      try AtomicFolder.check(RunFolder.fileNames, at: out, replacingExisting: true)
      let published = try PublishedRun(folder)
      let request = try published.changes(file: changes)
      let reoptimizer = WeekReoptimizer(
        run: published,
        changes: request,
        options: try options(),
        solver: GLPKSolver()
      )
      let plan = try reoptimizer.reoptimize(stop: stop, progress: Console.show)
      let inputs = try published.inputFiles(absences: plan.inputs.absences, changesFile: changes)
      let files = try RunFiles(plan: plan, scenarioFiles: inputs, versions: .current).files()
      try AtomicFolder.write(files, to: out, replacingExisting: true, stop: stop)
      let report = out.hasSuffix("/") ? out + "report.html" : out + "/report.html"
      Console.say(
        PlanSummary(report: plan.report, timings: plan.timings, location: report).text()
      )
      if !plan.isUsable { throw ExitCode(2) }
    }
  }

  /// The published run must stay: it is what the changes are counted from.
  private func checkOut() throws(ShiftwrightError) {
    let place = { (path: String) in
      URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path
    }
    guard place(out) == place(folder) else { return }
    throw ShiftwrightError(
      "--out is the published run itself, which would be lost.\nChoose another folder."
    )
  }

  private func options() throws -> PlanOptions {
    try Reading.options { () throws(ShiftwrightError) in
      try PlanOptions(
        seed: common.seed,
        effort: optimizer.effort,
        timeLimit: optimizer.timeLimit,
        threads: Console.threads(common.threads),
        replications: simulation.replications,
        isStrict: optimizer.strict
      )
    }
  }
}

/// Options of the command that repairs a roster.
struct RepairOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Budget of work, 1 to 10000, about so many seconds; by size when left out.",
      valueName: "number"
    )
  )
  var effort: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Cap on the time, in seconds. A run that hits it gives the best so far and is not repeatable.",
      valueName: "seconds"
    ),
    transform: Reading.seconds
  )
  var timeLimit: Duration?

  @Flag(help: "Stop when somebody's week cannot be legal, instead of keeping it as it is.")
  var strict = false
}
