import GRDB
public import Workforce

extension TrainingWriter {
  /// Stands for the reason of a revocation that came without one.
  public static let unknownReason = "taken back where it came from"

  /// Adds a certificate, and its revocation where it is taken back.
  ///
  /// - Parameter certification: The certificate.
  /// - Returns: Whether it is new; a revocation on record stays whatever the certificate says.
  /// - Throws: An error when the person is not known, or the file cannot be written.
  public func add(_ certification: Certification) throws -> Recorded {
    let reason = certification.revocationReason
    let employee = try key(ofEmployee: certification.employee)
    let course = try key(ofCourse: certification.course)
    let values: StatementArguments = [
      entry, employee, course, certification.attained.description,
      certification.from.description, certification.lapses?.description, certification.reference,
    ]
    let isNew = try insert(
      .certification,
      "entry, employee, course, attained, fromLocal, lapsesLocal, reference",
      values,
      of: employee,
      onConflict: " ON CONFLICT(reference) DO NOTHING"
    )
    if isNew {
      if certification.isRevoked {
        try revoke(db.lastInsertedRowID, of: employee, reason ?? Self.unknownReason)
      }
      return .added
    }
    guard let row = try existing(certification.reference),
      row[1] as Int64 == employee, row[2] as Int64 == course,
      row[3] as String == certification.attained.description,
      row[4] as String == certification.from.description,
      row[5] as String? == certification.lapses?.description
    else { return Self.otherCertificate(certification.reference) }
    guard certification.isRevoked else { return .known }
    if let recorded = row[6] as String? {
      return reason == nil || reason == recorded
        ? .known : Self.otherReason(certification.reference)
    }
    try revoke(row[0], of: employee, reason ?? Self.unknownReason)
    return .added
  }

  /// Takes a certificate back.
  ///
  /// - Parameters:
  ///   - reference: Its number.
  ///   - reason: Why.
  /// - Returns: Whether that is new.
  /// - Throws: An error when the file cannot be written.
  public func revoke(_ reference: String, because reason: String) throws -> Recorded {
    guard let row = try existing(reference) else {
      return .refused(
        "\(path) has no certificate '\(reference)'.",
        "Give the reference of one; 'shiftwright db export' writes them to certifications.csv."
      )
    }
    guard row[6] as String? == nil else { return .known }
    try revoke(row[0], of: row[1], reason)
    return .added
  }

  private func revoke(_ certification: Int64, of employee: Int64, _ reason: String) throws {
    _ = try insert(
      .revocation,
      "entry, employee, certification, reason",
      [entry, employee, certification, reason],
      of: employee
    )
  }

  /// Key, person, course, attained, from and lapses of a certificate, and why it was taken back.
  private func existing(_ reference: String) throws -> Row? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT c.key, c.employee, c.course, c.attained, c.fromLocal, c.lapsesLocal, r.reason
        FROM certification c LEFT JOIN revocation r ON r.certification = c.key
        WHERE c.reference = ?
        """
    )
    return try Row.fetchOne(statement, arguments: [reference])
  }

  private static func otherCertificate(_ reference: String) -> Recorded {
    .refused(
      "certificate '\(reference)' is on record with another content.",
      "Certificates are never changed: give this one a reference of its own, and take the old one "
        + "back with 'shiftwright training certify --revoke'."
    )
  }
  private static func otherReason(_ reference: String) -> Recorded {
    .refused(
      "certificate '\(reference)' is on record as taken back for another reason.",
      "Records are never changed: write the reason that is on record, or none."
    )
  }
}
