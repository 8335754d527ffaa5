public import Workforce

/// `forecast.csv` and `forecast_days.csv` of a run folder.
public enum ForecastFile {
  /// The two files' names: intervals, then days.
  public static let names = ["forecast.csv", "forecast_days.csv"]

  static let bandColumns = ["arrivals", "low95", "low80", "high80", "high95"]
  static let columns = ["queue", "interval_start"] + bandColumns + ["aht_seconds", "open"]
  /// The method's own mean, before planners' changes.
  static let modelColumn = "model_arrivals"
  static let dayColumns =
    ["queue", "date"] + bandColumns + ["method", "past_error", "day_variation"]
  /// Columns of the days that are empty where the history does not tell.
  static let handlingColumns = [
    "aht_seconds", "aht_low80", "aht_high80", "aht_variation", "patience_seconds", "containment",
  ]

  /// The two files.
  public static func files(_ forecast: Forecast) -> [OutputFile] {
    [
      OutputFile(name: names[0], text: intervals(forecast)),
      OutputFile(name: names[1], text: days(forecast)),
    ]
  }

  private static func intervals(_ forecast: Forecast) -> String {
    let grid = forecast.grid
    var csv = CSVText(header: columns + [modelColumn])
    for queue in forecast.queues {
      for index in 0..<grid.count {
        csv.append(
          [queue.queue, grid.zone.text(of: grid.instant(at: index))]
            + band(queue.intervals, index) + [
              Numbers.text(queue.averageHandleTime[index].inSeconds),
              queue.isOpen[index] ? "yes" : "no",
              Numbers.text((queue.modelMean ?? queue.intervals.mean)[index]),
            ]
        )
      }
    }
    return csv.text
  }

  private static func days(_ forecast: Forecast) -> String {
    var csv = CSVText(header: dayColumns + handlingColumns)
    for queue in forecast.queues {
      for (index, date) in forecast.grid.dates.enumerated() {
        csv.append(
          [queue.queue, date.description] + band(queue.days, index) + [
            queue.method.rawValue, queue.pastError.map(Numbers.text) ?? "",
            Numbers.text(queue.dayVariation),
          ] + handling(queue, index)
        )
      }
    }
    return csv.text
  }

  private static func handling(_ queue: QueueForecast, _ day: Int) -> [String] {
    let times = queue.handleTimes
    return [
      times?.mean[day].inSeconds, times?.low80[day].inSeconds, times?.high80[day].inSeconds,
      queue.handleTimeVariation, queue.patience?.inSeconds, queue.containment?[day].value,
    ].map { $0.map(Numbers.text) ?? "" }
  }

  private static func band(_ band: QueueForecast.Band, _ index: Int) -> [String] {
    [band.mean, band.low95, band.low80, band.high80, band.high95].map { Numbers.text($0[index]) }
  }

  /// Reads both files; the week is that of the first row, the intervals are the scenario's.
  ///
  /// - Parameters:
  ///   - path: `forecast.csv` or the folder that holds it; `forecast_days.csv` lies beside it.
  ///   - inputs: The scenario that the forecast belongs to.
  /// - Returns: The forecast, or everything that is wrong with the files.
  public static func load(_ path: String, inputs: PlanningInputs) -> Loaded<Forecast> {
    let findings = files(at: path).map { FileFindings(file: $0) }
    let bytes = findings.map {
      InputFile.bytes($0.file, findings: $0, missing: .missingRunFile)
    }
    return read(bytes, findings, inputs)
  }

  /// Reads both files from memory; a file that is missing is reported.
  static func read(_ bytes: [[UInt8]?], named names: [String], inputs: PlanningInputs)
    -> Loaded<Forecast>
  {
    let findings = names.map { FileFindings(file: $0) }
    for (file, bytes) in zip(findings, bytes) where bytes == nil {
      file.report("missing file", .missingRunFile)
    }
    return read(bytes, findings, inputs)
  }

  private static func read(
    _ bytes: [[UInt8]?],
    _ findings: [FileFindings],
    _ inputs: PlanningInputs
  ) -> Loaded<Forecast> {
    var reader = ForecastReader(inputs: inputs)
    if let bytes = bytes[0] { reader.readIntervals(bytes, findings[0]) }
    if let bytes = bytes[1] { reader.readDays(bytes, findings[1]) }
    return Loaded(reader.forecast, diagnostics: findings.flatMap(\.diagnostics))
  }

  /// The paths of the two files by that of the first one, or of their folder.
  static func files(at path: String) -> [String] {
    let path = InputFile.trimmed(path)
    let file = InputFile.isFolder(path) ? "\(path)/\(names[0])" : path
    let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return [file, (folder.map(String.init) + [names[1]]).joined(separator: "/")]
  }
}
