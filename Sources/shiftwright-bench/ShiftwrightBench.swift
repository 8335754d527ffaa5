import ArgumentParser

/// Threads of a command that optimizes.
struct ThreadsOption: ParsableArguments {
  @Option(help: "Threads, 1 to 64.")
  var threads = 2
}

@main
struct ShiftwrightBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shiftwright-bench",
    abstract: "Runs benchmark instances through the roster engine, measures models and simulation.",
    subcommands: [
      TeamCommand.self, CheckCommand.self, GenerateCommand.self, RepairCommand.self,
      ErlangCommand.self, SimulateCommand.self, VaryingCommand.self, NrpCommand.self,
      NrpCheckCommand.self,
    ]
  )
}
