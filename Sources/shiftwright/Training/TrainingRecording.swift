import ArgumentParser

/// The commands that change what is on record.
enum TrainingRecording {
  static let commands: [any ParsableCommand.Type] = []
}
