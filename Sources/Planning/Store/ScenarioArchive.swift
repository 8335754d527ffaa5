import Foundation
import Interchange
import Storage
import Workforce

/// A scenario's files on their way into a database and out of it.
struct ScenarioArchive {
  /// The files of a stored scenario, in the order in which a folder lists them.
  ///
  /// Imported bytes hold while the rows are those that were imported; else the table is written anew.
  static func files(of stored: StoredScenario) -> [OutputFile] {
    let kept = stored.files.map { OutputFile(name: $0.name, bytes: $0.bytes) }
    let written = stored.changed.compactMap { file -> OutputFile? in
      guard let table = ScenarioFolder.PeopleTable(rawValue: file.rawValue) else { return nil }
      return OutputFile(
        name: file.rawValue,
        bytes: ScenarioFolder.text(of: table, stored.people)
      )
    }
    let order = Dictionary(
      uniqueKeysWithValues: ScenarioFolder.fileNames.enumerated().map { ($0.element, $0.offset) }
    )
    let records = RecordFile.allCases.compactMap { TrainingFolder.file($0, stored.training) }
    return (kept + written + records).sorted { first, second in
      let places = (order[first.name] ?? order.count, order[second.name] ?? order.count)
      return (places.0, first.name) < (places.1, second.name)
    }
  }

  /// The scenario as a database takes it.
  let parts: ScenarioParts
  /// What it says.
  let inputs: PlanningInputs
  /// The files with records of training that it has, which become rows.
  let records: [RecordFile]
  /// Warnings and notes.
  let findings: [Diagnostic]
  /// The names of the files that are left behind.
  let left: [String]

  /// A folder as a database takes it.
  static func parts(_ folder: String) throws -> ScenarioArchive {
    let loaded = try LoadedScenario(folder)
    guard loaded.whatIf == nil else {
      throw ShiftwrightError(
        "\(folder) has a \(WhatIfFile.name): it is the scenario after a what-if, not the center.\n"
          + "Give the scenario's own folder."
      )
    }
    guard loaded.inputs.pastDuties.allSatisfy({ $0.paid == nil }) else {
      throw ShiftwrightError(
        "\(folder)/history.csv has paid_minutes, which a database does not hold.\n"
          + "Take the column out; a past shift is then paid in full."
      )
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let records = RecordFile.allCases.filter { names.contains($0.rawValue) }
    let rows = Set(records.map(\.rawValue))
    let files = try (loaded.files + snapshots(folder) + whatIfs(folder)).filter {
      !rows.contains($0.name) && $0.name != RosterFile.startName
    }
    .map { StoredFile(name: $0.name, bytes: $0.bytes) }
    let taken = Set(files.map(\.name) + [SnapshotFolder.name, WhatIfFile.folder]).union(rows)
    return ScenarioArchive(
      parts: ScenarioParts(
        settings: loaded.inputs.settings,
        people: loaded.inputs.people,
        training: loaded.inputs.training,
        files: files
      ),
      inputs: loaded.inputs,
      records: records,
      findings: loaded.findings,
      left: names.filter { !taken.contains($0) }
    )
  }

  /// The questions kept below a folder.
  private static func whatIfs(_ folder: String) throws -> [OutputFile] {
    let root = URL(filePath: folder).appending(path: WhatIfFile.folder)
    guard FileManager.default.fileExists(atPath: root.path) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: root.path).sorted()
      .filter { $0.hasSuffix(".yaml") }
      .map { name in
        let bytes = try Data(contentsOf: root.appending(path: name))
        return OutputFile(name: "\(WhatIfFile.folder)/\(name)", bytes: Array(bytes))
      }
  }

  /// The kept forecasts below a folder.
  private static func snapshots(_ folder: String) throws -> [OutputFile] {
    let root = URL(filePath: folder).appending(path: SnapshotFolder.name)
    guard FileManager.default.fileExists(atPath: root.path) else { return [] }
    let names = try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
    let wanted = Set(ForecastFile.names + [SnapshotFolder.recordName])
    return try names.compactMap { name in
      let parts = name.split(separator: "/")
      guard parts.count == 3, ISOWeek(parts[0]) != nil, Int(parts[1]) != nil,
        wanted.contains(String(parts[2]))
      else { return nil }
      let bytes = try Data(contentsOf: root.appending(path: name))
      return OutputFile(name: "\(SnapshotFolder.name)/\(name)", bytes: Array(bytes))
    }
  }
}
