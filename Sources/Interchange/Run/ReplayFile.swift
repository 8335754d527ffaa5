public import Workforce

/// Recorded contacts to be played again: the form of `contacts.csv` with one row per contact, or a
/// trace as ``TraceFile`` writes it.
public enum ReplayFile {
  /// Columns that only a trace has.
  private static let traced = [
    "replication", "employee", "due", "work_seconds", "segment", "arrived_fraction",
    "due_fraction",
  ]

  /// Reads the contacts of a grid's days; what is wrong is told with its line.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - inputs: The scenario whose queues it names.
  ///   - grid: The days that are played; contacts of others are left out.
  /// - Returns: The contacts, or what is wrong.
  public static func load(
    _ path: String,
    inputs: PlanningInputs,
    grid: TimeGrid
  ) -> Loaded<PastContacts> {
    let findings = FileFindings(file: path)
    let contacts = InputFile.bytes(path, findings: findings, missing: .missingReplay).flatMap {
      read($0, inputs, grid, findings)
    }
    return Loaded(contacts, diagnostics: findings.diagnostics)
  }

  private static func read(
    _ bytes: [UInt8],
    _ inputs: PlanningInputs,
    _ grid: TimeGrid,
    _ findings: FileFindings
  ) -> PastContacts? {
    if isByInterval(bytes) {
      findings.report("form", line: 1, .replayByInterval)
      return nil
    }
    guard
      let table = CSVTable(
        bytes,
        required: SingleContactsFile.required,
        optional: SingleContactsFile.optional + traced,
        findings: findings
      )
    else { return nil }
    var reader = SingleContactsReader(replaying: table, inputs)
    reader.readRows()
    guard findings.errorCount == 0 else { return nil }
    if reader.otherReplications > 0 {
      findings.report(
        "replications",
        severity: .note,
        .otherReplications(reader.otherReplications)
      )
    }
    guard let replayed = reader.replayed else { return nil }
    replayed.report(to: findings)
    return contacts(replayed.queues, grid, findings)
  }

  /// Those of the grid's days; says how many are not.
  private static func contacts(
    _ all: [[PastContact]],
    _ grid: TimeGrid,
    _ findings: FileFindings
  ) -> PastContacts? {
    let inside = all.map {
      $0.filter { grid.start <= $0.record.arrived && $0.record.arrived < grid.end }
    }
    let counts = (all: all.reduce(0) { $0 + $1.count }, inside: inside.reduce(0) { $0 + $1.count })
    guard counts.inside > 0 else {
      let moments = all.flatMap { $0.map(\.record.arrived) }
      findings.report("no contacts", .noReplayInside(moments, grid))
      return nil
    }
    if counts.inside < counts.all {
      findings.report(
        "other days",
        severity: .note,
        .replayOutside(counts.all - counts.inside, grid)
      )
    }
    return PastContacts(queues: inside)
  }

  private static func isByInterval(_ bytes: [UInt8]) -> Bool {
    var scanner = CSVScanner(bytes)
    var fields: [CSVField] = []
    guard case .row = scanner.next(&fields) else { return false }
    return fields.map(scanner.text).contains("interval_start")
  }
}

extension Problem {
  fileprivate static let missingReplay = Problem(
    "the file is missing.",
    "Give a file with one row per contact; docs/reference/scenario-format.md shows an example."
  )

  fileprivate static let replayByInterval = Problem(
    "the file has one row per interval, so single contacts cannot be played again.",
    "Give one row per contact: queue, arrived, outcome, and where known wait_seconds and "
      + "handle_seconds."
  )

  fileprivate static func noReplayInside(_ moments: [Instant], _ grid: TimeGrid) -> Problem {
    let days = "\(grid.dates[0]) to \(grid.dates[grid.dates.count - 1])"
    guard let first = moments.min(), let last = moments.max() else {
      return Problem("the file has no contacts.", "Add the recorded contacts of \(days).")
    }
    let span = "\(grid.zone.local(at: first).date) to \(grid.zone.local(at: last).date)"
    return Problem(
      "its contacts are of \(span), none of \(days), the days of the roster.",
      "Give the contacts of these days, or a roster of the week in which they came."
    )
  }

  fileprivate static func otherReplications(_ count: Int) -> Problem {
    Problem(
      "\(count == 1 ? "1 row is" : "\(count) rows are") of further replications.",
      "The first one is played; they are left out."
    )
  }

  fileprivate static func replayOutside(_ count: Int, _ grid: TimeGrid) -> Problem {
    let contacts = count == 1 ? "1 contact is" : "\(count) contacts are"
    return Problem(
      "\(contacts) not of \(grid.dates[0]) to \(grid.dates[grid.dates.count - 1]).",
      "They are left out."
    )
  }
}
