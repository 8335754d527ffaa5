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
    uniqueRows(
      findings,
      "second row",
      by: { Key(employee: $0.employee, date: $0.date, measure: $0.measure) },
      { .secondMeasure($0.measure, $0.employee, $0.date, line: $1) },
      in: { each(bytes, findings: findings, context, $0) }
    )
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

  static func cells(_ record: PerformanceRecord) -> [String] {
    [
      record.employee, record.date.description, record.measure.rawValue,
      Numbers.text(record.cases), Numbers.text(record.mean),
    ]
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
