import Foundation
public import Workforce

/// What `snapshot.json` says: what a published forecast was made from.
public struct SnapshotRecord: Codable, Hashable, Sendable {
  /// How a queue was forecast.
  public struct Queue: Codable, Hashable, Sendable {
    /// The queue's name.
    public var queue: String
    /// The method, as in `scenario.yaml`.
    public var method: String
    /// The start of the last row of its history that counted; absent when there was none.
    public var lastData: String?

    /// Makes an entry.
    public init(queue: String, method: String, lastData: String?) {
      self.queue = queue
      self.method = method
      self.lastData = lastData
    }
  }

  /// A planner's change that acted.
  public struct Override: Codable, Hashable, Sendable {
    var queue: String
    var from: String
    var until: String
    var factor: Double?
    var value: Double?
    var reason: String
    var contactsBefore: Double
    var contactsAfter: Double

    /// Takes a change as it was applied.
    public init(_ applied: AppliedOverride) {
      queue = applied.queue
      from = applied.override.from.description
      until = applied.override.until.description
      switch applied.override.change {
      case .factor(let number): factor = number
      case .value(let number): value = number
      }
      reason = applied.override.reason
      contactsBefore = applied.contactsBefore
      contactsAfter = applied.contactsAfter
    }
  }

  /// A file with its hash.
  public struct File: Codable, Hashable, Sendable {
    var file: String
    var sha256: String

    /// Names a file and its SHA-256 in hexadecimal.
    public init(file: String, sha256: String) {
      self.file = file
      self.sha256 = sha256
    }
  }

  /// The program's version.
  public var shiftwright: String
  /// The week, `YYYY-Www`.
  public var week: String
  /// The day on which it was published, where the planner said it.
  public var asOf: String?
  /// Only rows of the history before this date counted.
  public var dataBefore: String
  /// The zone of all times.
  public var timeZone: String
  /// The planning interval.
  public var intervalMinutes: Int
  /// How each queue was forecast.
  public var queues: [Queue]
  /// The planners' changes that acted.
  public var overrides: [Override]
  /// The scenario's files.
  public var inputs: [File]

  /// Makes a record.
  public init(
    shiftwright: String,
    week: ISOWeek,
    asOf: LocalDate?,
    dataBefore: LocalDate,
    settings: ScenarioSettings,
    queues: [Queue],
    overrides: [Override],
    inputs: [File]
  ) {
    self.shiftwright = shiftwright
    self.week = week.description
    self.asOf = asOf?.description
    self.dataBefore = dataBefore.description
    timeZone = settings.zone.identifier
    intervalMinutes = settings.intervalMinutes
    self.queues = queues
    self.overrides = overrides
    self.inputs = inputs
  }

  /// The file's text.
  func json() throws(ShiftwrightError) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    do {
      return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    } catch {
      throw ShiftwrightError(
        "snapshot.json cannot be written: \(error)\nReport this with the scenario."
      )
    }
  }

  /// Reads a file; reports and gives `nil` when it is none of ours.
  static func read(_ bytes: [UInt8], _ findings: FileFindings) -> SnapshotRecord? {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    do {
      let record = try decoder.decode(SnapshotRecord.self, from: Data(bytes))
      guard LocalDate(record.dataBefore) == nil || Zone(identifier: record.timeZone) == nil else {
        return record
      }
      findings.report("snapshot", .brokenSnapshot("data_before or time_zone cannot be read"))
    } catch {
      findings.report("snapshot", .brokenSnapshot(reason(error)))
    }
    return nil
  }

  private static func reason(_ error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, _): "'\(key.stringValue)' is missing"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      "'\(context.codingPath.map(\.stringValue).joined(separator: "."))' is of another kind"
    default: "it is not JSON"
    }
  }
}

extension Problem {
  static func brokenSnapshot(_ reason: String) -> Problem {
    Problem(
      "the file is no record of a snapshot: \(reason).",
      "Take it from a copy of the scenario, or remove the snapshot's folder."
    )
  }
}
