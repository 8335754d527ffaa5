import Workforce

/// `overrides.csv`: planners' changes to the forecast.
enum OverridesFile {
  static let name = "overrides.csv"
  static let required = ["queue", "from", "to", "reason"]
  static let optional = ["factor", "value"]
  /// Stands for all queues.
  static let allQueues = "*"

  static func read(_ bytes: [UInt8], findings: FileFindings, _ context: FolderContext)
    -> [ForecastOverride]
  {
    guard
      var table = CSVTable(bytes, required: required, optional: optional, findings: findings)
    else { return [] }
    let (froms, tos) = (table.column("from"), table.column("to"))
    let columns = ["queue", "reason", "factor", "value"].map(table.column)
    var overrides: [(override: ForecastOverride, line: Int)] = []
    while table.next() {
      let queue = queue(table, columns[0], context)
      let from = table.moment(froms, of: nil, context, isEnd: false)
      let until = table.moment(tos, of: nil, context, isEnd: true)
      let reason = table.value(columns[1], .text("why, in a few words"))
      let change = change(table, columns[2], columns[3])
      guard let queue, let from, let until, let reason, let change else { continue }
      guard from < until else {
        table.report("to before from", .toBeforeFrom(table.text(froms), table.text(tos)))
        continue
      }
      let override = ForecastOverride(
        queue: queue == allQueues ? nil : queue,
        from: from,
        until: until,
        change: change,
        reason: reason
      )
      reportWeeks(override, table)
      overrides.append((override, table.line))
    }
    reportOverlaps(overrides, findings)
    return overrides.map(\.override)
  }

  private static func queue(_ table: CSVTable, _ column: CSVColumn, _ context: FolderContext)
    -> String?
  {
    guard table.text(column) != allQueues else { return allQueues }
    return table.reference(column, "queue", context.draft?.queues)
  }

  private static func change(_ table: CSVTable, _ factor: CSVColumn, _ value: CSVColumn)
    -> ForecastOverride.Change?
  {
    let number = TextValue<Double>.number(atLeast: 0)
    switch (table.text(factor).isEmpty, table.text(value).isEmpty) {
    case (false, true): return table.value(factor, number).map { .factor($0) }
    case (true, false): return table.value(value, number).map { .value($0) }
    case (true, true): table.report("change", .noChange)
    case (false, false):
      table.report("change", .twoChanges(factor: table.text(factor), value: table.text(value)))
    }
    return nil
  }

  /// A value is spread over one forecast, which is a week.
  private static func reportWeeks(_ override: ForecastOverride, _ table: CSVTable) {
    guard case .value = override.change else { return }
    let first = ISOWeek(containing: override.from.date)
    guard override.until > LocalDateTime(date: first.adding(weeks: 1).monday, secondOfDay: 0)
    else { return }
    table.report("value over weeks", .valueOverWeeks(override, first))
  }

  private static func reportOverlaps(
    _ overrides: [(override: ForecastOverride, line: Int)],
    _ findings: FileFindings
  ) {
    for (index, later) in overrides.enumerated() {
      guard case .value = later.override.change else { continue }
      let earlier = overrides[..<index].last { $0.override.setsValue(like: later.override) }
      guard let earlier else { continue }
      findings.report(
        "overlapping values",
        line: later.line,
        severity: .warning,
        .overlappingValues(line: earlier.line)
      )
    }
  }

  /// The file's text.
  static func text(_ overrides: [ForecastOverride]) -> [UInt8] {
    var csv = CSVText(header: ["queue", "from", "to", "factor", "value", "reason"])
    for override in overrides {
      let isWholeDays = override.isWholeDays
      var (factor, value) = ("", "")
      switch override.change {
      case .factor(let number): factor = Numbers.text(number)
      case .value(let number): value = Numbers.text(number)
      }
      csv.append([
        override.queue ?? allQueues,
        isWholeDays ? override.from.date.description : override.from.description,
        isWholeDays ? override.until.date.adding(days: -1).description : override.until.description,
        factor, value, override.reason,
      ])
    }
    return csv.bytes
  }
}

extension ForecastOverride {
  /// Whether both set a value for some time of the same queue.
  fileprivate func setsValue(like other: Self) -> Bool {
    guard case .value = change, case .value = other.change else { return false }
    let isSameQueue = queue == other.queue || queue == nil || other.queue == nil
    return isSameQueue && from < other.until && other.from < until
  }
}

extension Problem {
  static func toBeforeFrom(_ from: String, _ to: String) -> Problem {
    Problem(
      "to is \(to) but from is \(from).",
      "Write a to after the from; a date counts to its end."
    )
  }

  static let noChange = Problem(
    "both factor and value are empty.",
    "Write one: a factor multiplies the forecast, a value is the contacts of the whole span."
  )

  static func twoChanges(factor: String, value: String) -> Problem {
    Problem(
      "factor is \(factor) and value is \(value).",
      "Keep one: a factor multiplies the forecast, a value is the contacts of the whole span."
    )
  }

  static func valueOverWeeks(_ override: ForecastOverride, _ week: ISOWeek) -> Problem {
    Problem(
      "the value's span runs from \(override.from) to \(override.until), past the end of \(week).",
      "A value is spread within one week, Monday to Sunday: write a row per week, or a factor."
    )
  }

  static func overlappingValues(line: Int) -> Problem {
    Problem(
      "the value's span overlaps that of line \(line) for the same queue.",
      "Rows act in their order, so this one has the last word for the time that both cover."
    )
  }
}
