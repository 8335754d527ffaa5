public import Workforce

/// A forecast as text for a terminal.
public struct ForecastSummary: Sendable {
  private let forecast: Forecast

  /// Makes a summary.
  public init(forecast: Forecast) { self.forecast = forecast }

  /// Contacts per queue and day with the 95 % band, how each queue was forecast, and what the
  /// calendar and planners changed.
  public func text() -> String {
    let tables = forecast.queues.map { method($0) + table($0) }
    let notes = forecast.diagnostics.flatMap { finding in
      labeled(finding.severity.rawValue, finding.message)
    }
    let machines = forecast.selfService.flatMap {
      wrapped(printable($0.sentence), to: TextTable.columns)
    }
    let blocks = (tables + [machines, calendar, overrides, notes]).filter { !$0.isEmpty }
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private func table(_ queue: QueueForecast) -> [String] {
    TextTable(
      head: ["Day", "Contacts", "80% band", "95% band"],
      rows: forecast.grid.dates.indices.map { row(queue, $0) }
    ).lines.map { "  " + $0 }
  }

  private func row(_ queue: QueueForecast, _ day: Int) -> [String] {
    let band = queue.days
    let isOpen = forecast.grid.days[day].contains { queue.isOpen[$0] }
    guard isOpen else { return [forecast.grid.dates[day].shortText, "closed", "", ""] }
    return [
      forecast.grid.dates[day].shortText, decimal(band.mean[day]),
      "\(decimal(band.low80[day]))–\(decimal(band.high80[day]))",
      "\(decimal(band.low95[day]))–\(decimal(band.high95[day]))",
    ]
  }

  /// What the calendar's entries do.
  private var calendar: [String] {
    let figures = ForecastChangeFigures(forecast: forecast)
    let rows = figures.effects.flatMap { effect -> [[String]] in
      let name = effect.name.isEmpty ? effect.kind : effect.name
      let row = [name, effect.day, effect.queue, effect.without, effect.with, effect.change]
      guard !effect.otherDays.isEmpty else { return [row] }
      return [row, ["", "other days", effect.queue, "", "", effect.otherDays]]
    }
    let idle = figures.idleEntries.map { "  \($0): changes nothing" }
    guard !rows.isEmpty else { return idle.isEmpty ? [] : ["Calendar"] + idle }
    let head = ["Calendar", "Day", "Queue", "Without", "With", "Change"]
    return TextTable(head: head, rows: rows, textColumns: 3).lines + idle
  }

  /// What planners changed.
  private var overrides: [String] {
    let rows = ForecastChangeFigures(forecast: forecast).overrides.map { change in
      [change.reason, change.span, change.queue, change.change, change.before, change.after]
    }
    guard !rows.isEmpty else { return [] }
    let head = ["Override", "Time", "Queue", "Change", "Before", "After"]
    return TextTable(head: head, rows: rows, textColumns: 3).lines
  }

  private func method(_ queue: QueueForecast) -> [String] {
    let error = queue.pastError.map { "past error \(percent($0))" } ?? "past error unknown"
    let model =
      queue.modelMean.map { " (\(decimal($0.total)) before overrides)" } ?? ""
    return wrapped(
      printable(
        "\(queue.queue): \(decimal(queue.intervals.mean.total)) contacts in all\(model), "
          + "\(queue.method.words), \(error)"
      ),
      to: TextTable.columns
    )
  }
}
