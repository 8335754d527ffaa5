import Foundation
public import Workforce

/// Where kept forecasts lie: below a folder, or in a database.
///
/// Names are relative to the scenario, such as `snapshots/2026-W10/001/forecast.csv`.
public protocol SnapshotShelf: Sendable {
  /// A name with the place before it, for messages.
  func shown(_ name: String) -> String
  /// The names directly below a folder, ascending; none when it is not there.
  func names(in folder: String) throws(ShiftwrightError) -> [String]
  /// A file's content; `nil` when it is not there.
  func bytes(of name: String) throws(ShiftwrightError) -> [UInt8]?
  /// Adds a folder, completely or not at all.
  func add(_ files: [OutputFile], as folder: String, stop: StopSignal?) throws(ShiftwrightError)
}

/// Kept forecasts below a scenario's folder.
struct FolderShelf: SnapshotShelf {
  let root: String

  func shown(_ name: String) -> String { "\(root)/\(name)" }

  func names(in folder: String) throws(ShiftwrightError) -> [String] {
    guard InputFile.isFolder(shown(folder)) else { return [] }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: shown(folder)).sorted()
    } catch {
      throw failure(folder, error.localizedDescription)
    }
  }

  func bytes(of name: String) throws(ShiftwrightError) -> [UInt8]? {
    switch InputFile.read(shown(name)) {
    case .bytes(let bytes): bytes
    case .absent: nil
    case .unreadable(let reason): throw failure(name, reason)
    }
  }

  func add(_ files: [OutputFile], as folder: String, stop: StopSignal?) throws(ShiftwrightError) {
    try AtomicFolder.write(files, to: shown(folder), replacingExisting: false, stop: stop)
  }

  private func failure(_ name: String, _ reason: String) -> ShiftwrightError {
    ShiftwrightError("\(shown(name)) cannot be read: \(reason)\nCheck its permissions.")
  }
}
