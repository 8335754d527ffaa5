import Foundation
import Workforce

/// The place where a folder is to be.
struct Destination {
  let url: URL
  /// The place as the user named it.
  let shown: String

  /// True when a folder is there that is to be replaced; throws when the place cannot be used.
  func check(_ files: [String], replacingExisting: Bool) throws(ShiftwrightError) -> Bool {
    guard FileManager.default.fileExists(atPath: url.path) else { return false }
    guard InputFile.isFolder(url.path) else {
      throw ShiftwrightError("\(shown) is a file.\nChoose another place, or remove it.")
    }
    let names = try entries()
    if names.isEmpty { return true }
    let written = Set(files.compactMap { $0.split(separator: "/").first.map(String.init) })
    let isKnown = !Self.marks.isDisjoint(with: names) || written.isSuperset(of: names)
    guard isKnown else {
      throw ShiftwrightError(
        "\(shown) holds files that Shiftwright did not write.\n"
          + "Choose a new or empty folder."
      )
    }
    guard replacingExisting else {
      throw ShiftwrightError("\(shown) exists already.\nChoose another place, or remove it.")
    }
    try checkLosses(names, written)
    return true
  }

  /// Files that only scenario and run folders hold.
  private static let marks: Set = ["run.json", "scenario.yaml", BacktestFolder.mark]

  private func entries() throws(ShiftwrightError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
    } catch {
      throw ShiftwrightError(
        "\(shown) cannot be read: \(error.localizedDescription)\nChoose another place."
      )
    }
  }

  /// A run may replace a run, a backtest a backtest; all other files replace only files of their
  /// own names.
  private func checkLosses(_ names: [String], _ written: Set<String>) throws(ShiftwrightError) {
    let isRun = written.contains("run.json") && names.contains("run.json")
    let known = isRun ? written.union(RunFolder.fileNames) : written
    let mark = BacktestFolder.mark
    let isBacktest = written.contains(mark) && names.contains(mark)
    let lost = names.first { !known.contains($0) && !(isBacktest && BacktestFolder.owns($0)) }
    guard let lost else { return }
    throw ShiftwrightError(
      "\(shown) also holds '\(lost)', which would be lost.\n"
        + "Move it away, or choose another place."
    )
  }
}
