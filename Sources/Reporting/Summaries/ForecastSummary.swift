public import Workforce

/// A forecast as text for a terminal.
public struct ForecastSummary: Sendable {
  private let forecast: Forecast

  /// Makes a summary.
  public init(forecast: Forecast) { self.forecast = forecast }

  /// Contacts per queue and day with the 95 % band, and how each queue was forecast.
  public func text() -> String {
    let tables = forecast.queues.map { method($0) + table($0) }
    let notes = forecast.diagnostics.flatMap { finding in
      labeled(finding.severity.rawValue, finding.message)
    }
    let blocks = (tables + [notes]).filter { !$0.isEmpty }
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

  private func method(_ queue: QueueForecast) -> [String] {
    let error = queue.pastError.map { "past error \(percent($0))" } ?? "past error unknown"
    return wrapped(
      printable(
        "\(queue.queue): \(decimal(queue.intervals.mean.total)) contacts in all, "
          + "\(queue.method.words), \(error)"
      ),
      to: TextTable.columns
    )
  }
}
