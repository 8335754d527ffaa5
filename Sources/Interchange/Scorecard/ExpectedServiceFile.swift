public import Workforce

/// The week's service in the `simulation.csv` of a run folder.
public enum ExpectedServiceFile {
  private static let required = [
    "queue", "scope", "start", "service_level", "service_level_low", "service_level_high",
  ]

  /// Reads the weeks of all queues; a run of a what-if is refused.
  ///
  /// - Parameter run: The run folder, as the user named it.
  /// - Returns: One entry per queue; or everything that is wrong.
  public static func load(_ run: String) -> Loaded<[ExpectedService]> {
    let asked = InputFile.trimmed(run) + "/inputs/" + WhatIfFile.name
    guard !InputFile.exists(asked) else {
      let findings = FileFindings(file: asked)
      findings.report("what-if", .runOfWhatIf)
      return Loaded(nil, diagnostics: findings.diagnostics)
    }
    let path = InputFile.trimmed(run) + "/" + SimulationFile.name
    let findings = FileFindings(file: path)
    guard let bytes = InputFile.bytes(path, findings: findings, missing: .missingSimulation),
      var table = CSVTable(
        bytes,
        required: required,
        optional: SimulationFile.columns.filter { !required.contains($0) },
        findings: findings
      )
    else { return Loaded(nil, diagnostics: findings.diagnostics) }
    let (scope, start, queue) = (
      table.column("scope"), table.column("start"), table.column("queue")
    )
    let shares = ["service_level", "service_level_low", "service_level_high"].map(table.column)
    var found: [ExpectedService] = []
    while table.next() {
      guard table.text(scope) == "week" else { continue }
      let week = table.value(start, .isoWeek)
      let name = table.value(queue, .text)
      let values = shares.compactMap { table.value($0, .share)?.value }
      guard let week, let name, values.count == 3 else { continue }
      found.append(
        ExpectedService(
          run: run,
          week: week,
          queue: name,
          share: values[0],
          low: values[1],
          high: values[2]
        )
      )
    }
    if found.isEmpty, findings.errorCount == 0 { findings.report("no week", .noWeekRow) }
    return Loaded(found, diagnostics: findings.diagnostics)
  }
}
