import ArgumentParser
import GLPKSolver
import Planning
import Workforce

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Verify a run from its own files: hashes, check, simulation, certificate."
  )

  @Argument(help: ArgumentHelp("The run folder.", valueName: "run"))
  var folder: String

  @Flag(
    help:
      "Plan the week again too, with the recorded options: the roster and its bound, byte for byte."
  )
  var replan = false

  @OptionGroup var parallel: ThreadsOption

  func run() throws {
    try Console.run { stop in
      let verifier = RunVerifier(
        folder: folder,
        threads: parallel.count,
        solver: GLPKSolver(),
        versions: .current
      )
      let found = try verifier.verify(plansAgain: replan, stop: stop, progress: Console.show)
      Console.say(text(found))
      if !found.isConfirmed { throw ExitCode(2) }
    }
  }

  private func text(_ found: Verification) -> String {
    guard found.isConfirmed else {
      let count = found.differences.count
      return found.differences.map(\.description).joined(separator: "\n")
        + "\n\(count) \(count == 1 ? "difference" : "differences")."
    }
    return "Confirmed: \(found.confirmedFiles) files have the bytes recorded;\n"
      + "made again, with the same bytes: \(found.repeatedFiles.joined(separator: ", ")).\n"
      + "Taken as given: \(found.takenAsGiven.joined(separator: ", "))."
  }
}
