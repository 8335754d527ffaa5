import ArgumentParser

/// Threads of a command that optimizes.
struct ThreadsOption: ParsableArguments {
  @Option(help: "Threads, 1 to 64.")
  var threads = 2

  func validate() throws {
    guard !(1...64).contains(threads) else { return }
    throw ValidationError("threads is \(threads).\nGive a whole number from 1 to 64.")
  }
}

@main
struct ShiftwrightBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shiftwright-bench",
    abstract: "Runs benchmark instances through the roster engine.",
    subcommands: [
      TeamCommand.self, CheckCommand.self, GenerateCommand.self, RepairCommand.self,
    ]
  )
}
