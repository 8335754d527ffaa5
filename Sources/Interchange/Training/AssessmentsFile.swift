import Workforce

/// `assessments.csv`.
enum AssessmentsFile {
  static let name = "assessments.csv"
  static let required = [
    "employee", "course", "sat", "attempt", "score", "pass_mark", "examiner", "evidence",
    "session", "source", "reference",
  ]
  static let optional = ["corrects", "reason"]

  private struct Columns {
    let employee, course, sat, attempt, score, passMark, examiner, evidence: CSVColumn
    let session, source, reference, corrects, reason: CSVColumn

    init(_ table: CSVTable) {
      employee = table.column("employee")
      course = table.column("course")
      sat = table.column("sat")
      attempt = table.column("attempt")
      score = table.column("score")
      passMark = table.column("pass_mark")
      examiner = table.column("examiner")
      evidence = table.column("evidence")
      session = table.column("session")
      source = table.column("source")
      reference = table.column("reference")
      corrects = table.column("corrects")
      reason = table.column("reason")
    }
  }

  /// Reads all rows, and sees that references are unique and corrections fit what they replace.
  static func read(_ bytes: [UInt8], findings: FileFindings, _ context: FolderContext)
    -> [AssessmentAttempt]
  {
    var attempts: [AssessmentAttempt] = []
    var lines: [Int] = []
    var corrections = CorrectionChecks(findings: findings)
    each(
      bytes,
      findings: findings,
      context,
      naming: { corrections.note($0) },
      { attempt, line in
        attempts.append(attempt)
        lines.append(line)
        corrections.check(attempt, line: line)
      }
    )
    reportRepeated(attempts, lines, findings)
    return attempts
  }

  /// Reads row by row, so that a million of them need no room; gives each sound row with its line,
  /// and before it the source and reference of every row.
  static func each(
    _ bytes: [UInt8],
    findings: FileFindings,
    _ context: FolderContext,
    naming: ([String]) -> Void = { _ in },
    _ body: (AssessmentAttempt, Int) throws -> Void
  ) rethrows {
    guard
      var table = CSVTable(bytes, required: required, optional: optional, findings: findings)
    else { return }
    let columns = Columns(table)
    while table.next() {
      naming([table.text(columns.source), table.text(columns.reference)])
      if let attempt = attempt(table, columns, context) { try body(attempt, table.line) }
    }
  }

  private static func attempt(_ table: CSVTable, _ columns: Columns, _ context: FolderContext)
    -> AssessmentAttempt?
  {
    let employee = table.employee(columns.employee, context)
    let course = table.member(columns.course, "course", of: context.training?.courses)
    let sat = table.moment(columns.sat, of: employee, context, isEnd: false)
    let attempt = table.value(columns.attempt, .wholeNumber(1...1000))
    let score = table.value(columns.score, .share)
    let mark = table.value(columns.passMark, .share)
    let session = table.optionalMember(
      columns.session,
      "session",
      of: context.training?.sessions
    )
    let source = table.value(columns.source, .text)
    let reference = table.value(columns.reference, .text)
    let (corrects, reason) = (table.text(columns.corrects), table.text(columns.reason))
    if corrects.isEmpty != reason.isEmpty { table.report("correction", .correctionReason) }
    guard let employee, let course, let sat, let attempt, let score, let mark, let session,
      let source, let reference
    else { return nil }
    return AssessmentAttempt(
      employee: employee,
      course: course,
      session: session,
      sat: sat,
      attempt: attempt,
      score: score,
      passMark: mark,
      examiner: table.text(columns.examiner),
      evidence: table.text(columns.evidence),
      source: source,
      reference: reference,
      corrects: corrects.isEmpty ? nil : corrects,
      reason: reason.isEmpty ? nil : reason
    )
  }

  /// The fields of the columns that every file has.
  static func cells(_ attempt: AssessmentAttempt) -> [String] {
    [
      attempt.employee, attempt.course, attempt.sat.shortText, String(attempt.attempt),
      Numbers.text(attempt.score.value), Numbers.text(attempt.passMark.value),
      attempt.examiner, attempt.evidence, attempt.session ?? "", attempt.source,
      attempt.reference,
    ]
  }
}

/// Sees that references are unique, and that a correction replaces an earlier row about the same person
/// and course, each row once.
private struct CorrectionChecks {
  let findings: FileFindings
  /// Source and reference of the rows so far, those with faults too.
  private var named: Set<[String]> = []
  private var known: [[String]: (attempt: AssessmentAttempt, line: Int)] = [:]
  private var corrected: [[String]: Int] = [:]

  init(findings: FileFindings) { self.findings = findings }

  mutating func note(_ key: [String]) { named.insert(key) }

  mutating func check(_ attempt: AssessmentAttempt, line: Int) {
    let key = [attempt.source, attempt.reference]
    if let first = known[key] {
      findings.report(
        "reference",
        line: line,
        .duplicateReference("reference", attempt.reference, line: first.line)
      )
    } else {
      known[key] = (attempt, line)
    }
    if let name = attempt.corrects { checkCorrection(of: name, attempt, line: line) }
  }

  private mutating func checkCorrection(
    of name: String,
    _ attempt: AssessmentAttempt,
    line: Int
  ) {
    let key = [attempt.source, name]
    guard name != attempt.reference, named.contains(key) else {
      return findings.report("corrects", line: line, .unknownCorrection(name, attempt.source))
    }
    if let first = corrected[key] {
      findings.report("corrects", line: line, .correctedBefore(name, line: first))
    } else {
      corrected[key] = line
    }
    // a row with faults of its own is named there
    guard let old = known[key]?.attempt else { return }
    if old.employee != attempt.employee || old.course != attempt.course {
      findings.report("corrects", line: line, .strangeCorrection(name))
    }
  }
}
