public import Workforce
import Yams

/// The lines on which the settings of one queue stand in `scenario.yaml`.
public struct InputLines: Sendable {
  private let lines: [String: Int]

  /// Looks through the bytes of a file that loads without errors.
  public init(scenario bytes: [UInt8], queue name: String) {
    let findings = FileFindings(file: "")
    var lines: [String: Int] = [:]
    if let root = YAMLFile.compose(bytes, findings: findings),
      let top = YAMLMap(root, subject: "", keys: ScenarioKeys.top, findings: findings)
    {
      for key in ScenarioKeys.top where top.has(key) { lines[key] = top.line(of: key) }
      let queues = top.optionalList("queues").compactMap { node in
        YAMLMap(node, subject: "", keys: ScenarioKeys.queue, findings: findings)
      }
      if let queue = queues.first(where: { $0.node("name")?.scalar?.string == name }) {
        for key in ScenarioKeys.queue where queue.has(key) { lines[key] = queue.line(of: key) }
        let target = queue.map("target", keys: ScenarioKeys.allTargets)
        for key in ScenarioKeys.allTargets where target?.has(key) == true {
          lines[key] = target?.line(of: key)
        }
      }
    }
    self.lines = lines
  }

  /// The line of a key of the queue, of its target, or of the whole scenario; `nil` where it is absent.
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
    let path = InputFile.trimmed(path)
    let file = InputFile.isFolder(path) ? "\(path)/\(ForecastFile.names[0])" : path
    let findings = FileFindings(file: file)
    guard let bytes = InputFile.bytes(file, findings: findings, missing: nil),
      var table = CSVTable(
        bytes,
        required: ForecastFile.columns,
        optional: [ForecastFile.modelColumn],
        findings: findings
      )
    else { return nil }
    let times = LocalTimes(zone: zone)
    let (name, time) = (table.column("queue"), table.column("interval_start"))
    while table.next() {
      if table.text(name) == queue, table.instant(time, times) == start {
        return "\(file):\(table.line)"
      }
    }
    return nil
  }
}
