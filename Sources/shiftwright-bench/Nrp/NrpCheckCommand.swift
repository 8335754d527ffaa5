import ArgumentParser
import Foundation
import Workforce

/// Checks a roster of a nurse instance; ends with 1 when it breaks a rule.
struct NrpCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nrp-check",
    abstract: "Checks a roster of a nurse instance and recomputes its cost; prints a line of JSON."
  )

  @Argument(help: "The instance, a text file of schedulingbenchmarks.org.")
  var instance: String
  @Argument(help: "The roster, as `nrp --out` writes it.")
  var roster: String

  /// The line that is printed.
  struct Line: Encodable {
    let instance: String
    let cost: Int
    let requests: Int
    let under: Int
    let over: Int
    let legal: Bool
    let broken: [String]
  }

  func run() throws {
    let source = try NrpReader.read(instance)
    let verdict = NrpChecker(instance: source).verdict(on: try NrpRoster.read(roster, of: source))
    let line = Line(
      instance: source.name,
      cost: verdict.cost,
      requests: verdict.requests,
      under: verdict.under,
      over: verdict.over,
      legal: verdict.broken.isEmpty,
      broken: verdict.broken
    )
    print(try line.jsonLine())
    if !verdict.broken.isEmpty { throw ExitCode(1) }
  }
}
