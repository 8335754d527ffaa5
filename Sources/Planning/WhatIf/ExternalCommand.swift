import Foundation
import Workforce

/// A program of the machine that is run to its end.
struct ExternalCommand {
  /// What it left.
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
  }

  /// The program's name, looked up on PATH.
  let name: String

  /// Runs it.
  ///
  /// - Parameter arguments: What it is given.
  /// - Returns: What it left.
  /// - Throws: `ShiftwrightError` when there is no such program.
  func run(_ arguments: [String]) throws(ShiftwrightError) -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [name] + arguments
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    do { try process.run() } catch {
      throw ShiftwrightError("\(name) cannot be run: \(error.localizedDescription)")
    }
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let problems = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    // env says so where there is no such program
    guard process.terminationStatus != 127 else {
      throw ShiftwrightError(
        "\(name) is not on this machine's PATH.\n"
          + "Install Slurm's commands, or leave --engine out to use this machine's cores."
      )
    }
    return Outcome(
      status: process.terminationStatus,
      output: String(decoding: text, as: UTF8.self),
      errors: String(decoding: problems, as: UTF8.self)
    )
  }
}
