public import Interchange
import Training
public import Workforce

/// A scenario as it was read from a folder or a database: values, findings, and the files themselves.
public struct LoadedScenario: Sendable {
  /// The values.
  public let inputs: PlanningInputs
  /// Warnings and notes, files named as in the folder.
  public let findings: [Diagnostic]
  /// The files' bytes, for the run folder.
  public let files: [OutputFile]

  /// Reads a folder or a database.
  ///
  /// Throws ``BadInput`` with every finding when there are errors.
  public init(_ place: String) throws {
    let (loaded, files) = try PlaceReader.load(place)
    guard var inputs = loaded.value else { throw BadInput(diagnostics: loaded.diagnostics) }
    inputs.skillSpans = SkillHolding(inputs).spans()
    let stages = StageOnDate(inputs.training)
    inputs.traineeSpans = inputs.employees.flatMap { person in
      stages.stages(of: person.id).map {
        TraineeSpan(employee: person.id, from: $0.from, until: $0.until, stage: $0.stage)
      }
    }
    self.inputs = inputs
    self.files = files
    let prefix = place.hasSuffix("/") ? place : place + "/"
    findings = loaded.diagnostics.map { finding in
      var named = finding
      if named.file.hasPrefix(prefix) { named.file.removeFirst(prefix.count) }
      return named
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
