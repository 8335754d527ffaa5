public import Interchange
import Storage
import Workforce

/// Kept forecasts in a database.
struct DatabaseShelf: SnapshotShelf {
  let database: CenterDatabase

  func shown(_ name: String) -> String { "\(database.path)/\(name)" }

  func names(in folder: String) throws(ShiftwrightError) -> [String] {
    let prefix = folder + "/"
    let below = try database.open { store throws(ShiftwrightError) in
      try store.fileNames(beginning: prefix)
    }
    let names = below.compactMap { $0.dropFirst(prefix.count).split(separator: "/").first }
    return Set(names.map(String.init)).sorted()
  }

  func bytes(of name: String) throws(ShiftwrightError) -> [UInt8]? {
    try database.open { store throws(ShiftwrightError) in try store.bytes(of: name) }
  }

  func add(_ files: [OutputFile], as folder: String, stop: StopSignal?) throws(ShiftwrightError) {
    guard stop?.reason != .cancelled else {
      throw ShiftwrightError("Stopped before anything was written.")
    }
    let stored = files.map { StoredFile(name: "\(folder)/\($0.name)", bytes: $0.bytes) }
    try database.open { store throws(ShiftwrightError) in
      _ = try store.add(stored, "snapshot", by: database.actor)
    }
  }
}

extension SnapshotFolder {
  /// The snapshots of the scenario in a folder or a database.
  public static func at(_ place: String) -> SnapshotFolder {
    guard PlaceReader.isDatabase(place) else { return SnapshotFolder(scenario: place) }
    return SnapshotFolder(shelf: DatabaseShelf(database: CenterDatabase(path: place)))
  }
}
