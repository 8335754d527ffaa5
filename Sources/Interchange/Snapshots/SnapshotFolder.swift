public import Workforce

/// A published forecast that was kept.
public struct ForecastSnapshot: Sendable {
  /// Its number among those of its week, from 1.
  public var number: Int
  /// What it was made from.
  public var record: SnapshotRecord
  /// The forecast with the method's own means.
  public var forecast: Forecast

  /// Makes a snapshot.
  public init(number: Int, record: SnapshotRecord, forecast: Forecast) {
    self.number = number
    self.record = record
    self.forecast = forecast
  }

  /// The week.
  public var week: ISOWeek { ISOWeek(containing: forecast.grid.dates[0]) }
}

/// The `snapshots` folder of a scenario: `snapshots/2026-W10/001/` and so on.
///
/// Snapshots are added and read, never changed.
public struct SnapshotFolder: Sendable {
  /// The folder's name in a scenario.
  public static let name = "snapshots"
  /// The file that says what a snapshot was made from.
  public static let recordName = "snapshot.json"

  private let shelf: any SnapshotShelf

  /// The snapshots of the scenario in a folder.
  public init(scenario: String) { shelf = FolderShelf(root: InputFile.trimmed(scenario)) }

  /// The snapshots of a scenario that lies elsewhere.
  public init(shelf: any SnapshotShelf) { self.shelf = shelf }

  /// Keeps a forecast.
  ///
  /// The folder appears complete or not at all. A forecast that equals the last one of its week in
  /// every byte is not kept twice.
  ///
  /// - Parameters:
  ///   - forecast: What was published.
  ///   - record: What it was made from.
  ///   - stop: Cancels the writing.
  /// - Returns: The snapshot's folder, and whether it is a new one.
  /// - Throws: `ShiftwrightError` when the folder cannot be read or written.
  public func add(
    _ forecast: Forecast,
    _ record: SnapshotRecord,
    stop: StopSignal? = nil
  ) throws(ShiftwrightError) -> (folder: String, isNew: Bool) {
    let files =
      ForecastFile.files(forecast) + [OutputFile(name: Self.recordName, text: try record.json())]
    let last = try numbers(record.week).last
    if let last, try isSame(files, as: path(record.week, last)) {
      return (shelf.shown(path(record.week, last)), false)
    }
    let folder = path(record.week, (last ?? 0) + 1)
    try shelf.add(files, as: folder, stop: stop)
    return (shelf.shown(folder), true)
  }

  private func path(_ week: String, _ number: Int) -> String {
    let digits = String(number)
    return
      "\(Self.name)/\(week)/\(String(repeating: "0", count: max(0, 3 - digits.count)))\(digits)"
  }

  private func isSame(_ files: [OutputFile], as folder: String) throws(ShiftwrightError) -> Bool {
    for file in files where try shelf.bytes(of: "\(folder)/\(file.name)") != file.bytes {
      return false
    }
    return true
  }

  /// The numbers of a week's snapshots, ascending.
  private func numbers(_ week: String) throws(ShiftwrightError) -> [Int] {
    try shelf.names(in: "\(Self.name)/\(week)").compactMap { Int($0) }.filter { $0 > 0 }.sorted()
  }

  /// Reads the snapshots of some weeks, by week and number, and reports everything that is wrong.
  ///
  /// - Parameters:
  ///   - weeks: The weeks; `nil` for all.
  ///   - inputs: The scenario; its queues and intervals may have changed since.
  /// - Returns: The snapshots, or findings.
  /// - Throws: `ShiftwrightError` when a folder cannot be read.
  public func load(
    _ weeks: ClosedRange<ISOWeek>?,
    inputs: PlanningInputs
  ) throws(ShiftwrightError) -> Loaded<[ForecastSnapshot]> {
    var snapshots: [ForecastSnapshot] = []
    var diagnostics: [Diagnostic] = []
    for name in try shelf.names(in: Self.name) {
      guard let week = ISOWeek(name), weeks?.contains(week) ?? true else { continue }
      for number in try numbers(name) {
        let loaded = try snapshot(path(name, number), number, inputs)
        diagnostics += loaded.diagnostics
        if let snapshot = loaded.value { snapshots.append(snapshot) }
      }
    }
    return Loaded(snapshots, diagnostics: diagnostics)
  }

  private func snapshot(_ folder: String, _ number: Int, _ inputs: PlanningInputs)
    throws(ShiftwrightError) -> Loaded<ForecastSnapshot>
  {
    let findings = FileFindings(file: shelf.shown("\(folder)/\(Self.recordName)"))
    let bytes = try shelf.bytes(of: "\(folder)/\(Self.recordName)")
    if bytes == nil { findings.report("missing file", .missingRunFile) }
    let record = bytes.flatMap { SnapshotRecord.read($0, findings) }
    guard let record else { return Loaded(nil, diagnostics: findings.diagnostics) }
    var files: [[UInt8]?] = []
    for name in ForecastFile.names { files.append(try shelf.bytes(of: "\(folder)/\(name)")) }
    let forecast = ForecastFile.read(
      files,
      named: ForecastFile.names.map { shelf.shown("\(folder)/\($0)") },
      inputs: Self.inputs(inputs, of: record)
    )
    return Loaded(
      forecast.value.map { ForecastSnapshot(number: number, record: record, forecast: $0) },
      diagnostics: findings.diagnostics + forecast.diagnostics
    )
  }

  /// The scenario with the queues, intervals and zone of a snapshot, as far as its files need them.
  private static func inputs(_ inputs: PlanningInputs, of record: SnapshotRecord) -> PlanningInputs
  {
    var then = inputs
    then.settings.zone = Zone(identifier: record.timeZone) ?? inputs.settings.zone
    then.settings.intervalMinutes = record.intervalMinutes
    then.settings.queues = record.queues.compactMap { entry in
      let now = inputs.settings.queues.first { $0.name == entry.queue }
      var queue = now ?? inputs.settings.queues.first
      queue?.name = entry.queue
      return queue
    }
    return then
  }
}
