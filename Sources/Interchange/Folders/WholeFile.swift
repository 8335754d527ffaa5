import Foundation
import Workforce

/// Reads a large file without a second copy of it.
enum WholeFile {
  static func bytes(_ path: String) throws(ShiftwrightError) -> [UInt8] {
    do {
      let handle = try FileHandle(forReadingFrom: URL(filePath: path))
      let size = try handle.seekToEnd()
      try handle.seek(toOffset: 0)
      var bytes: [UInt8] = []
      bytes.reserveCapacity(Int(size))
      while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty { bytes += piece }
      try handle.close()
      return bytes
    } catch {
      throw ShiftwrightError(
        "\(path): the file cannot be read: \(error.localizedDescription)\n"
          + "Check the path and its permissions."
      )
    }
  }
}
