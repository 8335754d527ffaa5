import Foundation
public import Interchange
public import Workforce

/// A run folder that `plan` wrote: what was known, expected and published.
public struct PublishedRun: Sendable {
  /// The scenario, from the copies in the run.
  public let loaded: LoadedScenario
  /// What was expected.
  public let forecast: Forecast
  /// How many people that needed.
  public let requirement: Requirement
  /// The roster as it was published, also when edited by hand since.
  public let roster: Roster
  /// Price of a contact that misses its target, per queue; `nil` where people are priced by the
  /// need.
  let contactPrices: [Double]?
  /// The roster's file, for the new run folder.
  let rosterFile: OutputFile

  /// Reads a run folder.
  ///
  /// Throws ``BadInput`` with every finding when files have errors.
  public init(_ folder: String) throws {
    let root = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    guard FileManager.default.fileExists(atPath: root + "/inputs") else {
      throw ShiftwrightError.noRun(at: folder, without: "inputs/")
    }
    loaded = try LoadedScenario(root + "/inputs")
    let forecast = ForecastFile.load(root, inputs: loaded.inputs)
    let requirement = RequirementFile.load(
      root + "/" + RequirementFile.name,
      inputs: loaded.inputs
    )
    let roster = RosterFile.load(
      root + "/roster.csv",
      inputs: loaded.inputs,
      week: forecast.value.map { ISOWeek(containing: $0.grid.dates[0]) }
    )
    guard let expected = forecast.value, let need = requirement.value, let week = roster.value
    else {
      throw BadInput(
        diagnostics: forecast.diagnostics + requirement.diagnostics + roster.diagnostics
      )
    }
    let mondays = [expected.grid.dates[0], need.grid.dates[0]]
    guard mondays.allSatisfy({ $0 == week.week.monday }) else {
      throw ShiftwrightError(
        "\(folder) holds files of several weeks: the roster is for \(week.week), the forecast "
          + "begins on \(mondays[0]), the need on \(mondays[1]).\nGive the run folder of one week."
      )
    }
    self.forecast = expected
    self.requirement = need
    self.roster = week
    contactPrices = try RunRecord.contactPrices(
      in: root,
      queues: loaded.inputs.settings.queues.map(\.name)
    )
    let bytes = try Data(contentsOf: URL(filePath: root + "/roster.csv"))
    rosterFile = OutputFile(name: "published_roster.csv", bytes: Array(bytes))
  }

  /// Reads what has changed since.
  ///
  /// Throws ``BadInput`` with every finding when the file has errors.
  public func changes(file: String) throws -> ChangeRequest {
    let read = ChangesFile.load(file, inputs: loaded.inputs, week: roster.week)
    guard let changes = read.value else { throw BadInput(diagnostics: read.diagnostics) }
    return changes
  }

  /// The files that the new run was made from.
  ///
  /// - Parameters:
  ///   - absences: All absences, the new ones included.
  ///   - changesFile: The path of the changes file.
  /// - Returns: The scenario's files, the changes file and the published roster.
  /// - Throws: An error when the changes file cannot be read.
  public func inputFiles(absences: [Absence], changesFile: String) throws -> [OutputFile] {
    let changes = try Data(contentsOf: URL(filePath: changesFile))
    var files = loaded.files
    if absences != loaded.inputs.absences {
      let own = ScenarioFolder.absencesFile(absences)
      files.removeAll { $0.name == own.name }
      files.append(own)
    }
    return files + [OutputFile(name: ChangesFile.name, bytes: Array(changes)), rosterFile]
  }
}
