import GRDB
import Workforce

/// The names that records of training use, and that a scenario must go on having.
struct RecordNames {
  let db: Database
  let path: String

  /// Refuses a scenario without names that records refer to.
  ///
  /// - Parameters:
  ///   - training: Courses, curricula and rooms of the scenario.
  ///   - sites: Its sites.
  /// - Throws: `ShiftwrightError` naming all that are missing.
  func check(_ training: TrainingInputs, sites: [Site]) throws {
    let names: [(what: String, used: [String], known: [String])] = [
      ("course", try usedCourses(), training.courses.map(\.name)),
      ("curriculum", try usedCurricula(), training.curricula.map(\.name)),
      (
        "room", try used("SELECT DISTINCT room FROM classSession ORDER BY 1"),
        training.rooms.map(\.name)
      ),
      (
        "site", try used("SELECT DISTINCT site FROM classSession ORDER BY 1"), sites.map(\.name)
      ),
    ]
    let missing = names.flatMap { what, used, known in
      used.filter { !known.contains($0) }.map { "\(what) '\($0)'" }
    }
    guard !missing.isEmpty else { return }
    throw ShiftwrightError(
      "\(path) has records of training that name \(missing.joined(separator: ", ")), which the "
        + "scenario does not have.\nRecords are kept: let training.yaml and scenario.yaml keep the names."
    )
  }

  private func used(_ sql: String) throws -> [String] {
    try (String?).fetchAll(db, sql: sql).compactMap(\.self)
  }

  /// The curricula that enrolments name.
  func usedCurricula() throws -> [String] {
    try used("SELECT DISTINCT curriculum FROM enrolment ORDER BY 1")
  }

  /// The courses that classes, enrolments, certificates and assessments name.
  func usedCourses() throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT name FROM course c
        WHERE EXISTS (SELECT 1 FROM classSession WHERE course = c.key)
          OR EXISTS (SELECT 1 FROM enrolment WHERE course = c.key)
          OR EXISTS (SELECT 1 FROM certification WHERE course = c.key)
          OR EXISTS (SELECT 1 FROM assessment WHERE course = c.key)
        ORDER BY key
        """
    )
  }
}
