import ArgumentParser

struct TrainingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "training",
    abstract: "Courses, certificates and pass rates, and what lapses do to coverage.",
    subcommands: TrainingRecording.commands + TrainingReports.commands + TrainingPlanning.commands
  )
}
