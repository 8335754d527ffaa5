import Interchange
import Workforce

extension RunRepetition {
  /// Plans the week again from the inputs with the recorded options, and compares what the other
  /// stages took as given: the roster, its bound, the prices and the report.
  mutating func planAgain(
    stop: StopSignal,
    progress: (@Sendable (StageProgress) -> Void)?
  ) throws {
    let planner = WeekPlanner(
      inputs: inputs,
      findings: run.loaded.findings,
      options: try PlanOptions(
        seed: record.options.seed,
        effort: record.options.effort,
        threads: threads,
        replications: record.options.firstReplications ?? record.options.replications,
        halfWidth: record.options.halfWidth,
        isStrict: record.options.strict,
        cover: record.options.cover.flatMap(CoverBasis.init(rawValue:))
      ),
      solver: solver,
      beginningWith: run.loaded.startRoster
    )
    let plan = try planner.plan(run.roster.week, stop: stop, progress: progress)
    let hasMaster = record.outputs.contains { $0.file == "master.lp" }
    let files = try RunFiles(
      plan: plan,
      scenarioFiles: run.loaded.files,
      versions: RunFiles.Versions(shiftwright: record.shiftwright, solver: record.solver)
    ).files(master: hasMaster ? try planner.masterText(plan, stop: stop) : nil)
    let known = Set(found.repeatedFiles + found.differences.map(\.file) + [RunRecord.fileName])
    for file in files where !known.contains(file.name) && !file.name.hasPrefix("inputs/") {
      compare(file)
    }
    expect("bound", record.result.bound, plan.outcome.bound)
    expect("contact_prices", record.result.contactPrices?.map(\.price), plan.contactPrices)
  }
}

extension RunRecord {
  /// Why the week cannot be planned again from the folder; `nil` when it can.
  var reasonNotToPlanAgain: String? {
    if result.changedShifts != nil {
      return "The roster was repaired from a published one.\n"
        + "Leave out --replan here, and verify the published run with it."
    }
    if !repeatable {
      return "The clock ended the search for this roster, so that no other run finds the same.\n"
        + "Leave out --replan, or plan the week again with --effort in place of --time-limit."
    }
    return nil
  }
}
