import ArgumentParser
import Planning
import Reporting
import Workforce

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check every rule on a roster, also one edited by hand."
  )

  @Argument(help: "The scenario's folder or database.")
  var scenario: String

  @Argument(help: "The roster: a file such as roster.csv, or the folder that holds it.")
  var roster: String

  func run() throws {
    try Console.run { _ in
      let loaded = try LoadedScenario(scenario)
      Console.report(loaded.findings)
      let stages = StageRunner(loaded: loaded)
      let check = try stages.check(rosterFile: roster)
      Console.say(
        CheckSummary(check: check, currency: loaded.inputs.settings.currency).text()
      )
      if !check.isClean { throw ExitCode(2) }
    }
  }
}
