import Checking
import Forecasting
import Foundation
import Interchange
public import Optimization
import Staffing
public import Workforce

/// Verifies a run folder from its own files: every byte against the recorded hashes, then what
/// follows from the inputs by making it again.
///
/// Forecast and need are made again from the inputs; people per queue, check, simulation and
/// certificate from forecast and roster. The roster itself is not: that it is as good as the bound
/// says is what the bound is for.
public struct RunVerifier: Sendable {
  private let folder: String
  private let threads: Int
  private let solver: any LinearSolver

  /// Takes a run folder.
  public init(folder: String, threads: Int, solver: any LinearSolver) {
    self.folder = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    self.threads = threads
    self.solver = solver
  }

  /// Verifies everything.
  ///
  /// Throws when there is no run in the folder, and when `stop` is cancelled.
  public func verify(
    stop: StopSignal = StopSignal(),
    progress: (@Sendable (StageProgress) -> Void)? = nil
  ) throws -> Verification {
    var found = Verification()
    guard let text = text(Self.recordName) else {
      throw ShiftwrightError(
        "\(folder) has no \(Self.recordName): it is no run folder.\n"
          + "Give a folder that 'shiftwright plan' wrote."
      )
    }
    let record: RunRecord
    do {
      record = try RunRecord.read(text)
    } catch {
      found.note(Self.recordName, "cannot be read: \(error)")
      return found
    }
    if record.hash(of: text) != record.recordSha256 {
      found.note(Self.recordName, "its bytes are not those that its own hash was taken of")
    }
    compareFiles(record, &found)
    do {
      try repeatRun(record, &found, stop, progress)
    } catch {
      // files that were changed may not even be readable
      guard stop.reason != .cancelled else { throw error }
      found.note("the run", "cannot be made again: \(error)")
    }
    return found
  }

  private static let recordName = "run.json"

  private func text(_ name: String) -> String? {
    bytes(name).map { String(decoding: $0, as: UTF8.self) }
  }

  private func bytes(_ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: folder + "/" + name).map { Array($0) }
  }

  /// The recorded hashes against the files, and files that nobody recorded.
  private func compareFiles(_ record: RunRecord, _ found: inout Verification) {
    let inputs = record.inputs.map { (name: "inputs/\($0.file)", hash: $0.sha256) }
    let all = inputs + record.outputs.map { (name: $0.file, hash: $0.sha256) }
    for (name, hash) in all {
      guard let bytes = bytes(name) else {
        found.note(name, "the file is missing")
        continue
      }
      if OutputFile(name: name, bytes: bytes).sha256 == hash {
        found.confirmedFiles += 1
      } else {
        found.note(name, "its bytes are not those that \(Self.recordName) has the hash of")
      }
    }
    let known = Set(all.map(\.name) + [Self.recordName])
    for name in present().sorted() where !known.contains(name) {
      found.note(name, "\(Self.recordName) does not list the file")
    }
  }

  /// The files in the folder and its inputs.
  private func present() -> [String] {
    let manager = FileManager.default
    let names = { (path: String) -> [String] in
      guard let found = manager.enumerator(atPath: path) else { return [] }
      return found.compactMap { $0 as? String }
    }
    var isFolder: ObjCBool = false
    return names(folder).filter { name in
      let exists = unsafe manager.fileExists(
        atPath: folder + "/" + name,
        isDirectory: &isFolder
      )
      return exists && !isFolder.boolValue
    }
  }
}

extension RunVerifier {
  /// Makes everything again that follows from other files.
  private func repeatRun(
    _ record: RunRecord,
    _ found: inout Verification,
    _ stop: StopSignal,
    _ progress: (@Sendable (StageProgress) -> Void)?
  ) throws {
    let run = try PublishedRun(folder)
    // after a repair, forecast and need come from the published run and what has changed
    if record.result.changedShifts == nil { try repeatForecast(run, &found) }
    compare(RunFiles.rosterFiles(run.roster)[1], &found)
    let inputs = run.loaded.inputs
    let judge = RosterJudge(inputs: inputs, requirement: run.requirement)
    compare(
      OutputFile(
        name: CoverageFile.name,
        text: CoverageFile.csv(
          judge.coverage(run.roster),
          requirement: run.requirement,
          settings: inputs.settings
        )
      ),
      &found
    )
    let check = judge.check(run.roster, impossible: record.result.unrostered)
    if let costs = check.costs, abs(costs.total - record.result.objective) >= 0.01 {
      found.note(
        Self.recordName,
        "the objective is \(record.result.objective), recomputed \(costs.total)"
      )
    }
    let simulation = try simulation(run, record, stop, progress)
    compare(
      OutputFile(name: SimulationFile.name, text: SimulationFile.csv(simulation)),
      &found
    )
    compare(certificate(run, record, check: check, simulation: simulation), &found)
  }

  private func compare(_ file: OutputFile, _ found: inout Verification) {
    guard let recorded = text(file.name) else { return }
    found.compare(
      file.name,
      recorded: recorded,
      again: String(decoding: file.bytes, as: UTF8.self)
    )
  }

  private func repeatForecast(_ run: PublishedRun, _ found: inout Verification) throws {
    let inputs = run.loaded.inputs
    let forecast = try ForecastBuilder(inputs: inputs, threads: threads)
      .forecast(run.roster.week)
    for file in ForecastFile.files(forecast) { compare(file, &found) }
    let need = RequirementCalculator(settings: inputs.settings)
      .requirement(for: run.forecast)
    compare(
      OutputFile(name: RequirementFile.name, text: RequirementFile.csv(need)),
      &found
    )
  }

  private func simulation(
    _ run: PublishedRun,
    _ record: RunRecord,
    _ stop: StopSignal,
    _ progress: (@Sendable (StageProgress) -> Void)?
  ) throws -> SimulationResult {
    let planner = WeekPlanner(
      inputs: run.loaded.inputs,
      findings: [],
      options: try PlanOptions(
        seed: record.options.seed,
        threads: threads,
        replications: record.options.replications
      ),
      solver: solver
    )
    return try planner.simulate(run.roster, run.forecast, stop: stop, progress: progress)
  }

  private func certificate(
    _ run: PublishedRun,
    _ record: RunRecord,
    check: CheckReport,
    simulation: SimulationResult
  ) -> OutputFile {
    let builder = CertificateBuilder(
      inputs: run.loaded.inputs,
      forecast: run.forecast,
      simulation: simulation,
      check: check,
      week: run.roster.week
    )
    let outputs = record.outputs.map(\.file).filter { $0 != CertificateFile.name }
    let names = outputs + record.inputs.map { "inputs/\($0.file)" }
    let certificate = builder.certificate(
      objective: record.result.objective,
      bound: record.result.bound,
      versions: RunFiles.Versions(shiftwright: record.shiftwright, solver: record.solver),
      files: names.map { OutputFile(name: $0, bytes: bytes($0) ?? []) }
    )
    return OutputFile(name: CertificateFile.name, text: CertificateFile.json(certificate))
  }
}
