import Workforce

/// `certifications.csv`.
enum CertificationsFile {
  static let name = "certifications.csv"
  static let required = ["employee", "course", "attained", "from", "lapses", "reference"]
  static let optional = ["revoked", "revocation_reason"]
  /// What stands for a certificate that always holds.
  static let never = "never"

  private struct Columns {
    let employee, course, attained, from, lapses, reference, revoked, reason: CSVColumn

    init(_ table: CSVTable) {
      employee = table.column("employee")
      course = table.column("course")
      attained = table.column("attained")
      from = table.column("from")
      lapses = table.column("lapses")
      reference = table.column("reference")
      revoked = table.column("revoked")
      reason = table.column("revocation_reason")
    }
  }

  /// Reads all rows, and sees that references are unique.
  static func read(_ bytes: [UInt8], findings: FileFindings, _ context: FolderContext)
    -> [Certification]
  {
    uniqueRows(findings, reference: \.reference) { each(bytes, findings: findings, context, $0) }
  }

  /// Reads row by row, so that many need no room; gives each sound row with its line.
  static func each(
    _ bytes: [UInt8],
    findings: FileFindings,
    _ context: FolderContext,
    _ body: (Certification, Int) throws -> Void
  ) rethrows {
    guard
      var table = CSVTable(bytes, required: required, optional: optional, findings: findings)
    else { return }
    let columns = Columns(table)
    while table.next() {
      guard let certification = certification(table, columns, context) else { continue }
      try body(certification, table.line)
    }
  }

  private static func certification(
    _ table: CSVTable,
    _ columns: Columns,
    _ context: FolderContext
  ) -> Certification? {
    let employee = table.employee(columns.employee, context)
    let course = table.member(columns.course, "course", of: context.training?.courses)
    let attained = table.value(columns.attained, .date)
    let reference = table.value(columns.reference, .text)
    let isRevoked = table.optional(columns.revoked, .flag) ?? false
    let reason = table.text(columns.reason)
    if !reason.isEmpty, !isRevoked { table.report("revocation_reason", .reasonOfNothing(reason)) }
    let from =
      table.range(columns.from).isEmpty
      ? attained.map { LocalDateTime(date: $0, secondOfDay: 0) }
      : table.moment(columns.from, of: employee, context, isEnd: false)
    let lapses = lapses(table, columns, employee, course, on: attained, context)
    guard let employee, let course, let attained, let reference, let from, let lapses else {
      return nil
    }
    if from.date < attained {
      table.report("from", .heldBeforeAttained(table.text(columns.from), attained))
      return nil
    }
    if let end = lapses, end <= from {
      table.report("lapses", .lapsesBeforeFrom(table.text(columns.lapses), from))
      return nil
    }
    return Certification(
      employee: employee,
      course: course,
      attained: attained,
      from: from,
      lapses: lapses,
      reference: reference,
      isRevoked: isRevoked,
      revocationReason: reason.isEmpty ? nil : reason
    )
  }

  /// The first moment without validity, nothing inside for never; `nil` when it cannot be told.
  private static func lapses(
    _ table: CSVTable,
    _ columns: Columns,
    _ employee: String?,
    _ course: String?,
    on attained: LocalDate?,
    _ context: FolderContext
  ) -> LocalDateTime?? {
    let text = table.text(columns.lapses)
    if text == never { return .some(nil) }
    guard text.isEmpty else {
      return table.moment(columns.lapses, of: employee, context, isEnd: false).map { .some($0) }
    }
    if let course, let attained,
      let version = context.training?.training.course(course, on: attained),
      version.validity != .unlimited
    {
      table.report("lapses", .noLapse(course))
    }
    return .some(nil)
  }

  /// The fields of the columns that every file has.
  static func cells(_ certification: Certification) -> [String] {
    [
      certification.employee, certification.course, certification.attained.description,
      certification.from.shortText, certification.lapses?.shortText ?? never,
      certification.reference,
    ]
  }

  /// The file's text; what is said of revocations is written where there are some.
  static func text(_ certifications: [Certification]) -> [UInt8] {
    RecordTable.certifications(
      hasRevoked: certifications.contains { $0.isRevoked },
      hasReasons: certifications.contains { $0.revocationReason != nil }
    ).file(certifications).bytes
  }
}

extension LocalDateTime {
  /// The date alone at midnight, else date and time.
  var shortText: String { secondOfDay == 0 ? date.description : description }
}
