import Foundation
import Interchange
import Rostering
import Workforce

/// What `run.json` says.
struct RunRecord: Codable {
  struct File: Codable {
    let file: String
    let sha256: String

    init(_ output: OutputFile) {
      file = output.name
      sha256 = output.sha256
    }
  }

  struct Timing: Codable {
    let threads: Int
    let secondsByStage: [Stage]
  }

  struct Stage: Codable {
    let stage: String
    let seconds: Double
  }

  struct Options: Codable {
    let seed: UInt64
    let effort: Int
    /// As many as were played.
    let replications: Int
    /// As many as there were before a half-width asked for more; `nil` where none was asked for.
    let firstReplications: Int?
    /// What was asked for, as a share.
    let halfWidth: Double?
    let strict: Bool
    let timeLimitSeconds: Double?
    let cover: String?
  }

  struct Result: Codable {
    let objective: Double
    /// Nothing is proved about a repaired roster.
    let bound: Double?
    let gap: Double?
    let controllableGap: Double?
    let changedShifts: Int?
    let changedPeople: Int?
    let changePrice: Double?
    let violations: Int
    let impossibleEmployees: Int
    /// Identifiers of those for whom the rules leave no week.
    let unrostered: [String]
    let stoppedBy: String?
    /// Whether the intervals are as narrow as asked for.
    let halfWidthReached: Bool?
    /// Per queue, in the order of the settings; `nil` where people are priced by the need.
    let contactPrices: [ContactPrice]?
  }

  /// What a contact that misses its target costs.
  struct ContactPrice: Codable {
    let queue: String
    let price: Double
    /// How far the convex price lies below the contacts that miss at most in an interval, in contacts.
    let hullDistance: Double?
  }

  let shiftwright: String
  let solver: String
  let week: String
  let options: Options
  let repeatable: Bool
  let result: Result
  let inputs: [File]
  let outputs: [File]
  let timings: Timing
  /// The hash of this very text with zeros in its place.
  let recordSha256: String

  init(
    _ plan: WeekPlan,
    versions: RunFiles.Versions,
    inputs: [OutputFile],
    outputs: [OutputFile]
  ) {
    shiftwright = versions.shiftwright
    solver = versions.solver
    week = plan.week.description
    options = Options(
      seed: plan.seed,
      effort: plan.effort,
      replications: plan.simulation.replications,
      firstReplications: plan.options.halfWidth == nil ? nil : plan.options.replications,
      halfWidth: plan.options.halfWidth,
      strict: plan.options.isStrict,
      timeLimitSeconds: plan.options.timeLimit?.inSeconds,
      cover: plan.options.cover?.rawValue
    )
    repeatable = plan.isRepeatable
    result = Result(
      objective: plan.outcome.costs.total,
      bound: plan.revision == nil ? plan.outcome.bound : nil,
      gap: plan.revision == nil ? plan.outcome.gap : nil,
      controllableGap: plan.revision == nil ? plan.outcome.controllableGap : nil,
      changedShifts: plan.revision?.shiftChanges.count,
      changedPeople: plan.revision?.changedPeople.count,
      changePrice: plan.revision?.changePrice,
      violations: plan.check.violations.count,
      impossibleEmployees: plan.outcome.impossible.count,
      unrostered: plan.outcome.impossible.map(\.employee),
      stoppedBy: plan.outcome.stopReason.map { $0 == .timeLimit ? "time limit" : "user" },
      halfWidthReached: plan.simulation.isNarrowEnough,
      contactPrices: Self.contactPrices(of: plan)
    )
    self.inputs = inputs.map(File.init)
    self.outputs = outputs.map(File.init)
    recordSha256 = Self.noHash
    timings = Timing(
      threads: plan.options.threads,
      secondsByStage: plan.timings.map { Stage(stage: $0.stage, seconds: $0.seconds) }
    )
  }

  private static func contactPrices(of plan: WeekPlan) -> [ContactPrice]? {
    plan.contactPrices.map { prices in
      prices.indices.map { place in
        ContactPrice(
          queue: plan.inputs.settings.queues[place].name,
          price: prices[place],
          hullDistance: plan.hullDistances?[place]
        )
      }
    }
  }

  /// The file's name.
  static let fileName = "run.json"

  /// In place of the hash while it is taken.
  private static let noHash = String(repeating: "0", count: 64)

  /// The file's text.
  func json() throws(ShiftwrightError) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    do {
      let text = String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
      let hash = OutputFile(name: "", text: text).sha256
      return text.replacing("\"\(Self.noHash)\"", with: "\"\(hash)\"")
    } catch {
      throw ShiftwrightError("run.json cannot be written: \(error)\nReport this with the scenario.")
    }
  }

  /// Reads a file's text.
  static func read(_ text: String) throws -> RunRecord {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(RunRecord.self, from: Data(text.utf8))
  }

  /// The prices of a run folder's record, one per queue; `nil` where the need decides, or where
  /// there is no record.
  static func contactPrices(in folder: String, queues: [String]) throws -> [Double]? {
    guard let bytes = FileManager.default.contents(atPath: folder + "/" + fileName) else {
      return nil
    }
    let record: RunRecord
    do { record = try read(String(decoding: bytes, as: UTF8.self)) } catch {
      throw ShiftwrightError(
        "\(folder)/\(fileName) is no record that this version reads.\n"
          + "Plan the week again with it."
      )
    }
    guard let listed = record.result.contactPrices else { return nil }
    guard listed.map(\.queue) == queues, listed.allSatisfy({ $0.price > 0 }) else {
      throw ShiftwrightError(
        "\(folder)/\(fileName) has prices of contacts for other queues than the scenario's.\n"
          + "Plan the week again."
      )
    }
    return listed.map(\.price)
  }

  /// The hash that the text should hold; the one it holds stands in ``recordSha256``.
  func hash(of text: String) -> String {
    let bare = text.replacing("\"\(recordSha256)\"", with: "\"\(Self.noHash)\"")
    return OutputFile(name: "", text: bare).sha256
  }

  /// The first file of a run folder that has not the bytes recorded, or is missing; `nil` where all are
  /// as they were written.
  func changedFile(in folder: String) -> String? {
    let all =
      outputs.map { (name: $0.file, hash: $0.sha256) }
      + inputs.map { (name: "inputs/\($0.file)", hash: $0.sha256) }
    return all.first { name, hash in
      let bytes = FileManager.default.contents(atPath: "\(folder)/\(name)")
      return bytes.map { OutputFile(name: name, bytes: Array($0)).sha256 } != hash
    }?.name
  }
}
