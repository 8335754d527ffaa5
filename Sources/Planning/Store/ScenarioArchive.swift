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
    return (kept + written).sorted { first, second in
      let places = (order[first.name] ?? order.count, order[second.name] ?? order.count)
      return (places.0, first.name) < (places.1, second.name)
    }
  }

  /// A folder as a database takes it, and the names of the files that it leaves behind.
  static func parts(_ folder: String) throws -> (
    parts: ScenarioParts, findings: [Diagnostic], left: [String]
  ) {
    let loaded = try LoadedScenario(folder)
    let snapshots = try self.snapshots(folder)
    let files = (loaded.files + snapshots).map { StoredFile(name: $0.name, bytes: $0.bytes) }
    let parts = ScenarioParts(
      settings: loaded.inputs.settings,
      people: loaded.inputs.people,
      files: files
    )
    let taken = Set(files.map(\.name) + [SnapshotFolder.name])
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    return (parts, loaded.findings, names.filter { !taken.contains($0) })
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
