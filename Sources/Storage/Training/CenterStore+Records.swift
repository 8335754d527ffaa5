import Foundation
import GRDB
public import Workforce

extension CenterStore {
  /// Adds records of training, in one transaction with one entry of the trail.
  ///
  /// - Parameters:
  ///   - action: What is done, for the trail.
  ///   - actor: Who asks for it.
  ///   - body: Adds the records; nothing is written when it throws.
  /// - Returns: What was added; no entry when nothing was.
  /// - Throws: `ShiftwrightError`; then nothing was changed.
  public func record<Value>(
    _ action: String,
    by actor: String,
    _ body: (TrainingWriter) throws -> Value
  ) throws(ShiftwrightError) -> RecordedChange<Value> {
    let digest = surroundings.digest
    let written = try writeIfNeeded(action, by: actor) { db, draft in
      let writer = try TrainingWriter(db: db, path: path, entry: draft.number)
      let value = try body(writer)
      draft.isNeeded = !writer.counts.isEmpty || !writer.files.isEmpty
      if draft.isNeeded { try writer.finish(&draft, digest) }
      return (value, writer.counts)
    }
    return RecordedChange(value: written.value.0, counts: written.value.1, mark: written.mark)
  }

  /// Everybody's attempts and certificates, and what there is of classes, enrolments and pairs.
  ///
  /// Reads a row for each person, not one for each record.
  ///
  /// - Parameter hasEntries: Whether attempts and certificates are wanted.
  /// - Returns: All of it, those who left included; `nil` before the first import.
  /// - Throws: `ShiftwrightError` when the database cannot be read.
  public func trainingBook(hasEntries: Bool = true) throws(ShiftwrightError)
    -> StoredTrainingBook?
  {
    try read { db in try trainingBook(db, hasEntries: hasEntries) }
  }

  /// The same inside a transaction.
  func trainingBook(_ db: Database, hasEntries: Bool) throws -> StoredTrainingBook? {
    let reading = TrainingReading(db: db, people: .all)
    let (people, keys) = try allPeople(db)
    var book = StoredTrainingBook(people: people)
    book.placed = try PeopleReader(db: db, path: path).roster()
    book.settings = try Data.fetchOne(db, sql: Self.file, arguments: ["scenario.yaml"])
      .map { Array($0) }
    guard book.settings != nil else { return nil }
    book.courseFile = try Data.fetchOne(db, sql: Self.file, arguments: ["training.yaml"])
      .map { Array($0) }
    let enrolments = try reading.enrolments()
    book.training.enrolments = enrolments.curricula
    book.training.courseEnrolments = enrolments.courses
    book.training.mentorings = try reading.mentorings()
    book.training.sessions = try reading.sessions()
    book.courses = try String.fetchAll(db, sql: "SELECT name FROM course ORDER BY key")
    guard hasEntries else { return book }
    let places = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
    let rows = try Row.fetchCursor(
      db,
      sql: "SELECT employee, attempts, certificates FROM trainingDigest"
    )
    while let row = try rows.next() {
      guard let place = places[row[0]] else { continue }
      book.attempts[place] = TrainingDigest.attempts(in: Array(row[1] as Data))
      book.certificates[place] = TrainingDigest.certificates(in: Array(row[2] as Data))
    }
    return book
  }

  private static let file = "SELECT bytes FROM scenarioFile WHERE name = ?"

  /// People who were not erased, with their keys: those with a place first, in its order.
  private func allPeople(_ db: Database) throws -> (people: [Employee], keys: [Int64]) {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT id, name, site, team, contract, hired, leaves, fullTimeEquivalent, isPlaceholder, key
        FROM employee WHERE erasedAt IS NULL ORDER BY position IS NULL, position, key
        """
    )
    let reader = PeopleReader(db: db, path: path)
    return (try rows.map(reader.employee), rows.map { $0[9] })
  }

  /// Everything on record of one person.
  ///
  /// - Parameter employee: The identifier.
  /// - Returns: The record.
  /// - Throws: `ShiftwrightError` when nobody has the identifier, or the database cannot be read.
  public func personalRecord(of employee: String) throws(ShiftwrightError) -> PersonalRecord {
    try read { db in
      let key = try key(of: employee, db)
      let (people, keys) = try allPeople(db)
      let reading = TrainingReading(db: db, people: .one(key))
      let enrolments = try reading.enrolments()
      let person = zip(people, keys).first { $0.1 == key }?.0
      return PersonalRecord(
        employee: try StoredText.needed(person, employee),
        certifications: try reading.certifications().all(),
        enrolments: enrolments.curricula,
        courseEnrolments: enrolments.courses,
        mentorings: try reading.mentorings(),
        records: TrainingRecords(
          attendances: try reading.attendances().all(),
          assessments: try reading.assessments().all(),
          performance: try reading.performance().all()
        )
      )
    }
  }

  /// How people's work was, by one measure, from one date to another.
  public func performance(
    _ measure: PerformanceRecord.Measure,
    from first: LocalDate,
    through last: LocalDate
  ) throws(ShiftwrightError) -> [PerformanceRecord] {
    try read { db in
      try TrainingReading(db: db, people: .all).performance(measure, from: first, through: last)
    }
  }
}

/// What a database holds of everybody's training, in the form of a `TrainingBook`.
public struct StoredTrainingBook: Sendable {
  /// `scenario.yaml`.
  public var settings: [UInt8]?
  /// `training.yaml`; `nil` when there is none.
  public var courseFile: [UInt8]?
  /// Those with a place in rosters and their skills; nothing else of them.
  public var placed = PeopleTables()
  /// Everybody who was not erased: those with a place in rosters first.
  public var people: [Employee]
  /// Classes, enrolments and pairs; no courses and no certificates.
  public var training: TrainingInputs
  /// Names of courses; entries refer to them by position.
  public var courses: [String]
  /// Attempts of each person.
  public var attempts: [[TrainingBook.Attempt]]
  /// Certificates of each person.
  public var certificates: [[TrainingBook.Certificate]]

  init(people: [Employee]) {
    self.people = people
    training = .none
    courses = []
    attempts = Array(repeating: [], count: people.count)
    certificates = Array(repeating: [], count: people.count)
  }
}

/// What records of training refer to: the scenario that is there, and the names that they use of it.
public struct RecordedHistory: Sendable {
  /// Settings, people and `training.yaml`.
  public var book: StoredTrainingBook
  /// The courses that records name.
  public var courses: [String]
  /// The curricula that records name.
  public var curricula: [String]
}
