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
    files.append(OutputFile(name: "report.html", text: report.html()))
    if !plan.inputs.settings.labor.onCall.isEmpty {
      files.append(OutputFile(name: OnCallFile.name, bytes: OnCallFile.text(plan.onCall)))
    }
    if let master { files.append(OutputFile(name: "master.lp", text: master)) }
    if let revision = plan.revision {
      let text = RosterChangesFile.csv(
        revision.changes,
        clocks: PersonalClocks(plan.inputs)
      )
      files.append(OutputFile(name: RosterChangesFile.name, text: text))
    }
    let inputs = scenarioFiles.map { OutputFile(name: "inputs/\($0.name)", bytes: $0.bytes) }
    files.append(certificate(of: files + inputs))
    let record = RunRecord(plan, versions: versions, inputs: scenarioFiles, outputs: files)
    return try files + inputs + [OutputFile(name: RunRecord.fileName, text: record.json())]
  }

  /// The report with what explains the roster most.
  private var report: PlanReport {
    var report = plan.report
    do throws(ShiftwrightError) {
      report.highlights = try PlanHighlights(plan: plan).highlights()
    } catch {
      report.highlightsProblem = error.message
    }
    return report
  }

  /// `certificate.json`.
  private func certificate(of files: [OutputFile]) -> OutputFile {
    let builder = CertificateBuilder(
      inputs: plan.inputs,
      forecast: plan.forecast,
      simulation: plan.simulation,
      check: plan.check,
      roster: plan.outcome.roster
    )
    let certificate = builder.certificate(
      objective: plan.outcome.costs.total,
      bound: plan.revision == nil ? plan.outcome.bound : nil,
      versions: versions,
      files: files
    )
    return OutputFile(name: CertificateFile.name, text: CertificateFile.json(certificate))
  }

  /// `roster.csv` and `roster.json`.
  public static func rosterFiles(_ roster: Roster) -> [OutputFile] {
    [
      OutputFile(name: "roster.csv", text: RosterFile.csv(roster)),
      OutputFile(name: "roster.json", text: RosterFile.json(roster)),
    ]
  }
}
