public import Workforce

/// Reads files with records of training row by row, so that a million of them need no room.
public struct RecordReader {
  private var context: FolderContext

  /// What can be wrong with a row that reads well.
  public struct Refusal: Sendable {
    /// What is wrong.
    public var message: String
    /// What to do.
    public var suggestion: String

    /// Makes a refusal.
    public init(_ message: String, _ suggestion: String) {
      self.message = message
      self.suggestion = suggestion
    }
  }

  /// Knows people, courses and classes.
  ///
  /// - Parameter inputs: Settings, people and training; rows may name no others.
  public init(_ inputs: PlanningInputs) { context = FolderContext(inputs) }

  /// Reads a file; the classes of one are known to those that follow.
  ///
  /// - Parameters:
  ///   - file: What the file holds.
  ///   - bytes: Its content.
  ///   - name: Its name, for findings.
  ///   - body: Gets each row that reads well, and gives what is wrong with it all the same.
  /// - Returns: The findings.
  /// - Throws: What `body` throws.
  public mutating func read(
    _ file: RecordFile,
    _ bytes: [UInt8],
    named name: String,
    _ body: (TrainingRow) throws -> Refusal?
  ) throws -> [Diagnostic] {
    let findings = FileFindings(file: name)
    func take(_ row: TrainingRow, _ line: Int) throws {
      guard let refusal = try body(row) else { return }
      findings.report("row", line: line, Problem(refusal.message, refusal.suggestion))
    }
    switch file {
    case .sessions: try readSessions(bytes, findings, take)
    case .enrolments:
      try EnrolmentsFile.each(bytes, findings: findings, context) { row, line in
        switch row {
        case .curriculum(let enrolment): try take(.curriculum(enrolment), line)
        case .course(let enrolment): try take(.course(enrolment), line)
        }
      }
    case .mentoring:
      try MentoringFile.each(bytes, findings: findings, context) { pair, line in
        try take(.mentoring(pair), line)
      }
    case .certifications:
      try CertificationsFile.each(bytes, findings: findings, context) { certification, line in
        try take(.certification(certification), line)
      }
    case .attendance:
      try AttendanceFile.each(bytes, findings: findings, context) { attendance, line in
        try take(.attendance(attendance), line)
      }
    case .assessments: try readAssessments(bytes, findings, take)
    case .performance:
      try PerformanceFile.each(bytes, findings: findings, context) { record, line in
        try take(.performance(record), line)
      }
    }
    return findings.diagnostics
  }

  /// A row with faults may be what a later one corrects: that is no second fault.
  private func readAssessments(
    _ bytes: [UInt8],
    _ findings: FileFindings,
    _ take: (TrainingRow, Int) throws -> Void
  ) throws {
    var faulty: Set<[String]> = []
    var last: [String]?
    try AssessmentsFile.each(
      bytes,
      findings: findings,
      context,
      naming: { key in
        if let last { faulty.insert(last) }
        last = key
      },
      { attempt, line in
        last = nil
        if let corrects = attempt.corrects, faulty.contains([attempt.source, corrects]) {
          faulty.insert([attempt.source, attempt.reference])
          return
        }
        try take(.assessment(attempt), line)
      }
    )
  }

  private mutating func readSessions(
    _ bytes: [UInt8],
    _ findings: FileFindings,
    _ take: (TrainingRow, Int) throws -> Void
  ) throws {
    var known = context.training?.training.sessions ?? []
    var names = context.training?.sessions?.names ?? []
    let found = try SessionsFile.each(bytes, findings: findings, context) { session, line in
      if !names.contains(session.id) { known.append(session) }
      try take(.session(session), line)
    }
    let before = Set(names)
    names += (found ?? []).filter { !before.contains($0) }
    context.training?.training.sessions = known
    context.training?.sessions = NameSet(names)
  }

  /// Reads a whole file in pieces, so that it stands in memory once.
  ///
  /// - Parameter path: The file.
  /// - Returns: Its content.
  /// - Throws: `ShiftwrightError` when it cannot be read.
  public static func bytes(of path: String) throws(ShiftwrightError) -> [UInt8] {
    try WholeFile.bytes(path)
  }
}
