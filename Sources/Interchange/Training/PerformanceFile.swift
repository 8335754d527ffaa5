import Workforce

/// `performance.csv`.
enum PerformanceFile {
  static let name = "performance.csv"
  static let columns = ["employee", "date", "measure", "cases", "mean"]

  private struct Key: Hashable {
    var employee: String
    var date: LocalDate
    var measure: PerformanceRecord.Measure
  }

  /// Reads all rows, and sees that each person, day and measure has one.
  static func read(_ bytes: [UInt8], findings: FileFindings, _ context: FolderContext)
    -> [PerformanceRecord]
  {
    var lines = FirstLines<Key>()
    var records: [PerformanceRecord] = []
    each(bytes, findings: findings, context) { record, line in
      let key = Key(employee: record.employee, date: record.date, measure: record.measure)
      if let first = lines.earlier(key, line: line) {
        findings.report(
          "second row",
          line: line,
          .secondMeasure(key.measure, key.employee, key.date, line: first)
        )
      }
      records.append(record)
    }
    return records
  }

  /// Reads row by row; gives each sound row with its line.
  static func each(
    _ bytes: [UInt8],
    findings: FileFindings,
    _ context: FolderContext,
    _ body: (PerformanceRecord, Int) throws -> Void
  ) rethrows {
    guard var table = CSVTable(bytes, required: columns, findings: findings) else { return }
    let (employees, dates) = (table.column("employee"), table.column("date"))
    let (measures, cases) = (table.column("measure"), table.column("cases"))
    let means = table.column("mean")
    while table.next() {
      let employee = table.employee(employees, context)
      let date = table.value(dates, .date)
      let measure = table.value(measures, .measure)
      let count = table.value(cases, .number(above: 0))
      let mean =
        measure?.isShare ?? false
        ? table.value(means, .share)?.value : table.value(means, .number(atLeast: 0))
      guard let employee, let date, let measure, let count, let mean else { continue }
      try body(
        PerformanceRecord(
          employee: employee,
          date: date,
          measure: measure,
          cases: count,
          mean: mean
        ),
        table.line
      )
    }
  }

  /// The file's text.
  static func text(_ records: [PerformanceRecord]) -> [UInt8] {
    var csv = CSVText(header: columns)
    for record in records {
      csv.append([
        record.employee, record.date.description, record.measure.rawValue,
        Numbers.text(record.cases), Numbers.text(record.mean),
      ])
    }
    return csv.bytes
  }
}

extension TextValue where Value == PerformanceRecord.Measure {
  static var measure: Self {
    words
  }
}

extension Problem {
  static func secondMeasure(
    _ measure: PerformanceRecord.Measure,
    _ employee: String,
    _ date: LocalDate,
    line: Int
  ) -> Problem {
    Problem(
      "\(measure.rawValue) of employee '\(employee)' on \(date) stands a second time "
        + "(the first is in line \(line)).",
      "Keep one row per person, day and measure."
    )
  }
}
