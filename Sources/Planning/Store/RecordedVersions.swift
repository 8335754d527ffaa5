import Interchange
import Storage
import Workforce

/// The versions of courses and curricula in a database that people's records name.
struct RecordedVersions {
  private let history: RecordedHistory
  private let place: String

  init(_ history: RecordedHistory, place: String) {
    self.history = history
    self.place = place
  }

  /// Refuses a scenario that changes one of them that has begun.
  ///
  /// - Parameters:
  ///   - new: What the scenario says.
  ///   - folder: Where it lies.
  ///   - now: The present; decides which versions have begun.
  /// - Throws: `ShiftwrightError` naming every such version.
  func check(_ new: PlanningInputs, from folder: String, now: Instant? = nil) throws {
    let old = try LightScenario(history.book, courseFile: history.book.courseFile, place).inputs
    let today = new.settings.zone.local(at: now ?? StoreSurroundings.system.now()).date
    let faults = VersionHistory(today: today)
      .faults(from: named(old.training), to: named(new.training))
    guard !faults.isEmpty else { return }
    throw ShiftwrightError(
      "\(folder) changes what has begun, and records of training in \(place) name it:\n"
        + faults.joined(separator: "\n")
        + "\nRecords are kept: take these versions over from 'shiftwright training curriculum --db "
        + "\(place)', and write a change as a new version, below, with a from of \(today) or later."
    )
  }

  private func named(_ training: TrainingInputs) -> TrainingInputs {
    TrainingInputs(
      courses: training.courses.filter { history.courses.contains($0.name) },
      curricula: training.curricula.filter { history.curricula.contains($0.name) }
    )
  }
}
