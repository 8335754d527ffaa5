import Foundation
public import Workforce

/// Writes one file as a whole, or not at all.
public enum AtomicFile {
  /// Writes a file beside its place and gives it its name at the end.
  ///
  /// - Parameters:
  ///   - bytes: The content.
  ///   - path: Where to; a file that is there is replaced.
  /// - Throws: `ShiftwrightError` when the place cannot be written.
  public static func write(_ bytes: [UInt8], to path: String) throws(ShiftwrightError) {
    guard !InputFile.isFolder(path) else {
      throw ShiftwrightError("\(path) is a folder.\nGive the name of a file.")
    }
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw ShiftwrightError(
        "\(path) cannot be written: \(error.localizedDescription)\n"
          + "Check the disk and its permissions, or choose another place."
      )
    }
  }
}
