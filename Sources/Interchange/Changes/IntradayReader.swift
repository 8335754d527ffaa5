import Workforce

/// Reads `intraday.csv`: a day that was forecast again while it went on.
enum IntradayReader {
  /// What a file holds.
  struct Day: Sendable {
    /// The Monday of the day's week.
    let monday: LocalDate
    /// The open intervals.
    let intervals: [ChangeRequest.Reforecast]
  }

  /// Reads the file, or the one in a folder.
  static func load(_ path: String, inputs: PlanningInputs) -> Loaded<Day> {
    let path = InputFile.trimmed(path)
    let file = InputFile.isFolder(path) ? "\(path)/\(IntradayFile.name)" : path
    let findings = FileFindings(file: file)
    let bytes = InputFile.bytes(file, findings: findings, missing: .missingRunFile)
    let day = bytes.flatMap { read($0, inputs, findings) }
    return Loaded(day, diagnostics: findings.diagnostics)
  }

  private static func read(_ bytes: [UInt8], _ inputs: PlanningInputs, _ findings: FileFindings)
    -> Day?
  {
    guard var table = CSVTable(bytes, required: IntradayFile.columns, findings: findings) else {
      return nil
    }
    var rows = WeekRows(inputs: inputs, findings: findings)
    let (queue, start) = (table.column("queue"), table.column("interval_start"))
    let columns = ForecastFile.bandColumns.map(table.column)
    var intervals: [ChangeRequest.Reforecast] = []
    while table.next() {
      let spot = rows.interval(table, queue: queue, start: start)
      let numbers = columns.compactMap { table.value($0, .number(atLeast: 0)) }
      guard let spot, let grid = rows.grid, numbers.count == columns.count else { continue }
      intervals.append(
        ChangeRequest.Reforecast(
          queue: inputs.settings.queues[spot.queue].name,
          start: grid.instant(at: spot.place),
          arrivals: QueueForecast.Band(
            mean: [numbers[0]],
            low95: [numbers[1]],
            low80: [numbers[2]],
            high80: [numbers[3]],
            high95: [numbers[4]]
          )
        )
      )
    }
    guard let grid = rows.grid else {
      if findings.errorCount == 0 { findings.report("no rows", .emptyRunFile) }
      return nil
    }
    return Day(monday: grid.dates[0], intervals: intervals)
  }
}
