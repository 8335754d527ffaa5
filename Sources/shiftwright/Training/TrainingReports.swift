import ArgumentParser

/// The commands that read what is on record.
enum TrainingReports {
  static let commands: [any ParsableCommand.Type] = [
    TrainingReportCommand.self, TrainingDueCommand.self, TrainingRecordCommand.self,
    TrainingEffectCommand.self, TrainingBufferCommand.self, TrainingRemindCommand.self,
  ]
}
