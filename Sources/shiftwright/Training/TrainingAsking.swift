import ArgumentParser
import Foundation
import Interchange
import Planning
import Reporting
import Workforce

/// Where records of training are, who asks, and for which day.
struct TrainingAsking: ParsableArguments {
  @Argument(help: "The scenario's folder or database.")
  var scenario: String

  @Option(
    help: ArgumentHelp(
      "The day for which is asked; today when left out.",
      valueName: "YYYY-MM-DD"
    ),
    transform: Reading.date
  )
  var on: LocalDate?

  @Option(help: ArgumentHelp("Who asks: hr, planner or manager.", valueName: "who"))
  var role = "hr"

  func validate() throws { _ = try Reading.asker(role) }

  /// What answers.
  func reporter() throws -> TrainingReporter {
    TrainingReporter(
      TrainingSources.at(scenario),
      asker: try Reading.asker(role),
      on: on ?? Self.today
    )
  }

  /// The date on this machine's clock.
  static var today: LocalDate {
    let seconds = Int(Date().timeIntervalSince1970.rounded(.down))
    let zone = Zone(identifier: TimeZone.current.identifier) ?? .utc
    return zone.local(at: Instant(secondsSinceEpoch: seconds)).date
  }
}

/// A file for a report, in the form that its ending says.
struct SheetOutput: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Also write the report to a file; its ending says the form: .html, .csv or .json.",
      valueName: "file"
    )
  )
  var out: String?

  func validate() throws {
    guard let out, !["html", "csv", "json"].contains(Self.ending(out)) else { return }
    throw ValidationError("--out is '\(out)'.\nEnd the name with .html, .csv or .json.")
  }

  /// Prints a sheet, and writes it where a file is asked for.
  func show(_ sheet: FigureSheet) throws {
    try write(sheet)
    let isTable = out.map { Self.ending($0) == "csv" } ?? false
    let text = SheetText(sheet).text(file: out, hasAllTables: !isTable)
    Console.say(text + (out.map { "\nWritten to \($0)." } ?? ""))
  }

  /// Writes a sheet where a file is asked for.
  func write(_ sheet: FigureSheet) throws {
    guard let out else { return }
    let bytes: [UInt8] =
      switch Self.ending(out) {
      case "csv": SheetFile.csv(sheet)
      case "json": SheetFile.json(sheet)
      default: Array(SheetPage(sheet).html().utf8)
      }
    try AtomicFile.write(bytes, to: out)
  }

  private static func ending(_ name: String) -> String {
    URL(fileURLWithPath: name).pathExtension.lowercased()
  }
}

extension Reading {
  /// Who asks.
  static func asker(_ role: String) throws -> Asker {
    switch role {
    case "hr": .trainingLead
    case "planner": .planner
    case "manager": .manager
    default: throw ValidationError("--role is '\(role)'.\nWrite hr, planner or manager.")
    }
  }

  /// `90d` or `12w` as days.
  static func days(_ text: String) throws -> Int {
    let unit = text.last.map(String.init) ?? ""
    guard let size = ["d": 1, "w": 7][unit], let count = Int(text.dropLast()),
      (0...3660).contains(count)
    else {
      throw ValidationError("Write days or weeks with their unit: 90d or 13w.")
    }
    return count * size
  }

  /// Keys of pass rates, each once.
  static func keys(_ text: String) throws -> [PassRateTable.Key] {
    let words = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let keys = words.compactMap { PassRateTable.Key(rawValue: $0) }
    guard keys.count == words.count, Set(keys).count == keys.count else {
      throw ValidationError(
        "Write one or more of \(PassRateTable.Key.allCases.map(\.rawValue).joined(separator: ", ")), "
          + "joined by commas, each once."
      )
    }
    return keys
  }

  /// Weights of passes and failures.
  static func prior(_ text: String) throws -> (passes: Double, failures: Double) {
    let weights = text.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
    guard weights.count == 2, let passes = weights[0], let failures = weights[1],
      (0.001...1e6).contains(passes), (0.001...1e6).contains(failures)
    else {
      throw ValidationError(
        "Write two numbers above 0, the weights of passes and failures, such as 1,1."
      )
    }
    return (passes, failures)
  }
}
