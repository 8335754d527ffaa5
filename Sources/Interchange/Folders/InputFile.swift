import Foundation
import Workforce

/// Reads whole files.
enum InputFile {
  /// What came of reading.
  enum Outcome {
    /// The content.
    case bytes([UInt8])
    /// There is no such file.
    case absent
    /// The file is there and cannot be read.
    case unreadable(String)
  }

  static func read(_ path: String) -> Outcome {
    var isFolder: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      return .absent
    }
    if isFolder.boolValue { return .unreadable("it is a folder") }
    do {
      return .bytes([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
    } catch {
      return .unreadable(error.localizedDescription)
    }
  }

  /// The content; reports and gives `nil` when there is none.
  static func bytes(_ path: String, findings: FileFindings, missing: Problem?) -> [UInt8]? {
    switch read(path) {
    case .bytes(let bytes): return bytes
    case .absent:
      if let missing { findings.report("missing file", missing) }
    case .unreadable(let reason): findings.report("unreadable file", .unreadable(reason))
    }
    return nil
  }

  /// True when there is a file or a folder at the path.
  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// True when there is a folder at the path.
  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    let exists = unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    return exists && isFolder.boolValue
  }

  /// The path without slashes at its end.
  static func trimmed(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }
}

extension Problem {
  static let missingFile = Problem(
    "the file is missing.",
    "Add it; docs/reference/scenario-format.md shows an example."
  )

  static func unreadable(_ reason: String) -> Problem {
    let sentence = reason.hasSuffix(".") ? reason : reason + "."
    return Problem("the file cannot be read: \(sentence)", "Check the file and its permissions.")
  }

  static let noFolder = Problem(
    "there is no such folder.",
    "Give the path of a scenario folder, one that holds scenario.yaml."
  )

  static let fileForFolder = Problem(
    "this is a file, neither a scenario folder nor a database.",
    "Give the path of the folder that holds scenario.yaml, or of a database of 'shiftwright db init'."
  )

  static func strangeFile(_ meant: String) -> Problem {
    Problem("the file is not read.", "Did you mean '\(meant)'? Rename it.")
  }
}
