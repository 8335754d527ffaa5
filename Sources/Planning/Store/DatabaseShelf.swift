public import Interchange
import Storage
public import Workforce

/// Kept forecasts in a database, which stays open as long as the shelf.
struct DatabaseShelf: SnapshotShelf {
  private let store: CenterStore
  private let actor: String

  init(_ database: CenterDatabase) throws(ShiftwrightError) {
    store = try database.opened()
    actor = database.actor
  }

  func shown(_ name: String) -> String { "\(store.path)/\(name)" }

  func names(in folder: String) throws(ShiftwrightError) -> [String] {
    let prefix = folder + "/"
    let below = try store.fileNames(beginning: prefix)
    let names = below.compactMap { $0.dropFirst(prefix.count).split(separator: "/").first }
    return Set(names.map(String.init)).sorted()
  }

  func bytes(of name: String) throws(ShiftwrightError) -> [UInt8]? { try store.bytes(of: name) }

  func add(_ files: [OutputFile], as folder: String, stop: StopSignal?) throws(ShiftwrightError) {
    guard stop?.reason != .cancelled else {
      throw ShiftwrightError("Stopped before anything was written.")
    }
    let stored = files.map { StoredFile(name: "\(folder)/\($0.name)", bytes: $0.bytes) }
    _ = try store.add(stored, "snapshot", by: actor)
  }
}

extension SnapshotFolder {
  /// The snapshots of the scenario in a folder or a database.
  ///
  /// Throws `ShiftwrightError` when a database cannot be opened.
  public static func at(_ place: String) throws(ShiftwrightError) -> SnapshotFolder {
    guard PlaceReader.isDatabase(place) else { return SnapshotFolder(scenario: place) }
    return SnapshotFolder(shelf: try DatabaseShelf(CenterDatabase(path: place)))
  }
}
