import ArgumentParser
import Foundation
import Planning
import Workforce

/// The Mondays of weeks to forecast, from `FROM..TO` or dates with commas between.
struct Origins: Sendable {
  let mondays: [LocalDate]
  /// What was made of a range that begins on another day.
  let notes: [Diagnostic]

  init(_ text: String) throws {
    let ends = text.components(separatedBy: "..")
    guard ends.count == 2 else {
      mondays = try BacktestReading.items(text).map { try Self.date($0) }.sorted()
      notes = []
      return
    }
    let (start, end) = (try Self.date(ends[0]), try Self.date(ends[1]))
    let first = start.adding(days: (8 - start.weekday.rawValue) % 7)
    guard first <= end else {
      throw ValidationError("No Monday lies from \(start) to \(end). Write the earlier date first.")
    }
    mondays = stride(from: first.daysSinceEpoch, through: end.daysSinceEpoch, by: 7)
      .map(LocalDate.init(daysSinceEpoch:))
    notes =
      first == start
      ? []
      : [
        Diagnostic(
          .note,
          file: "",
          message: "\(start) is no Monday; the first origin is \(first).",
          suggestion: ""
        )
      ]
  }

  private static func date(_ text: String) throws -> LocalDate {
    guard let date = LocalDate(text) else {
      throw ValidationError(
        "Write Mondays as YYYY-MM-DD..YYYY-MM-DD, or with commas between them."
      )
    }
    return date
  }
}

/// Reads lists of a backtest's options.
enum BacktestReading {
  static func leads(_ text: String) throws -> [Int] {
    try items(text).map { item in
      guard let lead = Int(item) else {
        throw ValidationError("'\(item)' is no number of weeks. Write --leads such as 1,3.")
      }
      return lead
    }
  }

  static func granularities(_ text: String) throws -> [Int] {
    try items(text).map { item in
      if item == "day" { return 1440 }
      guard let minutes = Int(item) else {
        throw ValidationError(
          "'\(item)' is no number of minutes. Write --granularity such as 15,30,day."
        )
      }
      return minutes
    }
  }

  static func methods(_ text: String) throws -> [ForecastMethod] {
    let known = BacktestOptions.allMethods
    if text == "all" { return known }
    var chosen: [ForecastMethod] = []
    for item in items(text) {
      guard let method = known.first(where: { $0.commandName == item || $0.rawValue == item })
      else {
        let names = known.map(\.commandName).joined(separator: ", ")
        throw ValidationError("There is no method '\(item)'. Write all, or some of: \(names).")
      }
      if !chosen.contains(method) { chosen.append(method) }
    }
    return chosen
  }

  /// The scenario without the queues that have no rows to judge by, and a note on each; a queue
  /// that was asked for by name stays, and so do all where none has rows.
  static func withHistory(
    _ inputs: PlanningInputs,
    queue: String?
  ) -> (inputs: PlanningInputs, notes: [Diagnostic]) {
    let recorded = Set(inputs.history.filter { !$0.records.isEmpty }.map(\.queue))
    let empty = inputs.settings.queues.filter { !recorded.contains($0.name) }
    guard queue == nil, empty.count < inputs.settings.queues.count else { return (inputs, []) }
    var kept = inputs
    kept.settings.queues.removeAll { !recorded.contains($0.name) }
    let notes = empty.map { queue in
      Diagnostic(
        .note,
        file: "contacts.csv",
        message: "queue '\(queue.name)' has no rows; it is left out of the backtest.",
        suggestion: ""
      )
    }
    return (kept, notes)
  }

  static func items(_ text: String) -> [String] {
    text.components(separatedBy: ",").map { $0.trimmingCharacters(in: .whitespaces) }
  }
}
