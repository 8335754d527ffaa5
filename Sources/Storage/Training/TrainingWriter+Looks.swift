import GRDB
public import Workforce

extension TrainingWriter {
  /// A person's assessments and certificates, those of this change included.
  public func learning(of employee: String) throws
    -> (assessments: [AssessmentAttempt], certifications: [Certification])
  {
    let reading = TrainingReading(db: db, people: .one(try key(ofEmployee: employee)))
    return (try reading.assessments().all(), try reading.certifications().all())
  }

  /// Source and reference of a person's assessments that this change added.
  public func newAssessments(of employee: String) throws -> Set<[String]> {
    let statement = try db.cachedStatement(
      sql: "SELECT source, reference FROM assessment WHERE employee = ? AND entry = ?"
    )
    let arguments: StatementArguments = [try key(ofEmployee: employee), entry]
    return Set(try Row.fetchAll(statement, arguments: arguments).map { [$0[0], $0[1]] })
  }

  /// An assessment on record; `nil` when there is none of that number.
  public func assessment(_ source: String, _ reference: String) throws -> AssessmentAttempt? {
    let employee = try String.fetchOne(
      db,
      sql: """
        SELECT e.id FROM assessment a JOIN employee e ON e.key = a.employee
        WHERE a.source = ? AND a.reference = ?
        """,
      arguments: [source, reference]
    )
    return try employee.map(learning(of:))?.assessments
      .first { $0.source == source && $0.reference == reference }
  }

  /// Who holds, or held, a certificate; `nil` when there is none of that number.
  public func holder(ofCertificate reference: String) throws -> String? {
    try String.fetchOne(
      db,
      sql: """
        SELECT e.id FROM certification c JOIN employee e ON e.key = c.employee
        WHERE c.reference = ?
        """,
      arguments: [reference]
    )
  }

  /// The sources that assessments name, ascending.
  public func sources() throws -> [String] {
    try String.fetchAll(db, sql: "SELECT DISTINCT source FROM assessment ORDER BY source")
  }

  /// The first number that no reference of a source's assessments has, nor one after it.
  public func nextAssessment(of source: String) throws -> Int {
    let sql = "SELECT max(CAST(reference AS INTEGER)) FROM assessment WHERE source = ?"
    return (try Int.fetchOne(db, sql: sql, arguments: [source]) ?? 0) + 1
  }

  /// The first number that, after a text, no reference of a table has, nor one after it.
  public func nextReference(_ table: TrainingTable, after prefix: String) throws -> Int {
    let sql = """
      SELECT max(CAST(substr(reference, length(?1) + 1) AS INTEGER)) FROM \(table.rawValue)
      WHERE substr(reference, 1, length(?1)) = ?1
      """
    return (try Int.fetchOne(db, sql: sql, arguments: [prefix]) ?? 0) + 1
  }

  /// Refuses rules of training without names that records refer to.
  ///
  /// - Parameters:
  ///   - training: Courses, curricula and rooms.
  ///   - sites: The scenario's sites.
  /// - Throws: `ShiftwrightError` naming all that are missing.
  public func checkNames(_ training: TrainingInputs, sites: [Site]) throws {
    try RecordNames(db: db, path: path).check(training, sites: sites)
  }
}
