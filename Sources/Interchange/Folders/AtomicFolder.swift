import Foundation
public import Workforce

/// Writes a folder of files as a whole, or not at all.
public enum AtomicFolder {
  /// Writes the files into a new folder beside `path`, makes them durable, and gives the folder
  /// its name at the end.
  ///
  /// Whatever happens, either the old or the new complete folder is at `path`, and nothing is left
  /// beside it.
  ///
  /// - Parameters:
  ///   - files: What to write; names may hold `/`.
  ///   - path: Where to. An empty folder may be there.
  ///   - replacingExisting: Whether a scenario or run folder at `path` may be replaced. One that
  ///     holds anything that Shiftwright does not write is refused.
  ///   - stop: Cancels the writing as long as the folder has not got its name.
  /// - Throws: `ShiftwrightError` when the place is taken, the disk refuses, or `stop` was
  ///   cancelled.
  public static func write(
    _ files: [OutputFile],
    to path: String,
    replacingExisting: Bool,
    stop: StopSignal? = nil
  ) throws(ShiftwrightError) {
    let target = URL(fileURLWithPath: InputFile.trimmed(path)).standardizedFileURL
      .resolvingSymlinksInPath()
    let destination = Destination(url: target, shown: path)
    let isTaken = try destination.check(files, replacingExisting: replacingExisting)
    try checkNames(files)
    let writer = FolderWriter(target: target, stop: stop)
    do {
      try writer.write(files)
      try writer.move(replacing: isTaken)
    } catch {
      writer.cleanUp()
      throw failure(error, path)
    }
  }

  private static func checkNames(_ files: [OutputFile]) throws(ShiftwrightError) {
    for file in files {
      let parts = file.name.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.contains(where: { ["", ".", ".."].contains($0) }) else { continue }
      throw ShiftwrightError(
        "'\(file.name)' is no file name below a folder.\nUse names such as inputs/scenario.yaml."
      )
    }
  }

  private static func failure(_ error: any Error, _ path: String) -> ShiftwrightError {
    if let error = error as? ShiftwrightError { return error }
    return ShiftwrightError(
      "\(path) cannot be written: \(error.localizedDescription)\n"
        + "Check the disk and its permissions, or choose another place."
    )
  }
}
