import Checking
import Foundation
import Interchange
import Storage
public import Workforce

/// Publishes rosters of runs in a database, compares them and takes them back.
public struct RosterPublisher: Sendable {
  /// What came of publishing.
  public enum Outcome: Sendable {
    /// It holds from now on; the run knows of so many absences that the database does not.
    case published(version: Int, week: ISOWeek, mark: AuditMark, newAbsences: Int)
    /// It holds already.
    case unchanged(version: Int, week: ISOWeek)
    /// It breaks rules, as the database has people today; nothing was written.
    case refused(CheckReport, currency: String)
  }

  private let database: CenterDatabase

  /// Works on a database.
  public init(_ database: CenterDatabase) { self.database = database }

  /// Publishes the roster of a run after checking it against what the database knows now, and the
  /// absences that the run knows besides, such as sick calls.
  ///
  /// - Parameter folder: The run folder.
  /// - Returns: The version, or the rules that it breaks.
  /// - Throws: ``BadInput`` when the roster does not fit the scenario; `ShiftwrightError` when the folder
  ///   holds no run, or its roster was changed since.
  public func publish(_ folder: String) throws -> Outcome {
    let root = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    let (record, hash) = try record(root)
    var inputs = try LoadedScenario(database.path).inputs
    let scenario = try LoadedScenario(root + "/inputs")
    guard scenario.whatIf == nil else {
      throw ShiftwrightError(
        "\(folder) answers a what-if: its roster may count on people and rules that do not exist.\n"
          + "Change the scenario itself, plan the week, and publish that run."
      )
    }
    let ofRun = scenario.inputs
    let known = KnownAbsences(today: inputs.absences, run: ofRun.absences)
    inputs.absences = known.absences
    let roster = try roster(root + "/roster.csv", of: ofRun, today: inputs)
    inputs.seatMeetings(of: roster)
    let check = RosterChecker(inputs: inputs).check(
      roster,
      requirement: nil,
      impossible: record.result.unrostered
    )
    guard check.isClean else { return .refused(check, currency: inputs.settings.currency) }
    let (version, mark) = try database.open { store throws(ShiftwrightError) in
      try store.publish(
        roster,
        runHash: hash,
        program: record.shiftwright,
        by: database.actor
      )
    }
    return mark.map {
      .published(version: version, week: roster.week, mark: $0, newAbsences: known.new)
    }
      ?? .unchanged(version: version, week: roster.week)
  }

  /// The roster on the clocks of its run, if it fits the scenario of today too.
  private func roster(_ file: String, of run: PlanningInputs, today: PlanningInputs) throws
    -> Roster
  {
    let (fitting, own) = (RosterFile.load(file, inputs: today), RosterFile.load(file, inputs: run))
    guard fitting.value != nil, let roster = own.value else {
      throw BadInput(
        diagnostics: fitting.value == nil ? fitting.diagnostics : own.diagnostics
      )
    }
    return roster
  }

  /// Reads the record of a run whose roster is as it was written.
  private func record(_ root: String) throws -> (record: RunRecord, hash: [UInt8]) {
    guard let bytes = FileManager.default.contents(atPath: "\(root)/\(RunRecord.fileName)") else {
      throw ShiftwrightError.noRun(at: root, without: RunRecord.fileName)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let record: RunRecord
    do { record = try RunRecord.read(text) } catch {
      throw ShiftwrightError(
        "\(root)/\(RunRecord.fileName) is no record that this version reads.\n"
          + "Plan the week again with it."
      )
    }
    let inputs = record.inputs.map { (name: "inputs/\($0.file)", hash: $0.sha256) }
    let roster = record.outputs.filter { $0.file == "roster.csv" }.map { ($0.file, $0.sha256) }
    let isWhole = (inputs + roster).allSatisfy { name, hash in
      let bytes = FileManager.default.contents(atPath: "\(root)/\(name)").map { Array($0) }
      return bytes.map { OutputFile(name: name, bytes: $0).sha256 } == hash
    }
    guard record.hash(of: text) == record.recordSha256, isWhole, !roster.isEmpty,
      let mark = AuditMark("1:" + record.recordSha256)
    else {
      throw ShiftwrightError(
        "\(root) is not as it was written: its inputs, roster.csv or \(RunRecord.fileName) were changed.\n"
          + "Publish what 'plan' or 'reoptimize' wrote; 'shiftwright verify \(root)' says more."
      )
    }
    return (record, mark.hash)
  }

  /// The rosters that were published.
  ///
  /// - Parameter week: One week; all when left out.
  /// - Returns: The versions, by week and number.
  /// - Throws: `ShiftwrightError` when the database cannot be read.
  public func versions(of week: ISOWeek?) throws(ShiftwrightError) -> [RosterVersion] {
    try database.open { store throws(ShiftwrightError) in try store.rosterVersions(of: week) }
  }

  /// Takes the roster of a week back that holds.
  ///
  /// - Parameters:
  ///   - week: The week.
  ///   - reason: Why.
  /// - Returns: The version, and the entry of the trail.
  /// - Throws: `ShiftwrightError` when none holds.
  public func withdraw(_ week: ISOWeek, reason: String) throws(ShiftwrightError) -> (
    version: Int, mark: AuditMark
  ) {
    try database.open { store throws(ShiftwrightError) in
      try store.withdraw(week, reason: reason, by: database.actor)
    }
  }

  /// Compares two versions of a week.
  ///
  /// - Parameters:
  ///   - week: The week.
  ///   - first: The older version; the one before `second` when left out.
  ///   - second: The newer version; the newest when left out.
  /// - Returns: Both versions, and who changes, by person and date.
  /// - Throws: `ShiftwrightError` when there is no such version.
  public func difference(_ week: ISOWeek, from first: Int?, to second: Int?) throws -> (
    from: Int, to: Int, difference: RosterDifference
  ) {
    let inputs = try LoadedScenario(database.path).inputs
    return try database.open { store throws(ShiftwrightError) in
      let numbers = try store.rosterVersions(of: week).map(\.version)
      let newer = second ?? numbers.last ?? 1
      if numbers.count == 1, first == nil, second == nil {
        throw single(numbers[0], week)
      }
      let older = first ?? numbers.last { $0 < newer } ?? newer - 1
      let rosters = try [older, newer].map { version throws(ShiftwrightError) in
        guard let roster = try store.roster(week, version: version) else {
          throw absent(version, numbers, week)
        }
        return roster
      }
      return (
        older, newer,
        RosterDifference(rosters[0], rosters[1], clocks: PersonalClocks(inputs))
      )
    }
  }

  private func single(_ version: Int, _ week: ISOWeek) -> ShiftwrightError {
    ShiftwrightError(
      "\(database.path) has version \(version) of \(week) alone: there is nothing to compare it with.\n"
        + "Publish another run of the week first."
    )
  }

  private func absent(_ version: Int, _ numbers: [Int], _ week: ISOWeek) -> ShiftwrightError {
    let there = numbers.isEmpty ? "none" : numbers.map(String.init).joined(separator: ", ")
    return ShiftwrightError(
      "\(database.path) has no version \(max(version, 1)) of \(week) to compare; it has: \(there).\n"
        + "Give --from and --to versions that there are, or publish another run."
    )
  }
}
