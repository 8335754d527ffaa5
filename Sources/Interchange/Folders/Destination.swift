import Foundation
import Workforce

/// The place where a folder is to be.
struct Destination {
  let url: URL
  /// The place as the user named it.
  let shown: String

  /// True when a folder is there that is to be replaced; throws when the place cannot be used.
  func check(_ files: [OutputFile], replacingExisting: Bool) throws(ShiftwrightError) -> Bool {
    guard FileManager.default.fileExists(atPath: url.path) else { return false }
    guard InputFile.isFolder(url.path) else {
      throw ShiftwrightError("\(shown) is a file.\nChoose another place, or remove it.")
    }
    let names = try entries()
    if names.isEmpty { return true }
    guard names.contains("run.json") || names.contains("scenario.yaml") else {
      throw ShiftwrightError(
        "\(shown) holds files that Shiftwright did not write.\n"
          + "Choose a new or empty folder."
      )
    }
    guard replacingExisting else {
      throw ShiftwrightError("\(shown) exists already.\nChoose another place, or remove it.")
    }
    try checkStrangers(names, files)
    return true
  }

  private func entries() throws(ShiftwrightError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
    } catch {
      throw ShiftwrightError(
        "\(shown) cannot be read: \(error.localizedDescription)\nChoose another place."
      )
    }
  }

  private func checkStrangers(_ names: [String], _ files: [OutputFile])
    throws(ShiftwrightError)
  {
    let written = files.compactMap { $0.name.split(separator: "/").first.map(String.init) }
    let known = Set(written + ScenarioFolder.fileNames + RunFolder.fileNames)
    guard let stranger = names.first(where: { !known.contains($0) }) else { return }
    throw ShiftwrightError(
      "\(shown) also holds '\(stranger)', which would be lost.\n"
        + "Move it away, or choose another place."
    )
  }
}
