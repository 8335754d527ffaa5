public import Workforce

/// A file of dates that are fixed before a week is planned, such as `locks.csv`.
public enum LocksFile {
  /// A row.
  public struct Row: Hashable, Sendable {
    /// The person's identifier.
    public let employee: String
    /// The date.
    public let date: LocalDate
    /// When the shift starts and ends on the clock of the person's site, the end at or before the start
    /// on the next date; `nil` for a date off.
    public let shift: ClockWindow?
    /// The line in the file.
    public let line: Int
  }

  static let columns = ["employee", "date", "shift_start", "shift_end"]

  /// Reads a file; people must be of the scenario.
  ///
  /// - Parameters:
  ///   - bytes: The file's bytes.
  ///   - name: What findings call it.
  ///   - inputs: The scenario.
  /// - Returns: The rows, or every finding.
  public static func read(
    _ bytes: [UInt8],
    named name: String,
    inputs: PlanningInputs
  ) -> Loaded<[Row]> {
    let findings = FileFindings(file: name)
    let context = FolderContext(inputs)
    guard var table = CSVTable(bytes, required: columns, findings: findings) else {
      return Loaded(nil, diagnostics: findings.diagnostics)
    }
    let (employees, dates) = (table.column("employee"), table.column("date"))
    let (starts, ends) = (table.column("shift_start"), table.column("shift_end"))
    var rows: [Row] = []
    while table.next() {
      let employee = table.employee(employees, context)
      let date = table.value(dates, .date)
      let start = table.optional(starts, .clock)
      let end = table.optional(ends, .clock)
      if table.range(starts).isEmpty != table.range(ends).isEmpty {
        table.report("half a shift", .halfShift(table.text(starts), table.text(ends)))
        continue
      }
      guard let employee, let date else { continue }
      let shift = start.flatMap { start in end.map { ClockWindow(start: start, end: $0) } }
      rows.append(Row(employee: employee, date: date, shift: shift, line: table.line))
    }
    return Loaded(rows, diagnostics: findings.diagnostics)
  }
}

extension Problem {
  static func halfShift(_ start: String, _ end: String) -> Problem {
    Problem(
      "shift_start is '\(start)' and shift_end is '\(end)'.",
      "Give both for a shift, such as 09:00 and 17:30, or leave both empty for a date off."
    )
  }
}
