import Foundation
public import Interchange
import Reporting
import Rostering
public import Workforce

/// The files of a run folder.
public struct RunFiles: Sendable {
  /// Versions that go into `run.json`.
  public struct Versions: Sendable {
    let shiftwright: String
    let solver: String

    /// Names the program's and the solver's version.
    public init(shiftwright: String, solver: String) {
      self.shiftwright = shiftwright
      self.solver = solver
    }
  }

  private let plan: WeekPlan
  private let scenarioFiles: [OutputFile]
  private let versions: Versions

  /// Takes a plan and the scenario's files as they were read.
  public init(plan: WeekPlan, scenarioFiles: [OutputFile], versions: Versions) {
    self.plan = plan
    self.scenarioFiles = scenarioFiles
    self.versions = versions
  }

  /// All files; `master` is the tour master's text, where asked for.
  public func files(master: String? = nil) throws(ShiftwrightError) -> [OutputFile] {
    var files = Self.rosterFiles(plan.outcome.roster)
    files += ForecastFile.files(plan.forecast)
    files.append(
      OutputFile(name: RequirementFile.name, text: RequirementFile.csv(plan.requirement))
    )
    files.append(
      OutputFile(
        name: CoverageFile.name,
        text: CoverageFile.csv(
          plan.coverage,
          requirement: plan.requirement,
          settings: plan.inputs.settings
        )
      )
    )
    files.append(
      OutputFile(name: SimulationFile.name, text: SimulationFile.csv(plan.simulation))
    )
    files.append(OutputFile(name: "report.html", text: plan.report.html()))
    if let master { files.append(OutputFile(name: "master.lp", text: master)) }
    if let revision = plan.revision {
      let text = RosterChangesFile.csv(
        revision.changes,
        clocks: PersonalClocks(plan.inputs)
      )
      files.append(OutputFile(name: RosterChangesFile.name, text: text))
    }
    let inputs = scenarioFiles.map { OutputFile(name: "inputs/\($0.name)", bytes: $0.bytes) }
    let record = RunRecord(plan, versions: versions, inputs: scenarioFiles, outputs: files)
    return try files + inputs + [OutputFile(name: "run.json", text: record.json())]
  }

  /// `roster.csv` and `roster.json`.
  public static func rosterFiles(_ roster: Roster) -> [OutputFile] {
    [
      OutputFile(name: "roster.csv", text: RosterFile.csv(roster)),
      OutputFile(name: "roster.json", text: RosterFile.json(roster)),
    ]
  }
}

/// What `run.json` says.
private struct RunRecord: Encodable {
  struct File: Encodable {
    let file: String
    let sha256: String

    init(_ output: OutputFile) {
      file = output.name
      sha256 = output.sha256
    }
  }

  struct Timing: Encodable {
    let threads: Int
    let secondsByStage: [Stage]
  }

  struct Stage: Encodable {
    let stage: String
    let seconds: Double
  }

  struct Options: Encodable {
    let seed: UInt64
    let effort: Int
    let replications: Int
    let strict: Bool
    let timeLimitSeconds: Double?
  }

  struct Result: Encodable {
    let objective: Double
    /// Nothing is proved about a repaired roster.
    let bound: Double?
    let gap: Double?
    let controllableGap: Double?
    let changedShifts: Int?
    let changedPeople: Int?
    let changePrice: Double?
    let violations: Int
    let impossibleEmployees: Int
    let stoppedBy: String?
  }

  let shiftwright: String
  let solver: String
  let week: String
  let options: Options
  let repeatable: Bool
  let result: Result
  let inputs: [File]
  let outputs: [File]
  let timings: Timing

  init(
    _ plan: WeekPlan,
    versions: RunFiles.Versions,
    inputs: [OutputFile],
    outputs: [OutputFile]
  ) {
    shiftwright = versions.shiftwright
    solver = versions.solver
    week = plan.week.description
    options = Options(
      seed: plan.seed,
      effort: plan.options.effort ?? Self.standardEffort(of: plan),
      replications: plan.simulation.replications,
      strict: plan.options.isStrict,
      timeLimitSeconds: plan.options.timeLimit?.inSeconds
    )
    repeatable = plan.isRepeatable
    result = Result(
      objective: plan.outcome.costs.total,
      bound: plan.revision == nil ? plan.outcome.bound : nil,
      gap: plan.revision == nil ? plan.outcome.gap : nil,
      controllableGap: plan.revision == nil ? plan.outcome.controllableGap : nil,
      changedShifts: plan.revision?.shiftChanges.count,
      changedPeople: plan.revision?.changedPeople.count,
      changePrice: plan.revision?.changePrice,
      violations: plan.check.violations.count,
      impossibleEmployees: plan.outcome.impossible.count,
      stoppedBy: plan.outcome.stopReason.map { $0 == .timeLimit ? "time limit" : "user" }
    )
    self.inputs = inputs.map(File.init)
    self.outputs = outputs.map(File.init)
    timings = Timing(
      threads: plan.options.threads,
      secondsByStage: plan.timings.map { Stage(stage: $0.stage, seconds: $0.seconds) }
    )
  }

  private static func standardEffort(of plan: WeekPlan) -> Int {
    let people = plan.outcome.roster.tours.count
    return plan.revision == nil
      ? RosterOptions.standardEffort(people: people)
      : RosterReoptimizer.standardEffort(people: people)
  }

  func json() throws(ShiftwrightError) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    do {
      return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    } catch {
      throw ShiftwrightError("run.json cannot be written: \(error)\nReport this with the scenario.")
    }
  }
}
