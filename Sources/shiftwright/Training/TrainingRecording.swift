import ArgumentParser
import Planning
import Workforce

/// The commands that change what is on record.
enum TrainingRecording {
  static let commands: [any ParsableCommand.Type] = [
    TrainingCurriculumCommand.self, TrainingEnrolCommand.self, TrainingAttendCommand.self,
    TrainingAssessCommand.self, TrainingCorrectCommand.self, TrainingCertifyCommand.self,
    TrainingMentorCommand.self, TrainingImportCommand.self,
  ]

  /// Prints what was done, and the entry of the trail that says so.
  static func say(_ outcome: TrainingRecorder.Outcome) {
    Console.say(outcome.text)
    for warning in outcome.warnings { Console.fail("Warning: \(warning)") }
    guard let mark = outcome.mark else {
      return Console.say("All of it was on record already; nothing was changed.")
    }
    Console.say(mark.confirmation)
  }
}

extension ActorOption {
  /// Records of training in the database; who records them answers for training.
  func recorder(_ option: DatabaseOption) -> TrainingRecorder {
    TrainingRecorder(database(option), asker: .trainingLead)
  }
}

extension Reading {
  /// A date, which means its first moment, or a local time.
  static func moment(_ text: String) throws -> LocalDateTime {
    if let date = LocalDate(text) { return LocalDateTime(date: date, secondOfDay: 0) }
    guard let time = LocalDateTime(text) else {
      throw ValidationError(
        "Write a date as YYYY-MM-DD or a local time as YYYY-MM-DDTHH:MM, such as 2026-03-03T11:30."
      )
    }
    return time
  }

  static func lapse(_ text: String) throws -> TrainingRecorder.Lapse {
    text == "never" ? .never : .at(try moment(text))
  }

  static func share(_ text: String) throws -> Fraction {
    guard let share = Double(text).flatMap({ Fraction($0) }) else {
      throw ValidationError("Write a share between 0 and 1, such as 0.85.")
    }
    return share
  }
}
