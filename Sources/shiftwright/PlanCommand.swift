import ArgumentParser
import GLPKSolver
import Interchange
import Planning
import Reporting
import Workforce

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Plan a week: forecast, need, roster, check, simulation, report."
  )

  @Argument(help: "The scenario's folder or database.")
  var scenario: String

  @OptionGroup var weekOption: WeekOption

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Weeks in a row, 1 to 13, each after the weeks before it: a run folder per week, and what they come to"
        + " together.",
      valueName: "number"
    )
  )
  var weeks = 1

  @Option(help: ArgumentHelp("The run folder to write.", valueName: "dir"))
  var out: String

  @OptionGroup var common: RunOptions
  @OptionGroup var simulation: SimulationArguments
  @OptionGroup var precision: PrecisionOptions
  @OptionGroup var optimizer: OptimizerOptions

  @Option(
    help: ArgumentHelp(
      "What people at work are worth: 'service' by the contacts that would miss their target, at prices"
        + " at which the targets are met in simulation; 'need' by the people missing from the need. The"
        + " scenario's costs.cover when left out.",
      valueName: "basis"
    ),
    transform: Reading.cover
  )
  var cover: CoverBasis?

  @OptionGroup var snapshots: SnapshotOptions

  func validate() throws {
    _ = try options()
    try Reading.options { () throws(ShiftwrightError) in try HorizonPlanner.check(weeks) }
  }

  func run() throws {
    try Console.run { stop in
      guard weeks == 1 else {
        try planWeeks(stop)
        return
      }
      try AtomicFolder.check(RunFolder.fileNames, at: out, replacingExisting: true)
      let loaded = try LoadedScenario(scenario)
        .settlingMeetings(of: weekOption.week, threads: try options().threads, solver: GLPKSolver())
      let planner = WeekPlanner(
        inputs: loaded.inputs,
        findings: loaded.findings,
        options: try options(),
        solver: GLPKSolver(),
        beginningWith: loaded.startRoster
      )
      let plan = try loaded.explainingRefusal(of: weekOption.week, stop) {
        try planner.plan(weekOption.week, stop: stop, progress: Console.show)
      }
      let master = optimizer.writeLp ? try planner.masterText(plan, stop: stop) : nil
      let files = try RunFiles(plan: plan, scenarioFiles: loaded.files, versions: .current)
        .files(master: master)
      try AtomicFolder.write(files, to: out, replacingExisting: true, stop: stop)
      Console.say(plan.summary(in: out))
      let kept = try snapshots.keep(plan.forecast, of: loaded, in: scenario, stop: stop)
      if let kept { Console.say(kept) }
      if !plan.isUsable { throw ExitCode(2) }
    }
  }

  /// Plans weeks in a row.
  private func planWeeks(_ stop: StopSignal) throws {
    let first = weekOption.week
    let names = HorizonPlanner.names(from: first, count: weeks)
    try AtomicFolder.check(names, at: out, replacingExisting: true)
    let loaded = try LoadedScenario(scenario)
    let planner = try HorizonPlanner(
      loaded,
      weeks: weeks,
      options: try options(),
      solver: GLPKSolver(),
      versions: .current,
      writesMaster: optimizer.writeLp
    )
    let outcome = try planner.plan(from: first, stop: stop, progress: Console.show) {
      scenario,
      week,
      body in
      try scenario.explainingRefusal(of: week, stop, body)
    }
    try AtomicFolder.write(outcome.files, to: out, replacingExisting: true, optional: names)
    Console.say(outcome.text(in: out))
    for kept in outcome.forecasts {
      let line = try snapshots.keep(
        kept.forecast,
        of: kept.scenario,
        in: scenario,
        stop: StopSignal()
      )
      if let line { Console.say(line) }
    }
    if let end = outcome.result.end { Console.fail(end) }
    if stop.reason == .cancelled { throw ExitCode.failure }
    if outcome.result.end != nil || outcome.result.weeks.contains(where: { !$0.isUsable }) {
      throw ExitCode(2)
    }
  }

  private func options() throws -> PlanOptions {
    try common.planOptions(
      work: optimizer.work,
      replications: simulation.replications,
      halfWidth: precision.halfWidth,
      isStrict: optimizer.strict,
      cover: cover
    )
  }
}

extension RunFiles.Versions {
  /// This program and the solver it is linked with.
  static var current: RunFiles.Versions {
    RunFiles.Versions(shiftwright: Shiftwright.version, solver: "GLPK \(GLPKSolver.version)")
  }
}

extension WeekPlan {
  /// What the terminal says of a plan whose files lie in a folder.
  func summary(in folder: String) -> String {
    let path = folder.hasSuffix("/") ? folder : folder + "/"
    return PlanSummary(report: report, timings: timings, location: path + "report.html").text()
  }
}
