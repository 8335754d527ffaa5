import ArgumentParser

/// The commands that look ahead and place classes.
enum TrainingPlanning {
  static let commands: [any ParsableCommand.Type] = [PlaceCommand.self, CliffCommand.self]
}
