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

  /// Reads all rows, and sees that references are unique and corrections name one.
  static func read(_ bytes: [UInt8], findings: FileFindings, _ context: FolderContext)
    -> [AssessmentAttempt]
  {
    var attempts: [(attempt: AssessmentAttempt, line: Int)] = []
    var lines: [[String]: Int] = [:]
    each(bytes, findings: findings, context) { attempt, line in
      attempts.append((attempt, line))
      let key = [attempt.source, attempt.reference]
      if let first = lines[key] {
        findings.report(
          "reference",
          line: line,
          .duplicateReference("reference", attempt.reference, line: first)
        )
      } else {
        lines[key] = line
      }
    }
    for (attempt, line) in attempts {
      if let name = attempt.corrects, lines[[attempt.source, name]] == nil {
        findings.report("corrects", line: line, .unknownCorrection(name, attempt.source))
      }
    }
    return attempts.map(\.attempt)
  }

  /// Reads row by row, so that a million of them need no room; gives each sound row with its line.
  static func each(
    _ bytes: [UInt8],
    findings: FileFindings,
    _ context: FolderContext,
    _ body: (AssessmentAttempt, Int) -> Void
  ) {
    guard
      var table = CSVTable(bytes, required: required, optional: optional, findings: findings)
    else { return }
    let columns = Columns(table)
    while table.next() {
      if let attempt = attempt(table, columns, context) { body(attempt, table.line) }
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

  /// The file's text; corrections are written where there are some.
  static func text(_ attempts: [AssessmentAttempt]) -> [UInt8] {
    let hasCorrections = attempts.contains { $0.corrects != nil }
    var csv = CSVText(header: hasCorrections ? required + optional : required)
    for attempt in attempts {
      let cells = [
        attempt.employee, attempt.course, attempt.sat.shortText, String(attempt.attempt),
        Numbers.text(attempt.score.value), Numbers.text(attempt.passMark.value),
        attempt.examiner, attempt.evidence, attempt.session ?? "", attempt.source,
        attempt.reference,
      ]
      csv.append(
        hasCorrections ? cells + [attempt.corrects ?? "", attempt.reason ?? ""] : cells
      )
    }
    return csv.bytes
  }
}
