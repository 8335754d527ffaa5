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
  ///   - streamed: Files whose content is made while they are written.
  ///   - path: Where to. An empty folder may be there.
  ///   - replacingExisting: Whether files of the same names, or an older run at `path`, may be
  ///     replaced. A folder that holds anything else is refused.
  ///   - optional: Names of further files that may be there and are gone afterwards.
  ///   - stop: Cancels the writing as long as the folder has not got its name.
  /// - Throws: `ShiftwrightError` when the place is taken, the disk refuses, or `stop` was
  ///   cancelled.
  public static func write(
    _ files: [OutputFile],
    _ streamed: [StreamedFile] = [],
    to path: String,
    replacingExisting: Bool,
    optional: [String] = [],
    stop: StopSignal? = nil
  ) throws(ShiftwrightError) {
    let destination = Destination(url: url(path), shown: path)
    let files = files.map { StreamedFile($0) } + streamed
    let isTaken = try destination.check(
      files.map(\.name) + optional,
      replacingExisting: replacingExisting
    )
    try checkNames(files)
    let writer = FolderWriter(target: destination.url, stop: stop)
    do {
      try writer.write(files)
      try writer.move(replacing: isTaken)
    } catch {
      writer.cleanUp()
      throw failure(error, path)
    }
  }

  /// Checks that files of these names may be written to `path`, before long work for them starts.
  ///
  /// Throws `ShiftwrightError` when the place is taken.
  public static func check(
    _ names: [String],
    at path: String,
    replacingExisting: Bool
  ) throws(ShiftwrightError) {
    _ = try Destination(url: url(path), shown: path)
      .check(names, replacingExisting: replacingExisting)
  }

  private static func url(_ path: String) -> URL {
    URL(fileURLWithPath: InputFile.trimmed(path)).standardizedFileURL.resolvingSymlinksInPath()
  }

  private static func checkNames(_ files: [StreamedFile]) throws(ShiftwrightError) {
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
