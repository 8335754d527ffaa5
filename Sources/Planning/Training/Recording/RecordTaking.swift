import Interchange
import Storage
import Workforce

extension TrainingWriter {
  /// Takes a row of a file; gives what is wrong with it.
  func take(_ row: TrainingRow) throws -> RecordReader.Refusal? {
    let recorded =
      switch row {
      case .session(let session): try add(session)
      case .curriculum(let enrolment): try add(enrolment)
      case .course(let enrolment): try enrol(enrolment)
      case .mentoring(let pair): try add(pair)
      case .certification(let certification): try add(certification)
      case .attendance(let attendance): try add(attendance)
      case .assessment(let attempt): try add(attempt)
      case .performance(let record): try add(record)
      }
    guard case .refused(let message, let advice) = recorded else { return nil }
    return RecordReader.Refusal(message, advice)
  }

  /// Takes what a plan knows of training.
  func take(_ training: TrainingInputs) throws {
    let rows =
      training.sessions.map(TrainingRow.session) + training.enrolments.map(TrainingRow.curriculum)
      + training.courseEnrolments.map(TrainingRow.course)
      + training.mentorings.map(TrainingRow.mentoring)
      + training.certifications.map(TrainingRow.certification)
    for row in rows {
      guard let refusal = try take(row) else { continue }
      throw ShiftwrightError("\(refusal.message)\n\(refusal.suggestion)")
    }
  }
}

/// How many records of each kind are new, for a person to read.
public struct RecordSummary: Hashable, Sendable {
  /// Counts with their words, such as `3 certificates`.
  public let parts: [String]

  init(_ counts: RecordCounts) {
    let words: [(TrainingTable, String, String)] = [
      (.classSession, "class", "classes"), (.classPerson, "place in a class", "places in classes"),
      (.enrolment, "enrolment", "enrolments"), (.mentoring, "mentoring", "mentorings"),
      (.certification, "certificate", "certificates"),
      (.revocation, "revocation", "revocations"), (.attendance, "attendance", "attendances"),
      (.assessment, "assessment", "assessments"), (.performance, "day of work", "days of work"),
    ]
    parts = words.filter { counts[$0.0] > 0 }.map { table, one, many in
      "\(counts[table]) \(counts[table] == 1 ? one : many)"
    }
  }

  /// All counts in one line; empty when nothing is new.
  public var text: String { parts.joined(separator: ", ") }
}

/// Reads files with records into an open transaction.
struct RecordFeed {
  /// How many rows are taken between two looks at whether to stop.
  private static let stride = 4096

  let writer: TrainingWriter
  var reader: RecordReader
  /// What reads well and is doubtful.
  private(set) var doubts: ImportDoubts
  /// Source and reference of the passes in the files, by person.
  private(set) var passes: [String: Set<[String]>] = [:]
  /// True when passes are wanted.
  var isNotingPasses = false
  let stop: StopSignal?
  let progress: @Sendable (StageProgress) -> Void
  private(set) var findings: [Diagnostic] = []

  init(
    _ writer: TrainingWriter,
    _ inputs: PlanningInputs,
    stop: StopSignal?,
    progress: @escaping @Sendable (StageProgress) -> Void = { _ in }
  ) {
    self.writer = writer
    reader = RecordReader(inputs)
    doubts = ImportDoubts(inputs)
    self.stop = stop
    self.progress = progress
  }

  /// Takes all rows of a file that can be taken; what is wrong is in ``findings``.
  mutating func take(_ file: RecordFile, _ bytes: [UInt8], named name: String) throws {
    let (writer, stop, progress) = (writer, stop, progress)
    var (doubts, passes) = (doubts, passes)
    let isNoting = isNotingPasses
    var rows = 0
    findings += try reader.read(file, bytes, named: name) { row in
      rows += 1
      if rows % Self.stride == 0 {
        try Self.look(stop)
        progress(StageProgress(stage: file.rawValue, detail: "\(rows) rows"))
      }
      doubts.look(at: row)
      if isNoting, case .assessment(let attempt) = row, attempt.isPassed {
        passes[attempt.employee, default: []].insert([attempt.source, attempt.reference])
      }
      return try writer.take(row)
    }
    (self.doubts, self.passes) = (doubts, passes)
    try Self.look(stop)
  }

  /// Throws when the user wants the command to end.
  static func look(_ stop: StopSignal?) throws {
    guard stop?.reason == .cancelled else { return }
    throw ShiftwrightError("Stopped; nothing was changed.")
  }

  /// Throws all findings when there is an error among them, so that nothing is written.
  func check() throws {
    guard findings.contains(where: { $0.severity == .error }) else { return }
    throw ShiftwrightError(BadInput(diagnostics: findings).description)
  }
}
