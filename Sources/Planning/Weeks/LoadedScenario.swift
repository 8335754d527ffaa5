import Foundation
public import Interchange
public import Workforce

/// A scenario as it was read from a folder or a database: values, findings, and the files themselves.
public struct LoadedScenario: Sendable {
  /// The values.
  public let inputs: PlanningInputs
  /// Warnings and notes, files named as in the folder.
  public let findings: [Diagnostic]
  /// The files' bytes, for the run folder.
  public let files: [OutputFile]

  /// The roster that plans of the scenario begin with; `nil` for none.
  public let startRoster: Roster?

  /// The question that was asked of the scenario; `nil` for the scenario as it is.
  public let whatIf: WhatIf?

  /// Reads a folder or a database, makes the changes of a `whatif.yaml` in the folder, and takes the
  /// roster of a `start_roster.csv` there to begin with, as in the inputs of a run.
  ///
  /// Throws ``BadInput`` with every finding when there are errors.
  public init(_ place: String) throws {
    let start = "\(place)/\(RosterFile.startName)"
    var scenario = try Self.asItIs(place)
    if FileManager.default.fileExists(atPath: start) {
      scenario = try scenario.beginning(withRosterAt: start)
    }
    if let file = try WhatIfFile.present(in: place) {
      scenario = try scenario.asking(file, named: WhatIfFile.name)
    }
    self = scenario.settled(scenario.inputs.meetingTimes, files: scenario.files)
  }

  /// The same with times of meetings, which are classes from then on.
  func settled(_ times: [MeetingTime], files: [OutputFile]) -> LoadedScenario {
    var inputs = inputs
    inputs.meetingTimes = times
    inputs.seatMeetings()
    return LoadedScenario(
      inputs: inputs,
      findings: findings,
      files: files,
      startRoster: startRoster,
      whatIf: whatIf
    )
  }

  private static func asItIs(_ place: String) throws -> LoadedScenario {
    let (loaded, files) = try PlaceReader.load(place)
    guard var inputs = loaded.value else { throw BadInput(diagnostics: loaded.diagnostics) }
    inputs.deriveSpans()
    let prefix = place.hasSuffix("/") ? place : place + "/"
    let findings = loaded.diagnostics.map { finding in
      var named = finding
      if named.file.hasPrefix(prefix) { named.file.removeFirst(prefix.count) }
      return named
    }
    return LoadedScenario(
      inputs: inputs,
      findings: findings,
      files: files,
      startRoster: nil,
      whatIf: nil
    )
  }

  /// The scenario with a roster to begin with, a file of its own beside the others.
  ///
  /// - Parameter path: A `roster.csv` of a plan of the scenario, before any what-if.
  /// - Returns: The scenario with it.
  /// - Throws: ``BadInput`` with every finding when the file cannot be read.
  public func beginning(withRosterAt path: String) throws -> LoadedScenario {
    let read = RosterFile.load(path, inputs: inputs)
    guard let roster = read.value, let bytes = FileManager.default.contents(atPath: path) else {
      throw BadInput(diagnostics: read.diagnostics)
    }
    let note = Diagnostic(
      .note,
      file: RosterFile.startName,
      message: "The plan begins with this roster: people's weeks change where that is worth it.",
      suggestion: "Remove the file to plan from nothing."
    )
    return LoadedScenario(
      inputs: inputs,
      findings: findings + [note],
      files: files.filter { $0.name != RosterFile.startName }
        + [OutputFile(name: RosterFile.startName, bytes: Array(bytes))],
      startRoster: roster,
      whatIf: whatIf
    )
  }

  /// Reads files in memory as the inputs of a run are read.
  ///
  /// Throws ``BadInput`` with every finding when there are errors.
  init(files: [OutputFile]) throws {
    let folder = "inputs"
    let loaded = ScenarioFolder.load(files, named: folder)
    guard var inputs = loaded.value else { throw BadInput(diagnostics: loaded.diagnostics) }
    inputs.deriveSpans()
    inputs.seatMeetings()
    let findings = loaded.diagnostics.map { finding in
      var named = finding
      if named.file.hasPrefix(folder + "/") { named.file.removeFirst(folder.count + 1) }
      return named
    }
    self.init(inputs: inputs, findings: findings, files: files, startRoster: nil, whatIf: nil)
  }

  private init(
    inputs: PlanningInputs,
    findings: [Diagnostic],
    files: [OutputFile],
    startRoster: Roster?,
    whatIf: WhatIf?
  ) {
    self.inputs = inputs
    self.findings = findings
    self.files = files
    self.startRoster = startRoster
    self.whatIf = whatIf
  }

  /// The first week after everything that the histories hold.
  ///
  /// - Throws: `ShiftwrightError` when there is no history.
  public func weekAfterHistory() throws(ShiftwrightError) -> ISOWeek {
    guard let last = inputs.history.compactMap({ $0.records.last?.start }).max() else {
      throw ShiftwrightError(
        "The scenario has no history that says which week comes next.\nGive it: --week 2026-W10."
      )
    }
    return ISOWeek(containing: inputs.settings.zone.local(at: last).date).adding(weeks: 1)
  }

  /// The scenario after the changes of a what-if; the same where there are none.
  ///
  /// - Parameters:
  ///   - file: The file's bytes.
  ///   - path: What findings call it.
  /// - Returns: The scenario, its files with the what-if beside them.
  /// - Throws: ``BadInput`` with every finding when the file has errors.
  public func asking(_ file: [UInt8], named path: String) throws -> LoadedScenario {
    let read = WhatIfFile.read(file, named: path, inputs: inputs)
    guard let content = read.value else { throw BadInput(diagnostics: read.diagnostics) }
    let changed = WhatIfApplier(seed: inputs.settings.seed)
      .applied(content, to: inputs, file: path)
    guard changed.isSound else { throw BadInput(diagnostics: changed.findings) }
    guard !content.whatIf.changes.isEmpty else { return self }
    let asked = whatIf?.and(content.whatIf) ?? content.whatIf
    let bytes = whatIf == nil ? file : Array(WhatIfFile.text(asked).utf8)
    let notes = changed.words.map { words in
      Diagnostic(.note, file: WhatIfFile.name, message: "What if: \(words)", suggestion: "")
    }
    return LoadedScenario(
      inputs: changed.inputs,
      findings: findings + notes,
      files: files.filter { $0.name != WhatIfFile.name }
        + [OutputFile(name: WhatIfFile.name, bytes: bytes)],
      startRoster: startRoster,
      whatIf: asked
    )
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
