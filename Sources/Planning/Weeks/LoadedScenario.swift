import Foundation
public import Interchange
import Training
public import Workforce

/// A scenario folder as it was read: values, findings, and the files themselves.
public struct LoadedScenario: Sendable {
  /// The values.
  public let inputs: PlanningInputs
  /// Warnings and notes, files named as in the folder.
  public let findings: [Diagnostic]
  /// The files' bytes, for the run folder.
  public let files: [OutputFile]

  /// Reads a folder.
  ///
  /// Throws ``BadInput`` with every finding when there are errors.
  public init(_ folder: String) throws {
    let loaded = ScenarioFolder.load(folder)
    guard var inputs = loaded.value else { throw BadInput(diagnostics: loaded.diagnostics) }
    inputs.skillSpans = SkillHolding(inputs).spans()
    self.inputs = inputs
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    findings = loaded.diagnostics.map { finding in
      var named = finding
      if named.file.hasPrefix(prefix) { named.file.removeFirst(prefix.count) }
      return named
    }
    let root = URL(filePath: folder)
    files = try ScenarioFolder.fileNames.compactMap { name -> OutputFile? in
      let url = root.appending(path: name)
      guard FileManager.default.fileExists(atPath: url.path) else { return nil }
      return OutputFile(name: name, bytes: Array(try Data(contentsOf: url)))
    }
  }
}

/// The user's files have errors; nothing was done.
public struct BadInput: Error, CustomStringConvertible {
  /// Every finding.
  public let diagnostics: [Diagnostic]

  /// Takes the findings.
  public init(diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  /// All findings, the errors first, then their count.
  public var description: String {
    let errors = diagnostics.filter { $0.severity == .error }
    let count = errors.count == 1 ? "1 error" : "\(errors.count) errors"
    let rest = diagnostics.filter { $0.severity != .error }
    return (errors + rest).map(\.description).joined(separator: "\n")
      + "\n\(count). Nothing was written."
  }
}
