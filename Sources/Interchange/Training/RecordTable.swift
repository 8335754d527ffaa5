public import Workforce

/// How records of one kind stand in their file.
public struct RecordTable<Record> {
  /// How many bytes come together when a file is written piece by piece.
  private static var piece: Int { 1 << 16 }

  private let name: String
  private let header: [String]
  private let cells: (Record) -> [String]

  private init(_ file: RecordFile, _ header: [String], _ cells: @escaping (Record) -> [String]) {
    name = file.rawValue
    self.header = header
    self.cells = cells
  }

  /// The file of some records.
  public func file(_ records: [Record]) -> OutputFile {
    var csv = CSVText(header: header)
    for record in records { csv.append(cells(record)) }
    return OutputFile(name: name, bytes: csv.bytes)
  }

  /// The file of more records than memory should hold.
  ///
  /// - Parameter rows: Gives each record to its argument, when the file is written.
  /// - Returns: The file.
  public func file(_ rows: @escaping ((Record) throws -> Void) throws -> Void) -> StreamedFile {
    StreamedFile(name: name) { write in
      var csv = CSVText(header: header)
      try rows { record in
        csv.append(cells(record))
        if csv.bytes.count >= Self.piece { try write(csv.removeAll()) }
      }
      try write(csv.bytes)
    }
  }
}

extension RecordTable<Certification> {
  /// `certifications.csv`, with what is said of revocations where there are some.
  public static func certifications(hasRevoked: Bool, hasReasons: Bool) -> Self {
    let header =
      CertificationsFile.required + (hasRevoked ? [CertificationsFile.optional[0]] : [])
      + (hasReasons ? [CertificationsFile.optional[1]] : [])
    return Self(.certifications, header) { certification in
      CertificationsFile.cells(certification)
        + (hasRevoked ? [certification.isRevoked ? "yes" : "no"] : [])
        + (hasReasons ? [certification.revocationReason ?? ""] : [])
    }
  }
}

extension RecordTable<Attendance> {
  /// `attendance.csv`.
  public static var attendance: Self {
    Self(.attendance, AttendanceFile.columns, AttendanceFile.cells)
  }
}

extension RecordTable<AssessmentAttempt> {
  /// `assessments.csv`, with the columns of corrections where there are some.
  public static func assessments(hasCorrections: Bool) -> Self {
    let more = hasCorrections ? AssessmentsFile.optional : []
    return Self(.assessments, AssessmentsFile.required + more) { attempt in
      AssessmentsFile.cells(attempt)
        + (hasCorrections ? [attempt.corrects ?? "", attempt.reason ?? ""] : [])
    }
  }
}

extension RecordTable<PerformanceRecord> {
  /// `performance.csv`.
  public static var performance: Self {
    Self(.performance, PerformanceFile.columns, PerformanceFile.cells)
  }
}
