import Foundation
import Interchange
import Rostering
public import Workforce

/// Runs that are to be compared: which, how, and of which week; `study.json` of a folder.
///
/// The folder holds the scenario's files in `inputs/`, one file per variant in `tasks/`, and one run
/// folder each in `runs/`. Runs do not depend on each other, unless they are warm: then the first plans
/// the scenario as it is, and all others, the scenario as it is among them, go on from its roster.
public struct WhatIfStudy: Codable, Hashable, Sendable {
  /// A run.
  public struct Task: Codable, Hashable, Sendable {
    /// Its number, from 1.
    public var task: Int
    /// Its name, that of its run folder.
    public var name: String
    /// What a grid sets, in the order of the axes.
    public var point: [String]
  }

  /// The name of the file.
  public static let fileName = "study.json"
  /// The name of the scenario as it is.
  public static let base = "base"
  /// The name of the run whose roster warm runs go on from.
  public static let start = "start"
  /// Files and folders of a study.
  public static let fileNames = [
    fileName, "inputs", "tasks", "runs", "whatif.html", "whatif.csv", "whatif.json",
  ]
  /// Most runs of a study.
  public static let most = 2000

  /// The program that made it.
  public var shiftwright: String
  /// The week.
  public var week: String
  /// The seed of every run.
  public var seed: UInt64
  /// The budget of the optimizer's work of every run.
  public var effort: Int
  /// Repetitions of the simulation.
  public var replications: Int
  /// What makes people at work worth having; `nil` for what each variant says.
  public var cover: String?
  /// True when all runs go on from the roster of the first.
  public var isWarm: Bool
  /// What a grid varies.
  public var axes: [String]
  /// The runs: that which others go on from, if any, the scenario as it is, the variants.
  public var tasks: [Task]
  /// The scenario's files and those of the variants with their hashes.
  public var files: [String: String]

  /// The week.
  public var isoWeek: ISOWeek? { ISOWeek(week) }

  /// The text of the file.
  func json() throws(ShiftwrightError) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    do { return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n" } catch {
      throw ShiftwrightError("\(Self.fileName) cannot be written: \(error)\nReport this.")
    }
  }

  /// Reads the file of a folder.
  ///
  /// - Parameter folder: The study's folder.
  /// - Throws: `ShiftwrightError` when there is none, or none that this version reads.
  public init(folder: String) throws(ShiftwrightError) {
    let path = "\(folder)/\(Self.fileName)"
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw ShiftwrightError(
        "\(folder) holds no \(Self.fileName).\n"
          + "Give the folder that 'shiftwright whatif plan … --out' wrote."
      )
    }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    do { self = try decoder.decode(Self.self, from: bytes) } catch {
      throw ShiftwrightError(
        "\(path) is no study that this version reads.\nMake it again with 'shiftwright whatif plan'."
      )
    }
  }

  init(
    shiftwright: String,
    week: ISOWeek,
    seed: UInt64,
    effort: Int,
    options: PlanOptions,
    isWarm: Bool,
    axes: [String],
    tasks: [Task],
    files: [String: String]
  ) {
    self.shiftwright = shiftwright
    self.week = week.description
    self.seed = seed
    self.effort = effort
    replications = options.replications
    cover = options.cover?.rawValue
    self.isWarm = isWarm
    self.axes = axes
    self.tasks = tasks
    self.files = files
  }

  /// How each run is planned.
  func planOptions(threads: Int) throws(ShiftwrightError) -> PlanOptions {
    try PlanOptions(
      seed: seed,
      effort: effort,
      threads: threads,
      replications: replications,
      cover: cover.flatMap(CoverBasis.init(rawValue:))
    )
  }
}
