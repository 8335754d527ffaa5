import Foundation

/// Files that are there while something is done with them.
enum TemporaryFile {
  /// Writes texts to files of their own, calls `body` with the paths and removes the files.
  static func with<Result>(_ texts: [String], _ body: ([String]) throws -> Result) throws -> Result
  {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "shiftwright-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer {
      do { try FileManager.default.removeItem(at: folder) } catch { print("left \(folder)") }
    }
    let paths = try texts.enumerated().map { index, text in
      let file = folder.appending(path: "\(index).json")
      try Data(text.utf8).write(to: file)
      return file.path
    }
    return try body(paths)
  }
}
