import Interchange
import Storage
public import Workforce

/// What a database knows of training.
public struct DatabaseTraining: TrainingSource {
  /// The file.
  public let place: String

  /// Reads a database.
  ///
  /// - Parameter path: The file.
  public init(path: String) { place = path }

  private var database: CenterDatabase { CenterDatabase(path: place) }

  /// Everybody's attempts and certificates: a row for each person, not one for each record.
  ///
  /// Throws `ShiftwrightError` when the database cannot be read, or holds no scenario.
  public func book() throws -> TrainingBook {
    let scenario = try LightScenario(database, hasEntries: true)
    return TrainingBook(
      inputs: scenario.inputs,
      courses: scenario.stored.courses,
      sessions: scenario.stored.training.sessions.map(\.id),
      people: scenario.stored.people,
      attempts: scenario.stored.attempts,
      certificates: scenario.stored.certificates
    )
  }

  /// Everything on record of one person, those who left included.
  ///
  /// Throws `ShiftwrightError` when nobody has the identifier.
  public func record(of employee: String) throws -> PersonalRecord {
    try database.open { store throws(ShiftwrightError) in
      try store.personalRecord(of: employee)
    }
  }

  /// How people's work was, by one measure, from one date to another.
  ///
  /// Throws `ShiftwrightError` when the database cannot be read.
  public func performance(
    _ measure: PerformanceRecord.Measure,
    from first: LocalDate,
    through last: LocalDate
  ) throws -> [PerformanceRecord] {
    try database.open { store throws(ShiftwrightError) in
      try store.performance(measure, from: first, through: last)
    }
  }
}

/// Settings, people and rules of training of a database, without contacts, calendars and certificates.
struct LightScenario {
  /// Those with a place, and the rules; classes, enrolments and pairs of everybody.
  let inputs: PlanningInputs
  /// What the database holds of training.
  let stored: StoredTrainingBook

  init(_ database: CenterDatabase, hasEntries: Bool = false) throws {
    let stored = try database.open { store throws(ShiftwrightError) in
      try store.trainingBook(hasEntries: hasEntries)
    }
    guard let stored else { throw database.emptiness }
    try self.init(stored, courseFile: stored.courseFile, database.path)
  }

  /// The same with another `training.yaml`.
  init(_ stored: StoredTrainingBook, courseFile: [UInt8]?, _ place: String) throws {
    var files = [
      OutputFile(name: "scenario.yaml", bytes: stored.settings ?? []),
      OutputFile(name: "employees.csv", bytes: ScenarioFolder.text(of: .employees, stored.placed)),
      OutputFile(name: "skills.csv", bytes: ScenarioFolder.text(of: .skills, stored.placed)),
    ]
    if let courseFile {
      files.append(OutputFile(name: TrainingFolder.settingsName, bytes: courseFile))
    }
    let loaded = ScenarioFolder.load(files, named: place, isPartial: true)
    guard var inputs = loaded.value else { throw BadInput(diagnostics: loaded.errors) }
    inputs.training.enrolments = stored.training.enrolments
    inputs.training.courseEnrolments = stored.training.courseEnrolments
    inputs.training.mentorings = stored.training.mentorings
    inputs.training.sessions = stored.training.sessions
    self.inputs = inputs
    self.stored = stored
  }

  /// The same with everybody, those without a place too.
  var withEverybody: PlanningInputs {
    var all = inputs
    all.employees = stored.people
    return all
  }
}
