import ArgumentParser
import Foundation
import Workforce

/// Checks a roster of a team instance; ends with 1 when it breaks a rule or a limit.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks a team roster and recomputes its objective; prints one line of JSON."
  )

  @Argument(help: "The instance, a JSON file.")
  var instance: String
  @Argument(help: "The roster, a JSON file.")
  var roster: String

  func run() throws {
    let verdict = try Self.verdict(instance: instance, roster: roster)
    print(try verdict.json())
    if !verdict.isFeasible { throw ExitCode(1) }
  }

  /// The verdict on two files.
  static func verdict(instance: String, roster: String) throws(ShiftwrightError) -> TeamVerdict {
    let source = try TeamInstance.read(instance)
    let given = try JSONFile(path: roster).content(as: TeamRoster.self)
    guard given.instance == source.name else {
      throw ShiftwrightError(
        "\(roster): the roster is of instance \(given.instance), not \(source.name).\n"
          + "Give the roster of \(instance)."
      )
    }
    return TeamChecker(instance: source).verdict(on: given)
  }
}
