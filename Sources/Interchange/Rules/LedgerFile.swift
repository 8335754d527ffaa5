import Workforce

/// `ledger.csv`: what people carried over from weeks before `history.csv`.
enum LedgerFile {
  static let name = "ledger.csv"
  static let required = ["employee", "until", "weeks"]
  static let optional = ["weekends", "lates", "nights", "refused", "paid_hours"]

  static func read(
    _ bytes: [UInt8],
    findings: FileFindings,
    _ context: FolderContext,
    _ duties: [PastDuty]
  ) -> [LedgerEntry] {
    guard
      var table = CSVTable(bytes, required: required, optional: optional, findings: findings)
    else { return [] }
    let (employees, untils) = (table.column("employee"), table.column("until"))
    let firstStarts = Dictionary(grouping: duties, by: \.employee)
      .compactMapValues { $0.map(\.start).min() }
    var lines = FirstLines<String>()
    var entries: [LedgerEntry] = []
    while table.next() {
      let employee = table.employee(employees, context)
      let until = table.value(untils, .date)
      let weeks = table.value(table.column("weeks"), .wholeNumber(1...520))
      let counts = optional.dropLast().map { name in
        table.optional(table.column(name), .wholeNumber(0...10_000)) ?? 0
      }
      let paid = table.optional(table.column("paid_hours"), .number(atLeast: 0)) ?? 0
      guard let employee, let until, let weeks else { continue }
      if let first = lines.earlier(employee, line: table.line) {
        table.report("ledger twice", .ledgerTwice(employee, line: first))
      }
      if let start = firstStarts[employee], start.date <= until {
        table.report("counted twice", .countedTwice(employee, until, start))
      }
      entries.append(
        LedgerEntry(
          employee: employee,
          until: until,
          weeks: weeks,
          weekends: counts[0],
          lates: counts[1],
          nights: counts[2],
          refused: counts[3],
          paid: .seconds(Int((paid * 3600).rounded()))
        )
      )
    }
    return entries
  }

  /// The file's text.
  static func text(_ entries: [LedgerEntry]) -> [UInt8] {
    var csv = CSVText(header: required + optional)
    for entry in entries {
      let counts = [entry.weeks, entry.weekends, entry.lates, entry.nights, entry.refused]
      csv.append(
        [entry.employee, entry.until.description] + counts.map(String.init)
          + [Numbers.text(entry.paid.inHours)]
      )
    }
    return csv.bytes
  }
}
