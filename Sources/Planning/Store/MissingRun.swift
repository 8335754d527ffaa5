import Foundation
import Workforce

extension ShiftwrightError {
  /// What is said of a path at which no run folder is, for want of one of its files.
  static func noRun(at folder: String, without file: String) -> ShiftwrightError {
    let advice = "Give a folder that 'shiftwright plan' wrote."
    guard FileManager.default.fileExists(atPath: folder) else {
      return ShiftwrightError("\(folder): there is no such folder.\n\(advice)")
    }
    return ShiftwrightError("\(folder) has no \(file): it is no run folder.\n\(advice)")
  }
}
