import Workforce

/// Finds the place of each row of a run file in the week, and what is missing at the end.
struct WeekRows {
  private let inputs: PlanningInputs
  private let findings: FileFindings
  private let times: LocalTimes
  private let queues: [String]
  /// The planning intervals of the week of the first row; `nil` before there is one.
  private(set) var grid: TimeGrid?
  private var week: ISOWeek?
  /// The line of each queue's row per place; 0 where there is none yet.
  private var lines: [[Int]] = []

  init(inputs: PlanningInputs, findings: FileFindings) {
    self.inputs = inputs
    self.findings = findings
    times = LocalTimes(zone: inputs.settings.zone)
    queues = inputs.settings.queues.map(\.name)
  }

  /// The queue and interval of a row; reports and gives `nil` when there is none.
  mutating func interval(_ table: CSVTable, queue: CSVColumn, start: CSVColumn)
    -> (queue: Int, place: Int)?
  {
    let name = table.reference(queue, "queue", queues)
    guard let instant = table.instant(start, times) else { return nil }
    let grid = grid(containing: times.zone.local(at: instant).date)
    guard let name, let grid, let week else { return nil }
    let place = grid.index(of: instant)
    guard (0..<grid.count).contains(place), grid.instant(at: place) == instant else {
      table.report(
        "not in the week",
        .unknownRow("interval_start \(table.text(start))", week: week, minutes: grid.stepMinutes)
      )
      return nil
    }
    return claim(place, of: name, count: grid.count, table, shown: table.text(start))
  }

  /// The queue and day of a row.
  mutating func day(_ table: CSVTable, queue: CSVColumn, date: CSVColumn)
    -> (queue: Int, place: Int)?
  {
    let name = table.reference(queue, "queue", queues)
    guard let date = table.value(date, .date) else { return nil }
    let grid = grid(containing: date)
    guard let name, let grid, let week else { return nil }
    guard let place = grid.dates.firstIndex(of: date) else {
      table.report(
        "not in the week",
        Problem("date is \(date), which is not in \(week).", "Keep the days of one week.")
      )
      return nil
    }
    return claim(place, of: name, count: 7, table, shown: date.description)
  }

  private mutating func grid(containing date: LocalDate) -> TimeGrid? {
    if week == nil {
      let settings = inputs.settings
      let found = ISOWeek(containing: date)
      week = found
      grid = TimeGrid(week: found, stepMinutes: settings.intervalMinutes, zone: settings.zone)
      if grid == nil { findings.report("grid", .badGrid(settings.intervalMinutes, found)) }
    }
    return grid
  }

  private mutating func claim(
    _ place: Int,
    of name: String,
    count: Int,
    _ table: CSVTable,
    shown: String
  ) -> (queue: Int, place: Int)? {
    if lines.isEmpty { lines = queues.map { _ in Array(repeating: 0, count: count) } }
    guard let queue = queues.firstIndex(of: name) else { return nil }
    let first = lines[queue][place]
    guard first == 0 else {
      table.report("duplicate row", .duplicateRow(name, shown, line: first))
      return nil
    }
    lines[queue][place] = table.line
    return (queue, place)
  }

  /// Reports the intervals (or days) without a row, unless other errors explain them.
  func reportMissing(days: Bool = false) {
    guard findings.errorCount == 0 else { return }
    guard let grid else {
      findings.report("no rows", .emptyRunFile)
      return
    }
    for (queue, places) in zip(queues, lines) {
      let missing = places.indices.filter { places[$0] == 0 }
      guard let first = missing.first else { continue }
      let shown =
        days ? grid.dates[first].description : times.zone.text(of: grid.instant(at: first))
      findings.report("missing rows", .missingRows(queue, missing.count, first: shown))
    }
  }
}
