import Interchange
public import Workforce

/// Finds and reads what a center says of its future.
public enum CapacityReading {
  /// Reads a file, or capacity.yaml in a scenario's folder; defaults where there is none.
  ///
  /// - Parameters:
  ///   - path: The file; `nil` for the folder's.
  ///   - place: The scenario's folder or database; a database holds no such file.
  ///   - inputs: The scenario.
  /// - Returns: The assumptions, with warnings.
  /// - Throws: ``BadInput`` with everything that is wrong.
  public static func assumptions(
    _ path: String?,
    beside place: String,
    _ inputs: PlanningInputs
  ) throws -> (value: CapacityAssumptions, findings: [Diagnostic]) {
    let own = CapacityFile.isPresent(in: place) ? CapacityFile.path(in: place) : nil
    guard let file = path ?? own else { return (CapacityAssumptions(), []) }
    let loaded = CapacityFile.load(file, inputs: inputs)
    guard let value = loaded.value else { throw BadInput(diagnostics: loaded.diagnostics) }
    return (value, loaded.diagnostics)
  }
}
