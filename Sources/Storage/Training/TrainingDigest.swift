import Foundation
import GRDB
import Workforce

/// Attempts and certificates of a person in 16 bytes each, so that reports read no million rows.
///
/// All numbers are little-endian. An attempt: `sat` and position of the class, four bytes each, position
/// of the course and number, two each, 1 for passed, three zeros. A certificate: `attained`, `from` and
/// `lapses`, four bytes each, position of the course, two, 1 for revoked, a zero. Positions are keys.
enum TrainingDigest {
  /// Bytes of an entry.
  static let size = 16

  /// Writes the digest of a person anew from the rows.
  static func write(_ employee: Int64, _ db: Database) throws {
    let statement = try db.cachedStatement(
      sql:
        "INSERT OR REPLACE INTO trainingDigest(employee, attempts, certificates) VALUES (?, ?, ?)"
    )
    try statement.execute(arguments: [
      employee, Data(try attempts(of: employee, db)), Data(try certificates(of: employee, db)),
    ])
  }

  /// The attempts that no later row replaces, by course, time, number, reference and source.
  static func attempts(of employee: Int64, _ db: Database) throws -> [UInt8] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT sat, ifnull(session, -1), course, attempt, score >= passMark FROM assessment a
        WHERE employee = ? AND NOT EXISTS (SELECT 1 FROM assessment c WHERE c.corrects = a.key)
        ORDER BY course, sat, attempt, reference, source
        """
    )
    var bytes: [UInt8] = []
    let rows = try Row.fetchCursor(statement, arguments: [employee])
    while let row = try rows.next() {
      append(try minutes(row[0]), to: &bytes)
      append(row[1] as Int32, to: &bytes)
      append(row[2] as UInt16, to: &bytes)
      append(row[3] as UInt16, to: &bytes)
      bytes += [row[4] as Bool ? 1 : 0, 0, 0, 0]
    }
    return bytes
  }

  /// The certificates in the order in which they were recorded.
  static func certificates(of employee: Int64, _ db: Database) throws -> [UInt8] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT c.attained, c.fromLocal, c.lapsesLocal, c.course, r.key IS NOT NULL
        FROM certification c LEFT JOIN revocation r ON r.certification = c.key
        WHERE c.employee = ? ORDER BY c.key
        """
    )
    var bytes: [UInt8] = []
    let rows = try Row.fetchCursor(statement, arguments: [employee])
    while let row = try rows.next() {
      append(Int32(try StoredText.date(row[0]).daysSinceEpoch), to: &bytes)
      append(try minutes(row[1]), to: &bytes)
      let lapses = row[2] as String?
      append(try lapses.map(minutes) ?? TrainingBook.Certificate.never, to: &bytes)
      append(row[3] as UInt16, to: &bytes)
      bytes += [row[4] as Bool ? 1 : 0, 0]
    }
    return bytes
  }

  /// Minutes since 1970 on the clock face; a time beyond the range counts as its end.
  private static func minutes(_ text: String) throws -> Int32 {
    let time = try StoredText.time(text)
    let minutes = time.date.daysSinceEpoch * 1440 + time.minuteOfDay
    return Int32(clamping: min(minutes, Int(TrainingBook.Certificate.never) - 1))
  }

  private static func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
    for shift in stride(from: 0, to: number.bitWidth, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  /// The attempts that bytes hold.
  static func attempts(in bytes: [UInt8]) -> [TrainingBook.Attempt] {
    stride(from: 0, to: bytes.count, by: size).map { start in
      TrainingBook.Attempt(
        sat: integer(bytes, start),
        session: integer(bytes, start + 4),
        course: short(bytes, start + 8),
        number: short(bytes, start + 10),
        isPassed: bytes[start + 12] == 1
      )
    }
  }

  /// The certificates that bytes hold.
  static func certificates(in bytes: [UInt8]) -> [TrainingBook.Certificate] {
    stride(from: 0, to: bytes.count, by: size).map { start in
      TrainingBook.Certificate(
        attained: integer(bytes, start),
        from: integer(bytes, start + 4),
        lapses: integer(bytes, start + 8),
        course: short(bytes, start + 12),
        isRevoked: bytes[start + 14] == 1
      )
    }
  }

  private static func integer(_ bytes: [UInt8], _ start: Int) -> Int32 {
    let low = UInt32(short(bytes, start))
    return Int32(bitPattern: low | UInt32(short(bytes, start + 2)) << 16)
  }

  private static func short(_ bytes: [UInt8], _ start: Int) -> UInt16 {
    UInt16(bytes[start]) | UInt16(bytes[start + 1]) << 8
  }
}

/// Dates and times of cells.
enum StoredText {
  static func date(_ text: String) throws -> LocalDate { try needed(LocalDate(text), text) }

  static func time(_ text: String) throws -> LocalDateTime {
    try needed(LocalDateTime(text), text)
  }

  static func needed<Value>(_ value: Value?, _ what: String) throws -> Value {
    guard let value else {
      throw ShiftwrightError(
        "The database holds '\(what)' where it should not.\n"
          + "Somebody changed the file by other means. Restore the newest backup."
      )
    }
    return value
  }
}
