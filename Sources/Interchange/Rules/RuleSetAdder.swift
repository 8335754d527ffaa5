import Foundation
public import Workforce

/// Copies a file of rules into a scenario and names it there.
public struct RuleSetAdder {
  private let folder: String

  /// Makes an adder for a scenario's folder.
  public init(folder: String) { self.folder = InputFile.trimmed(folder) }

  /// Writes the file beside `scenario.yaml` and its name into it; comments and all else stay.
  ///
  /// - Parameter set: What to add.
  /// - Returns: Warnings of the scenario as it is now.
  /// - Throws: `ShiftwrightError` when the scenario cannot take it; nothing is changed then.
  public func add(_ set: ShippedRuleSet) throws(ShiftwrightError) -> [Diagnostic] {
    guard InputFile.isFolder(folder) else { throw noFolder }
    let path = "\(folder)/\(set.fileName)"
    let files = try present()
    guard let scenario = files.first(where: { $0.name == "scenario.yaml" }) else {
      throw ShiftwrightError("\(folder)/scenario.yaml is missing.\nGive the folder of a scenario.")
    }
    let isNamed = RuleSetFile.names(in: scenario.bytes).contains(set.fileName)
    guard !InputFile.exists(path) else { throw taken(path, set, isNamed: isNamed) }
    let text =
      isNamed
      ? String(decoding: scenario.bytes, as: UTF8.self)
      : try RuleSetLine(scenario.bytes).adding(set.fileName)
    let changed =
      [OutputFile(name: set.fileName, bytes: set.bytes)]
      + files.map { file in
        file.name == scenario.name ? OutputFile(name: file.name, text: text) : file
      }
    let loaded = ScenarioFolder.load(changed, named: folder)
    guard loaded.value != nil else {
      let errors = loaded.errors.map(\.description).joined(separator: "\n")
      throw ShiftwrightError(
        "\(errors)\nNothing was changed: correct this, then add \(set.rawValue) again."
      )
    }
    try write(set, path: path, scenario: text)
    return loaded.diagnostics
  }

  private var noFolder: ShiftwrightError {
    let advice =
      InputFile.exists(folder)
      ? "Of a database make one with 'db export', add the rules there, and import it with --replace."
      : "Give the folder of a scenario, one that holds scenario.yaml."
    return ShiftwrightError("\(folder) is no folder.\n\(advice)")
  }

  private func taken(_ path: String, _ set: ShippedRuleSet, isNamed: Bool) -> ShiftwrightError {
    let advice =
      isNamed
      ? "scenario.yaml uses it: edit that file, or move it away to have the shipped one again."
      : "Write rule_sets: [\(set.fileName)] into scenario.yaml to use it, or move it away."
    return ShiftwrightError("\(path) exists already.\n\(advice)")
  }

  private func present() throws(ShiftwrightError) -> [OutputFile] {
    do {
      return try ScenarioFolder.present(in: folder)
    } catch {
      throw ShiftwrightError(
        "\(folder) cannot be read: \(error.localizedDescription)\nCheck its files and permissions."
      )
    }
  }

  /// The rules first: a scenario that names a file which is not there cannot be read.
  private func write(_ set: ShippedRuleSet, path: String, scenario: String)
    throws(ShiftwrightError)
  {
    try AtomicFile.write(set.bytes, to: path)
    do throws(ShiftwrightError) {
      try AtomicFile.write(Array(scenario.utf8), to: "\(folder)/scenario.yaml")
    } catch {
      try remove(path, after: error)
      throw error
    }
  }

  private func remove(_ path: String, after failure: ShiftwrightError) throws(ShiftwrightError) {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      throw ShiftwrightError("\(failure.message)\n\(path) was written and is not used; remove it.")
    }
  }
}
