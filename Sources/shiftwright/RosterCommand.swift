import ArgumentParser
import GLPKSolver
import Interchange
import Planning
import Reporting
import Workforce

/// Everything about rosters; a scenario's folder right after it means its default, `build`.
struct RosterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roster",
    abstract: "Build the named roster; list, compare and withdraw published ones.",
    subcommands: [
      RosterBuildCommand.self, RosterListCommand.self, RosterDiffCommand.self,
      RosterWithdrawCommand.self,
    ],
    defaultSubcommand: RosterBuildCommand.self
  )
}

struct RosterBuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Build the named roster from the people needed per interval."
  )

  @Argument(help: "The scenario's folder or database.")
  var scenario: String

  @Option(help: ArgumentHelp("requirement.csv, or the folder that holds it.", valueName: "path"))
  var requirement: String

  @Option(help: ArgumentHelp("The folder to write roster.csv into.", valueName: "dir"))
  var out: String

  @OptionGroup var common: RunOptions
  @OptionGroup var optimizer: OptimizerOptions

  func validate() throws { _ = try options() }

  func run() throws {
    try Console.run { stop in
      let names = StageRunner.rosterFileNames + (optimizer.writeLp ? ["master.lp"] : [])
      try AtomicFolder.check(names, at: out, replacingExisting: true)
      let given = try LoadedScenario(scenario)
      Console.report(given.findings)
      let requirement = try StageRunner(loaded: given).requirement(file: requirement)
      let loaded = given.settlingMeetings(by: requirement)
      let stages = StageRunner(loaded: loaded)
      let planner = WeekPlanner(
        inputs: loaded.inputs,
        findings: loaded.findings,
        options: try options(),
        solver: GLPKSolver()
      )
      let outcome = try loaded.explainingRefusal(
        of: ISOWeek(containing: requirement.grid.dates[0]),
        stop
      ) {
        try planner.roster(requirement, stop: stop, progress: Console.show)
      }
      var files = stages.files(outcome, requirement)
      if optimizer.writeLp {
        let text = try planner.masterText(requirement, stop: stop)
        files.append(OutputFile(name: "master.lp", text: text))
      }
      try AtomicFolder.write(files, to: out, replacingExisting: true, stop: stop)
      let check = stages.check(outcome, requirement)
      Console.say(
        OutcomeSummary(outcome: outcome, inputs: loaded.inputs).text()
          + CheckSummary(check: check, currency: loaded.inputs.settings.currency).text()
      )
      if !check.isClean { throw ExitCode(2) }
    }
  }

  private func options() throws -> PlanOptions {
    try common.planOptions(work: optimizer.work, isStrict: optimizer.strict)
  }
}
