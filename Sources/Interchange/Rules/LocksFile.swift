public import Workforce

/// `locks.csv`: dates that are settled beforehand.
public enum LocksFile {
  /// A lock with the line in which it stands.
  public struct Row: Hashable, Sendable {
    /// The lock.
    public let lock: RosterLock
    /// The line in the file.
    public let line: Int
  }

  static let name = "locks.csv"
  static let required = ["employee", "date", "kind"]
  static let optional = ["start", "end"]

  private struct Person: Hashable {
    let employee: String
    let date: LocalDate
  }

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
    let grid = inputs.settings.shiftStartMinutes
    guard let rows = rows(bytes, findings: findings, context, grid: grid) else {
      return Loaded(nil, diagnostics: findings.diagnostics)
    }
    return Loaded(rows, diagnostics: findings.diagnostics)
  }

  /// The locks of a scenario's file.
  static func read(_ bytes: [UInt8], findings: FileFindings, _ context: FolderContext)
    -> [RosterLock]
  {
    let grid = context.draft?.settings.shiftStartMinutes ?? 1
    return (rows(bytes, findings: findings, context, grid: grid) ?? []).map(\.lock)
  }

  /// The rows of a file; `nil` where its columns are not those of locks.
  static func rows(
    _ bytes: [UInt8],
    findings: FileFindings,
    _ context: FolderContext,
    grid: Int
  ) -> [Row]? {
    guard
      var table = CSVTable(bytes, required: required, optional: optional, findings: findings)
    else { return nil }
    let (employees, dates) = (table.column("employee"), table.column("date"))
    var lines = FirstLines<Person>()
    var rows: [Row] = []
    while table.next() {
      let employee = table.employee(employees, context)
      let date = table.value(dates, .date)
      let kind = kind(table, date, of: employee, context, grid)
      guard let employee, let date else { continue }
      let person = Person(employee: employee, date: date)
      if let first = lines.earlier(person, line: table.line) {
        table.report("lock twice", .lockTwice(employee, date, line: first))
      }
      guard let kind else { continue }
      let lock = RosterLock(employee: employee, date: date, kind: kind)
      rows.append(Row(lock: lock, line: table.line))
    }
    return rows
  }

  private static func kind(
    _ table: CSVTable,
    _ date: LocalDate?,
    of employee: String?,
    _ context: FolderContext,
    _ grid: Int
  ) -> RosterLock.Kind? {
    let (starts, ends) = (table.column("start"), table.column("end"))
    let words = TextValue<String>.word(["shift", "off"]) {
      ["shift", "off"].contains($0) ? $0 : nil
    }
    let word = table.value(table.column("kind"), words)
    let start = table.optional(starts, .startOfShift)
    let end = table.optional(ends, .clock)
    let hasStart = !table.range(starts).isEmpty
    let hasEnd = !table.range(ends).isEmpty
    guard let word else { return nil }
    if word == "off" {
      if hasStart || hasEnd { table.report("off with times", .offWithTimes) }
      return .off
    }
    guard hasStart == hasEnd else {
      table.report("half a lock", .halfLock(table.text(starts), table.text(ends)))
      return nil
    }
    guard hasStart else { return .shift }
    guard let start, let end, let date else { return nil }
    if start.minutes % max(1, grid) != 0 { table.report("lock grid", .lockGrid(start, grid)) }
    let window = ClockWindow(start: start, end: end)
    let moments = [start.minutes, window.endMinutes].map { minutes in
      LocalDateTime(date: date, secondOfDay: 0).adding(minutes: minutes)
    }
    for (moment, column) in zip(moments, [starts, ends]) {
      guard let zone = context.zone(of: employee),
        let problem = LocalTimes(zone: zone).skippedProblem(moment, column.name)
      else { continue }
      table.report("skipped time", problem)
    }
    return .times(start: moments[0], end: moments[1])
  }

  /// The file's text.
  static func text(_ locks: [RosterLock]) -> [UInt8] {
    var csv = CSVText(header: required + optional)
    for lock in locks {
      let cells =
        switch lock.kind {
        case .off: ["off", "", ""]
        case .shift: ["shift", "", ""]
        case .times(let start, let end): ["shift", start.clock, end.clock]
        }
      csv.append([lock.employee, lock.date.description] + cells)
    }
    return csv.bytes
  }
}

extension TextValue where Value == ClockTime {
  /// A time of day before midnight.
  fileprivate static var startOfShift: Self {
    Self(accepted: "a time of day as HH:MM, 00:00 to 23:59") { text in
      ClockTime(text).flatMap { $0 < .endOfDay ? $0 : nil }
    }
  }
}
