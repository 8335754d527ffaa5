public import Workforce

/// A file with its bytes; names below a folder are parted by `/`.
public struct StoredFile: Hashable, Sendable {
  /// The name.
  public var name: String
  /// The content.
  public var bytes: [UInt8]

  /// Makes a file.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// The files that hold people, one table each.
public enum PeopleFile: String, CaseIterable, Sendable {
  /// The people.
  case employees = "employees.csv"
  /// Their skills.
  case skills = "skills.csv"
  /// When they can work.
  case availability = "availability.csv"
  /// When they are away.
  case absences = "absences.csv"
  /// What they would like.
  case preferences = "preferences.csv"
  /// What they worked.
  case history = "history.csv"
}

/// A scenario on its way into a database.
public struct ScenarioParts: Sendable {
  /// What the files say, of which the database keeps names, sites, contracts and skills.
  public var settings: ScenarioSettings
  /// What the files with people say.
  public var people: PeopleTables
  /// The courses, curricula and rooms that records of training may name.
  public var training: TrainingInputs
  /// All files as they are; those with records of training are left out.
  public var files: [StoredFile]

  /// Makes a scenario.
  public init(
    settings: ScenarioSettings,
    people: PeopleTables,
    training: TrainingInputs = .none,
    files: [StoredFile]
  ) {
    self.settings = settings
    self.people = people
    self.training = training
    self.files = files
  }
}

/// A scenario as a database holds it.
public struct StoredScenario: Sendable {
  /// The files whose bytes hold, in the order in which they came.
  ///
  /// A file with people is among them only while its rows are those that were imported.
  public var files: [StoredFile]
  /// The files with people that are to be written anew, from ``people``.
  public var changed: [PeopleFile]
  /// What the tables say of people.
  public var people: PeopleTables
  /// The certificates, classes, enrolments and pairs of these people; no courses.
  public var training: TrainingInputs
}

/// What an import came to.
public struct ImportedScenario: Hashable, Sendable {
  /// The entry of the trail; `nil` when the database held all of it already.
  public var mark: AuditMark?
  /// How many people are new.
  public var added: Int
  /// How many people were there, and are changed.
  public var changed: Int
  /// Who was there and is not in the files; they keep their records.
  public var missing: [String]
  /// Which records of training are new.
  public var records = RecordCounts()
}
