import Foundation
public import Workforce

/// Writes a single file as a whole, or not at all.
public enum AtomicFile {
  /// Writes a file beside its place and gives it its name at the end; a file of that name is replaced.
  ///
  /// - Parameters:
  ///   - bytes: The content.
  ///   - path: Where to; the folder must be there.
  /// - Throws: `ShiftwrightError` when the place is a folder, or the disk refuses.
  public static func write(_ bytes: [UInt8], to path: String) throws(ShiftwrightError) {
    guard !InputFile.isFolder(path) else {
      throw ShiftwrightError("\(path) is a folder.\nGive the name of a file.")
    }
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw ShiftwrightError(
        "\(path) cannot be written: \(error.localizedDescription)\n"
          + "Check the folder, the disk and their permissions, or choose another place."
      )
    }
  }
}
