public import Workforce
import Yams

/// The lines on which the settings of one queue stand in `scenario.yaml`.
public struct InputLines: Sendable {
  private var lines: [String: Int] = [:]

  /// Looks through the bytes of a file that loads without errors.
  public init(scenario bytes: [UInt8], queue name: String) {
    let findings = FileFindings(file: "")
    guard let root = YAMLFile.compose(bytes, findings: findings),
      let top = YAMLMap(root, subject: "", keys: ScenarioKeys.top, findings: findings)
    else { return }
    add(top, ScenarioKeys.top)
    if top.has("proficiency"), let map = top.map("proficiency", keys: ScenarioKeys.proficiency) {
      for item in maps("levels", of: map, ScenarioKeys.level) {
        add(item, ["factor"], at: "levels.\(item.text("name"))")
      }
      for item in maps("tenure", of: map, ScenarioKeys.tenure) {
        add(item, ScenarioKeys.tenure, at: "tenure.\(item.text("below_months"))")
      }
    }
    let queues = maps("queues", of: top, ScenarioKeys.queue)
    if let queue = queues.first(where: { $0.text("name") == name }) { add(queue: queue) }
  }

  private mutating func add(queue: YAMLMap) {
    add(queue, ScenarioKeys.queue)
    if queue.has("target"), let target = queue.map("target", keys: ScenarioKeys.allTargets) {
      add(target, ScenarioKeys.allTargets)
    }
    if queue.has("follows"), let follows = queue.map("follows", keys: ScenarioKeys.follows) {
      add(follows, ScenarioKeys.follows, at: "follows")
    }
    for (place, spill) in maps("spills", of: queue, ScenarioKeys.spill).enumerated() {
      add(spill, ScenarioKeys.spill, at: "spills.\(place)")
    }
  }

  private mutating func add(_ map: YAMLMap, _ keys: [String], at path: String? = nil) {
    for key in keys where map.has(key) {
      lines[path.map { "\($0).\(key)" } ?? key] = map.line(of: key)
    }
  }

  private func maps(_ key: String, of map: YAMLMap, _ keys: [String]) -> [YAMLMap] {
    map.optionalList(key).compactMap { node in
      YAMLMap(node, subject: "", keys: keys, findings: map.findings)
    }
  }

  /// The line of a key of the queue, of its target, or of the whole scenario; `nil` where it is absent.
  ///
  /// Deeper keys are written with their path: `follows.share`, `spills.0.share`,
  /// `levels.junior.factor` and `tenure.6.factor`.
  public func line(of key: String) -> Int? { lines[key] }

  /// The file and line of an interval's row in `forecast.csv`.
  ///
  /// - Parameters:
  ///   - path: The file, or the folder that holds it.
  ///   - queue: The queue's name.
  ///   - start: The start of the interval.
  ///   - zone: The zone of the file's local times.
  /// - Returns: `forecast.csv:68` with its folder; `nil` when there is no such row.
  public static func forecastRow(
    in path: String,
    queue: String,
    start: Instant,
    zone: Zone
  ) -> String? {
    let times = LocalTimes(zone: zone)
    return row(
      in: ForecastFile.files(at: path)[0],
      required: ForecastFile.columns,
      optional: [ForecastFile.modelColumn],
      columns: ("queue", "interval_start")
    ) { table, name, time in
      table.text(name) == queue && table.instant(time, times) == start
    }
  }

  /// The file and line of a date's row in `forecast_days.csv`.
  ///
  /// - Parameters:
  ///   - path: `forecast.csv`, or the folder that holds it.
  ///   - queue: The queue's name.
  ///   - date: The date.
  /// - Returns: `forecast_days.csv:9` with its folder; `nil` when there is no such row.
  public static func forecastDayRow(in path: String, queue: String, date: LocalDate) -> String? {
    row(
      in: ForecastFile.files(at: path)[1],
      required: ForecastFile.dayColumns,
      optional: ForecastFile.handlingColumns,
      columns: ("queue", "date")
    ) { table, name, day in
      table.text(name) == queue && table.text(day) == date.description
    }
  }

  private static func row(
    in file: String,
    required: [String],
    optional: [String],
    columns: (name: String, moment: String),
    isWanted: (inout CSVTable, CSVColumn, CSVColumn) -> Bool
  ) -> String? {
    let findings = FileFindings(file: file)
    guard let bytes = InputFile.bytes(file, findings: findings, missing: nil),
      var table = CSVTable(bytes, required: required, optional: optional, findings: findings)
    else { return nil }
    let (name, moment) = (table.column(columns.name), table.column(columns.moment))
    while table.next() {
      if isWanted(&table, name, moment) { return "\(file):\(table.line)" }
    }
    return nil
  }
}

extension YAMLMap {
  /// The text of a key; empty where there is none.
  fileprivate func text(_ key: String) -> String { node(key)?.scalar?.string ?? "" }
}
