import Interchange
public import Workforce

/// Keeps published forecasts with what they were made from.
public struct SnapshotMaker: Sendable {
  private let loaded: LoadedScenario
  private let scenario: String
  private let version: String

  /// Keeps forecasts of a scenario in its folder.
  ///
  /// - Parameters:
  ///   - loaded: The scenario as it was read.
  ///   - scenario: Its folder.
  ///   - version: The program's version.
  public init(loaded: LoadedScenario, scenario: String, version: String) {
    self.loaded = loaded
    self.scenario = scenario
    self.version = version
  }

  /// Files a forecast under `snapshots/` of the scenario.
  ///
  /// - Parameters:
  ///   - forecast: What is published.
  ///   - asOf: The day of publishing, if the planner says it; no data from it on was used.
  ///   - stop: Cancels the writing.
  /// - Returns: The snapshot's folder, and whether it is new: a forecast that equals the last one
  ///   of its week is not kept twice.
  /// - Throws: `ShiftwrightError` when it cannot be written.
  public func keep(
    _ forecast: Forecast,
    asOf: LocalDate? = nil,
    stop: StopSignal? = nil
  ) throws(ShiftwrightError) -> (folder: String, isNew: Bool) {
    let week = ISOWeek(containing: forecast.grid.dates[0])
    let cutoff = min(asOf ?? week.monday, week.monday)
    let record = SnapshotRecord(
      shiftwright: version,
      week: week,
      asOf: asOf,
      dataBefore: cutoff,
      settings: loaded.inputs.settings,
      queues: forecast.queues.map { queue in
        SnapshotRecord.Queue(
          queue: queue.queue,
          method: queue.method.rawValue,
          lastData: lastData(queue.queue, before: cutoff)
        )
      },
      overrides: forecast.overrides.map(SnapshotRecord.Override.init),
      inputs: loaded.files.map { SnapshotRecord.File(file: $0.name, sha256: $0.sha256) }
    )
    return try SnapshotFolder.at(scenario).add(forecast, record, stop: stop)
  }

  /// The start of the last row of a queue that counts.
  private func lastData(_ queue: String, before cutoff: LocalDate) -> String? {
    let zone = loaded.inputs.settings.zone
    let end = zone.startOfDay(cutoff)
    let history = loaded.inputs.history.first { $0.queue == queue }
    return history?.records.last { $0.start < end }.map { zone.text(of: $0.start) }
  }
}
