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
      Console.say(plan.summary(in: out))
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
    try common.planOptions(
      work: optimizer.work,
      replications: simulation.replications,
      isStrict: optimizer.strict
    )
  }
}
