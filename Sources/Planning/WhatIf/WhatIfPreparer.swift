import Foundation
public import Interchange
import Rostering
public import Workforce

/// Reads what-ifs against a scenario and makes a study of them.
public struct WhatIfPreparer: Sendable {
  /// A what-if that was read.
  public struct Read: Sendable {
    /// Its name.
    public var name: String
    /// The question.
    public var question: String
    /// What changes, a sentence each.
    public var words: [String]
    /// What should be known.
    public var notes: [Diagnostic]
    /// What a grid sets.
    var point: [String] = []
    /// The file.
    var file: OutputFile
  }

  /// Variants of a study whose runs get the effort of a plan where none is asked for.
  private static let mostAtWholeEffort = 12

  private let scenario: LoadedScenario
  private let week: ISOWeek?

  /// Takes a scenario, and the week that is looked at where it is known.
  public init(_ scenario: LoadedScenario, week: ISOWeek?) {
    self.scenario = scenario
    self.week = week
  }

  /// Reads files; `a.yaml+b.yaml` is one what-if with the changes of both.
  ///
  /// - Parameters:
  ///   - paths: The files.
  ///   - grid: What is varied besides; every what-if is asked at every point.
  /// - Returns: What they ask.
  /// - Throws: ``BadInput`` with everything that is wrong in any of them.
  public func read(_ paths: [String], grid: [WhatIfAxis] = []) throws -> [Read] {
    var findings: [Diagnostic] = []
    var reads: [Read] = []
    for path in paths {
      let isOne = FileManager.default.fileExists(atPath: path)
      let parts = isOne ? [path] : path.split(separator: "+").map(String.init)
      let loaded = parts.map { WhatIfFile.load($0, inputs: scenario.inputs) }
      findings += loaded.flatMap(\.diagnostics)
      let contents = loaded.compactMap(\.value)
      guard contents.count == parts.count, let first = contents.first else { continue }
      let bytes = parts.count == 1 ? FileManager.default.contents(atPath: parts[0]) : nil
      let whole = contents.dropFirst().reduce(first) { $0.and($1) }
      reads += points(of: whole, bytes.map(Array.init), path, grid, &findings)
    }
    if paths.isEmpty, !grid.isEmpty {
      let nothing = WhatIfFile.Content(whatIf: WhatIf(name: ""), lines: [])
      reads = points(of: nothing, nil, "--grid", grid, &findings)
    }
    findings += duplicates(reads)
    guard findings.allSatisfy({ $0.severity != .error }) else {
      throw BadInput(diagnostics: findings.filter { $0.severity == .error })
    }
    return reads
  }

  /// A what-if at all points of a grid; itself without one.
  private func points(
    of content: WhatIfFile.Content,
    _ bytes: [UInt8]?,
    _ path: String,
    _ grid: [WhatIfAxis],
    _ findings: inout [Diagnostic]
  ) -> [Read] {
    let points = WhatIfAxis.points(grid, settings: scenario.inputs.settings)
    return points.compactMap { point -> Read? in
      var asked = content
      if !point.values.isEmpty {
        let stem = content.whatIf.name.isEmpty ? "" : content.whatIf.name + "-"
        asked = content.and(
          WhatIfFile.Content(
            whatIf: WhatIf(name: point.name, changes: point.changes),
            lines: point.changes.map { _ in 1 }
          )
        )
        asked.whatIf.name = stem + point.name
      }
      let own = WhatIfApplier(seed: scenario.inputs.settings.seed, week: week)
        .applied(asked, to: scenario.inputs, file: path)
      findings += own.findings
      let text =
        bytes != nil && point.values.isEmpty
        ? bytes : Array(WhatIfFile.text(asked.whatIf).utf8)
      if bytes == nil || !point.values.isEmpty {
        findings += together(text ?? [], path, point.values.isEmpty ? "" : " with \(point.name)")
      }
      return Read(
        name: asked.whatIf.name,
        question: asked.whatIf.question,
        words: own.words,
        notes: own.findings.filter { $0.severity != .error },
        point: point.values,
        file: OutputFile(name: "tasks/\(asked.whatIf.name).yaml", bytes: text ?? [])
      )
    }
  }

  /// What is wrong with files and values of a grid together, each of which is sound.
  private func together(_ text: [UInt8], _ path: String, _ point: String) -> [Diagnostic] {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return WhatIfFile.read(text, named: name, inputs: scenario.inputs).diagnostics
      .filter { $0.severity == .error }
      .map { finding in
        var finding = finding
        finding.file = path + point
        finding.line = nil
        return finding
      }
  }

  /// The effort of every run where none is asked for: that of a plan, a third of it for many runs.
  private func standardEffort(runs: Int, _ options: PlanOptions) -> Int {
    let people = scenario.inputs.employees.count
    let isService = options.cover ?? scenario.inputs.settings.costs.cover == .service
    let whole =
      isService
      ? TargetRounds.standardEffort(people: people) : RosterOptions.standardEffort(people: people)
    return runs > Self.mostAtWholeEffort ? max(1, whole / 3) : whole
  }

  private func duplicates(_ reads: [Read]) -> [Diagnostic] {
    var seen: Set<String> = []
    return reads.filter { !seen.insert($0.name).inserted }.map { read in
      Diagnostic(
        .error,
        file: read.file.name,
        message: "a second what-if has the name '\(read.name)'.",
        suggestion: "Give every what-if a name of its own."
      )
    }
  }

  /// The files of a study of what-ifs.
  ///
  /// - Parameters:
  ///   - reads: The what-ifs.
  ///   - axes: What a grid varies.
  ///   - week: The week.
  ///   - options: How weeks are planned; without an effort, that which the scenario's size asks for.
  ///   - isWarm: Whether the scenario and its variants go on from a roster of the scenario as it is.
  ///   - versions: The program.
  /// - Returns: `study.json`, the scenario's files and those of the variants.
  /// - Throws: `ShiftwrightError` when there are too many.
  public func study(
    _ reads: [Read],
    axes: [WhatIfAxis],
    week: ISOWeek,
    options: PlanOptions,
    isWarm: Bool,
    versions: RunFiles.Versions
  ) throws -> [OutputFile] {
    let own = isWarm ? [WhatIfStudy.start, WhatIfStudy.base] : [WhatIfStudy.base]
    let most = WhatIfStudy.most - own.count
    guard reads.count <= most else {
      throw ShiftwrightError(
        "\(reads.count) variants are asked for, but \(most) is the most.\n"
          + "Take wider steps in --grid, or several studies."
      )
    }
    let effort = options.effort ?? standardEffort(runs: reads.count, options)
    let inputs = scenario.files.map { OutputFile(name: "inputs/\($0.name)", bytes: $0.bytes) }
    let files = inputs + reads.map(\.file)
    let study = WhatIfStudy(
      shiftwright: versions.shiftwright,
      week: week,
      seed: options.seed ?? scenario.inputs.settings.seed,
      effort: effort,
      options: options,
      isWarm: isWarm,
      axes: axes.map(\.name),
      tasks: (own.map { ($0, []) } + reads.map { ($0.name, $0.point) }).enumerated().map {
        WhatIfStudy.Task(task: $0 + 1, name: $1.0, point: $1.1)
      },
      files: Dictionary(files.map { ($0.name, $0.sha256) }) { first, _ in first }
    )
    return try [OutputFile(name: WhatIfStudy.fileName, text: study.json())] + files
  }
}

extension WhatIfFile.Content {
  /// This and then the changes of another.
  func and(_ other: Self) -> Self {
    Self(whatIf: whatIf.and(other.whatIf), lines: lines + other.lines)
  }
}
