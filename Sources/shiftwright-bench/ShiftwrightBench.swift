import ArgumentParser

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
