import Workforce

/// What was found in the histories and what was done about it.
struct DataTable {
  let hygiene: [HygieneEntry]

  var markup: Markup {
    guard !hygiene.isEmpty else { return .none }
    let columns: [TableColumn] = [
      .text("Queue"), .sentence("Found in the history"), .sentence("When"), .number("How much"),
      .sentence("Treatment"),
    ]
    let rows = hygiene.map { entry -> [Markup] in
      [
        "<b>\(entry.queue)</b>", "\(entry.fault.words)", "\(dates(entry))",
        "\(grouped(entry.count)) \(entry.unit.rawValue)", "\(entry.treatment)",
      ]
    }
    return "<h3>Data</h3>\(table("Faults found in the histories", columns, rows))"
  }

  private func dates(_ entry: HygieneEntry) -> String {
    guard let first = entry.dates.first, let last = entry.dates.last else {
      return "whole history"
    }
    if entry.dates.count <= 3 { return entry.dates.map(\.description).joined(separator: ", ") }
    return "\(entry.dates.count) dates from \(first) to \(last)"
  }
}

extension HygieneFault {
  /// The fault in plain words.
  var words: String {
    switch self {
    case .gaps: "open days without rows"
    case .outages: "no contacts where many are usual"
    case .duplicates: "rows that repeat a row"
    case .spikes: "far more contacts than usual"
    case .lowDays: "far fewer contacts than usual"
    case .deadTail: "zeros or near-zeros to the end"
    case .partialLast: "last interval perhaps incomplete"
    case .zeroFill: "open intervals without a row"
    case .clockChanges: "clock changes in opening hours"
    case .outsideHours: "contacts outside the opening hours"
    case .handledOnly: "counts of handled contacts"
    }
  }
}

extension HygieneEntry {
  /// What was done, in plain words.
  var treatment: String {
    switch (fault, isTreated) {
    case (.gaps, true), (.outages, true), (.spikes, true), (.lowDays, true), (.deadTail, true),
      (.partialLast, true), (.outsideHours, _):
      "left out"
    case (.gaps, false): "taken as days without contacts"
    case (.duplicates, true): "used once"
    case (.duplicates, false): "added up"
    case (.zeroFill, true): "counted as 0"
    case (.zeroFill, false): "taken as unknown"
    case (.clockChanges, _): "skipped hours unknown, repeated ones count with their mean"
    case (.handledOnly, true): "contacts offered estimated"
    case (.handledOnly, false): "none: nothing says how many left"
    case (_, false): "kept as it is"
    }
  }
}
