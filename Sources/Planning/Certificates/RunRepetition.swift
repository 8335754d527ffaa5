import Checking
import Forecasting
import Interchange
import Optimization
import Staffing
import Workforce

/// Makes everything of a run again that follows from other files of it, and compares.
struct RunRepetition {
  let run: PublishedRun
  let record: RunRecord
  let threads: Int
  let solver: any LinearSolver
  var found: Verification
  /// A file's bytes by its name; `nil` when there is none.
  let bytes: (String) -> [UInt8]?
  /// The channels without people of the forecast made again: its files do not tell them.
  var selfService: [SelfServiceForecast] = []

  var inputs: PlanningInputs { run.loaded.inputs }
  /// True after a repair, by what the record says of it.
  private var isRepaired: Bool { record.result.changedShifts != nil }

  /// Runs all stages; one that cannot be run is a difference, and the others follow.
  ///
  /// The roster is only made again when `plansAgain`.
  mutating func repeatAll(
    plansAgain: Bool,
    stop: StopSignal,
    progress: (@Sendable (StageProgress) -> Void)?
  ) throws {
    compareRecord()
    if isRepaired {
      try takeForecast()
    } else {
      do { try repeatForecast() } catch {
        found.note(ForecastFile.names[0], "cannot be made again: \(error)")
      }
      let need = try DeferredNeed(
        inputs: inputs,
        forecast: run.forecast,
        solver: solver
      )
      compare(
        OutputFile(name: RequirementFile.name, text: RequirementFile.csv(need.requirement))
      )
    }
    let check = repeatCheck()
    let planner = WeekPlanner(
      inputs: inputs,
      findings: [],
      options: try PlanOptions(
        seed: record.options.seed,
        threads: threads,
        replications: record.options.replications
      ),
      solver: solver
    )
    let simulation = try planner.simulate(run.roster, run.forecast, stop: stop, progress: progress)
    compare(OutputFile(name: SimulationFile.name, text: SimulationFile.csv(simulation)))
    compare(certificate(check: check, simulation: simulation))
    try repeatOnCall()
    if plansAgain {
      try planAgain(stop: stop, progress: progress)
    } else {
      found.takenAsGiven += ["the roster", "its bound", "report.html"]
    }
    found.takenAsGiven.append("timings")
  }

  /// Duties on call follow from the roster.
  private mutating func repeatOnCall() throws {
    guard !inputs.settings.labor.onCall.isEmpty else { return }
    let turns = try OnCallWeek(inputs, run.roster, solver: solver).turns
    compare(OutputFile(name: OnCallFile.name, bytes: OnCallFile.text(turns)))
  }

  /// What the record says against what follows from the rest of it.
  private mutating func compareRecord() {
    expect("week", record.week, run.roster.week.description)
    expect(
      "impossible_employees",
      record.result.impossibleEmployees,
      record.result.unrostered.count
    )
    let objective = record.result.objective
    let gap = record.result.bound.map { RosterOutcome.gap(of: objective, above: $0) }
    expect("gap", record.result.gap, gap)
    let listed = Set(record.outputs.map(\.file) + record.inputs.map(\.file))
    for name in [RosterChangesFile.name, "published_roster.csv"]
    where listed.contains(name) != isRepaired {
      found.note(
        RunRecord.fileName,
        isRepaired
          ? "speaks of a repair, but \(name) is not among its files"
          : "speaks of no repair, but \(name) is among its files"
      )
    }
  }

  mutating func expect<Value: Equatable>(_ name: String, _ said: Value, _ again: Value) {
    guard said != again else { return }
    found.note(RunRecord.fileName, "\(name) is \(said), recomputed \(again)")
  }

  mutating func compare(_ file: OutputFile) {
    guard record.outputs.contains(where: { $0.file == file.name }) else {
      found.note(RunRecord.fileName, "\(file.name) is not among its outputs")
      return
    }
    // a missing file was told when the hashes were compared
    guard let recorded = bytes(file.name) else { return }
    found.compare(
      file.name,
      recorded: String(decoding: recorded, as: UTF8.self),
      again: String(decoding: file.bytes, as: UTF8.self)
    )
  }

  /// Forecast and need of a repaired run come from the published one and what has changed since.
  private mutating func takeForecast() throws {
    found.takenAsGiven += ["forecast", "need"]
    selfService = try ForecastChannels(
      inputs: inputs,
      week: run.roster.week,
      threads: threads
    ).channels(of: run.forecast)
  }

  private mutating func repeatForecast() throws {
    let forecast = try ForecastBuilder(inputs: inputs, threads: threads)
      .forecast(run.roster.week)
    for file in ForecastFile.files(forecast) { compare(file) }
    selfService = forecast.selfService
  }

  /// People per queue, rules and cost.
  private mutating func repeatCheck() -> CheckReport {
    compare(RunFiles.rosterFiles(run.roster)[1])
    let pricing = run.coverPricing(threads: threads)
    let listed = record.result.contactPrices
    expect("hull_distance", listed?.compactMap(\.hullDistance) ?? [], pricing.hullDistances ?? [])
    let judge = RosterJudge(
      inputs: inputs,
      requirement: run.requirement,
      cover: pricing.given
    )
    let coverage = CoverageFile.csv(
      judge.coverage(run.roster),
      requirement: run.requirement,
      settings: inputs.settings
    )
    compare(OutputFile(name: CoverageFile.name, text: coverage))
    let check = judge.check(run.roster, impossible: record.result.unrostered)
    expect("violations", record.result.violations, check.violations.count)
    let objective = record.result.objective
    guard let costs = check.costs else {
      found.takenAsGiven.append("the cost, since the roster breaks rules that give it a meaning")
      return check
    }
    if abs(costs.total - objective) >= 0.01 {
      found.note(
        RunRecord.fileName,
        "the objective is \(objective), recomputed \(costs.total)"
      )
    }
    return check
  }

  private func certificate(check: CheckReport, simulation: SimulationResult) -> OutputFile {
    var forecast = run.forecast
    forecast.selfService = selfService
    let builder = CertificateBuilder(
      inputs: inputs,
      forecast: forecast,
      simulation: simulation,
      check: check,
      roster: run.roster
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
