import Foundation
import GLPKSolver
import Interchange
import Planning
import Workforce

/// A small published week in a run folder on the disk, made once.
enum PublishedWeek {
  private static let shared = Result {
    let options = try SampleOptions(people: 24, queues: 2, weeks: 4, seed: 42)
    let inputs = SampleScenario(options: options).inputs()
    let planner = WeekPlanner(
      inputs: inputs,
      findings: [],
      options: try PlanOptions(effort: 1, replications: 20),
      solver: GLPKSolver()
    )
    let plan = try planner.plan(SampleOptions.standardWeek)
    return try run(inputs: inputs, plan: plan, roster: plan.outcome.roster)
  }

  static func run() throws -> PublishedRun { try shared.get() }

  /// The same week with other inputs or another roster.
  static func run(inputs: PlanningInputs, roster: Roster) throws -> PublishedRun {
    let original = try run()
    return try write(
      inputs,
      ForecastFile.files(original.forecast) + [
        OutputFile(name: RequirementFile.name, text: RequirementFile.csv(original.requirement))
      ] + RunFiles.rosterFiles(roster)
    )
  }

  /// A plan of other inputs, with its roster or another.
  static func run(
    inputs: PlanningInputs,
    plan: WeekPlan,
    roster: Roster
  ) throws -> PublishedRun {
    let versions = RunFiles.Versions(shiftwright: "1", solver: "2")
    return try write(
      inputs,
      try RunFiles(plan: plan, scenarioFiles: [], versions: versions).files()
    )
  }

  private static func write(
    _ inputs: PlanningInputs,
    _ files: [OutputFile]
  ) throws -> PublishedRun {
    let scenario = try ScenarioFolder.files(for: inputs)
      .map { OutputFile(name: "inputs/\($0.name)", bytes: $0.bytes) }
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "published-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try AtomicFolder.write(files + scenario, to: folder, replacingExisting: false)
    return try PublishedRun(folder)
  }
}
