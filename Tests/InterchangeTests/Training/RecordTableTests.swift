import Testing
import Workforce

@testable import Interchange

@Suite struct RecordTableTests {
  private static func certificates(_ count: Int) throws -> [Certification] {
    let day = try #require(LocalDate("2026-03-04"))
    return (0..<count).map { number in
      Certification(
        employee: "E\(number % 7)",
        course: number % 3 == 0 ? "aml" : "lead, \"second\"",
        attained: day.adding(days: number % 400),
        from: LocalDateTime(date: day.adding(days: number % 400), secondOfDay: 0),
        reference: "c-\(number)",
        isRevoked: number % 5 == 0,
        revocationReason: number % 10 == 0 ? "reason \(number)" : nil
      )
    }
  }

  private static func pieces(_ file: StreamedFile) throws -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    try file.content { pieces.append($0) }
    return pieces
  }

  @Test(arguments: [0, 1, 5000])
  func `pieces are the file`(count: Int) throws {
    let records = try Self.certificates(count)
    let table = RecordTable.certifications(hasRevoked: true, hasReasons: true)
    let streamed = table.file { body in for record in records { try body(record) } }
    let pieces = try Self.pieces(streamed)
    #expect(Array(pieces.joined()) == table.file(records).bytes)
    #expect(streamed.name == "certifications.csv")
    #expect(count == 5000 ? pieces.count > 3 : pieces.count == 1)
    #expect(pieces.allSatisfy { $0.count < 1 << 17 })
  }

  @Test(arguments: [(true, true, 8), (true, false, 7), (false, false, 6)])
  func `columns that say nothing are left out`(hasRevoked: Bool, hasReasons: Bool, columns: Int)
    throws
  {
    let records = try Self.certificates(20).map { record in
      var record = record
      record.isRevoked = record.isRevoked && hasRevoked
      if !hasReasons { record.revocationReason = nil }
      return record
    }
    let bytes = CertificationsFile.text(records)
    let header = String(decoding: bytes.prefix { $0 != 10 }, as: UTF8.self)
    #expect(header.split(separator: ",").count == columns)
  }

  @Test func `content that fails leaves nothing behind`() throws {
    let folder = try TemporaryFolder()
    let file = StreamedFile(name: "rows.csv") { write in
      try write([65, 10])
      throw ShiftwrightError("no more rows")
    }
    let error = #expect(throws: ShiftwrightError.self) {
      try AtomicFolder.write([], [file], to: folder.path + "/out", replacingExisting: false)
    }
    #expect(error?.message == "no more rows")
    #expect(try folder.names() == [])
  }
}
