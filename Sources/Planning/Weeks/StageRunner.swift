import Checking
import Forecasting
import Foundation
public import Interchange
public import Optimization
import Staffing
public import Workforce

/// Runs single stages from the files of the one before.
public struct StageRunner: Sendable {
  private let loaded: LoadedScenario
  private var inputs: PlanningInputs { loaded.inputs }

  /// Takes a scenario.
  public init(loaded: LoadedScenario) { self.loaded = loaded }

  /// Forecasts a week from what was known before `day`, or before its Monday if that is earlier.
  public func forecast(
    _ week: ISOWeek,
    asOf day: LocalDate? = nil,
    threads: Int = 1
  ) throws -> Forecast {
    try ForecastBuilder(inputs: inputs, threads: threads)
      .forecast(week, dataBefore: min(day ?? week.monday, week.monday))
  }

  /// Reads a forecast, or makes one where no file is given.
  public func forecast(file: String?, or week: ISOWeek?) throws -> Forecast {
    if let file { return try value(of: ForecastFile.load(file, inputs: inputs)) }
    guard let week else {
      throw ShiftwrightError(
        "There is neither a forecast nor a week.\nGive --forecast a file, or --week a week."
      )
    }
    return try forecast(week)
  }

  /// The people needed for a forecast; the solver moves deferred work into valleys.
  public func requirement(_ forecast: Forecast, solver: any LinearSolver) throws -> Requirement {
    try DeferredNeed(inputs: inputs, forecast: forecast, solver: solver).requirement
  }

  /// Reads the people needed; `file` may be the folder that holds it.
  public func requirement(file: String) throws -> Requirement {
    try value(of: RequirementFile.load(path(file, RequirementFile.name), inputs: inputs))
  }

  /// Reads a roster; `file` may be the folder that holds it.
  public func roster(file: String) throws -> Roster {
    try value(of: RosterFile.load(path(file, "roster.csv"), inputs: inputs))
  }

  /// The path of a file that is named itself or by its folder.
  private func path(_ given: String, _ name: String) -> String {
    var isFolder: ObjCBool = false
    let exists = unsafe FileManager.default.fileExists(atPath: given, isDirectory: &isFolder)
    guard exists, isFolder.boolValue else { return given }
    return given + (given.hasSuffix("/") ? "" : "/") + name
  }

  /// Checks the rules on a roster file; its meetings are held when the roster says, where the scenario
  /// does not settle that.
  public func check(rosterFile: String) throws -> CheckReport {
    let roster = try roster(file: rosterFile)
    var inputs = inputs
    inputs.seatMeetings(of: roster)
    return RosterChecker(inputs: inputs).check(roster, requirement: nil)
  }

  /// Checks a roster that was just built.
  public func check(_ outcome: RosterOutcome, _ requirement: Requirement) -> CheckReport {
    RosterChecker(inputs: inputs).check(
      outcome.roster,
      requirement: requirement,
      impossible: outcome.impossible.map(\.employee)
    )
  }

  /// The names of the files that building a roster gives.
  public static let rosterFileNames = [
    "roster.csv", "roster.json", RequirementFile.name, CoverageFile.name,
  ]

  /// `roster.csv`, `roster.json`, `coverage.csv` and the requirement they were built for.
  public func files(_ outcome: RosterOutcome, _ requirement: Requirement) -> [OutputFile] {
    let coverage = RosterChecker(inputs: inputs).coverage(
      of: outcome.roster,
      requirement: requirement
    )
    return RunFiles.rosterFiles(outcome.roster) + [
      OutputFile(name: RequirementFile.name, text: RequirementFile.csv(requirement)),
      OutputFile(
        name: CoverageFile.name,
        text: CoverageFile.csv(coverage, requirement: requirement, settings: inputs.settings)
      ),
    ]
  }

  private func value<Value>(of loaded: Loaded<Value>) throws -> Value {
    guard let value = loaded.value else { throw BadInput(diagnostics: loaded.diagnostics) }
    return value
  }
}
