import Foundation
import GRDB
public import Workforce

/// What a database holds, in one view that nobody changes meanwhile.
///
/// It is good inside the call that gives it, and not after it.
public struct StoredContents {
  let db: Database
  let path: String
  let digest: ([UInt8]) -> [UInt8]

  /// The scenario; `nil` before the first import.
  ///
  /// - Parameter hasCertificates: Whether the certificates are wanted with it, which may be many.
  /// - Returns: Its files and people.
  /// - Throws: An error when the database cannot be read.
  public func scenario(hasCertificates: Bool) throws -> StoredScenario? {
    let rows = try Row.fetchCursor(
      db,
      sql: "SELECT name, bytes, rowsHash FROM scenarioFile ORDER BY key"
    )
    var stored: StoredScenario?
    var named: Set<PeopleFile> = []
    while let row = try rows.next() {
      var scenario = try stored ?? empty(hasCertificates: hasCertificates)
      let (name, bytes): (String, Data) = (row[0], row[1])
      let file = PeopleFile(rawValue: name)
      if let file { named.insert(file) }
      if let file, try file.rowsHash(db, digest) != (row[2] as Data?).map({ Array($0) }) {
        scenario.changed.append(file)
      } else {
        scenario.files.append(StoredFile(name: name, bytes: Array(bytes)))
      }
      stored = scenario
    }
    for file in PeopleFile.allCases where !named.contains(file) {
      if try file.cursor(db).next() != nil { stored?.changed.append(file) }
    }
    return stored
  }

  private func empty(hasCertificates: Bool) throws -> StoredScenario {
    StoredScenario(
      files: [],
      changed: [],
      people: try PeopleReader(db: db, path: path).people(),
      training: try reading.inputs(hasCertificates: hasCertificates)
    )
  }

  private var reading: TrainingReading { TrainingReading(db: db, people: .placed) }

  /// Whether nobody who has a place has a record of a kind.
  ///
  /// - Parameter table: Certificates, attendance, assessments or performance.
  /// - Returns: True when there is none.
  /// - Throws: An error when the database cannot be read.
  public func isEmpty(_ table: TrainingTable) throws -> Bool { try !reading.has(table) }

  /// True when a certificate of somebody who has a place was taken back.
  public func hasRevocations() throws -> Bool { try reading.has(.revocation) }

  /// True when it was said of one of them why.
  public func hasRevocationReasons() throws -> Bool {
    try reading.has(.revocation, "t.reason <> '\(TrainingWriter.unknownReason)'")
  }

  /// True when an assessment of somebody who has a place corrects another.
  public func hasCorrections() throws -> Bool { try reading.has(.assessment, "t.corrects > 0") }

  /// Calls `body` with each certificate of those who have a place, in the order in which they came.
  public func certifications(_ body: (Certification) throws -> Void) throws {
    try reading.certifications().each(body)
  }

  /// Calls `body` with who was at which class, likewise.
  public func attendances(_ body: (Attendance) throws -> Void) throws {
    try reading.attendances().each(body)
  }

  /// Calls `body` with each assessment, likewise.
  public func assessments(_ body: (AssessmentAttempt) throws -> Void) throws {
    try reading.assessments().each(body)
  }

  /// Calls `body` with how people's work was, likewise.
  public func performance(_ body: (PerformanceRecord) throws -> Void) throws {
    try reading.performance().each(body)
  }
}

extension CenterStore {
  /// Calls `body` with what the database holds, all of it as it is at one moment.
  ///
  /// - Parameter body: Reads; what it is given must not leave it.
  /// - Returns: What it gives.
  /// - Throws: `ShiftwrightError` when the database cannot be read, or `body` throws one.
  public func reading<Value>(_ body: (StoredContents) throws -> Value) throws(ShiftwrightError)
    -> Value
  {
    try read { db in
      try body(StoredContents(db: db, path: path, digest: surroundings.digest))
    }
  }

  /// The scenario in the database, certificates and all; `nil` before the first import.
  ///
  /// Throws `ShiftwrightError` when the database cannot be read.
  public func scenario() throws(ShiftwrightError) -> StoredScenario? {
    try reading { contents in try contents.scenario(hasCertificates: true) }
  }
}
