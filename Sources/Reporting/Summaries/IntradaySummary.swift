public import Workforce

/// A re-forecast day as text for a terminal.
public struct IntradaySummary: Sendable {
  private let forecast: IntradayForecast

  /// Makes a summary.
  public init(forecast: IntradayForecast) { self.forecast = forecast }

  /// Per queue: what came, what is still expected with its band, and whether the plan holds.
  public func text() -> String {
    let notes = forecast.diagnostics.flatMap { finding in
      labeled(finding.severity.rawValue, finding.message)
    }
    let blocks = forecast.queues.map(block) + [notes]
    return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  private var grid: TimeGrid { forecast.grid }

  private func block(_ queue: IntradayForecast.Queue) -> [String] {
    let open = (0..<grid.count).filter { queue.isOpen[$0] }
    let seen = open.filter { $0 < forecast.now && queue.came[$0] != nil }
    let came = seen.reduce(0) { $0 + (queue.came[$1] ?? 0) }
    let planned = seen.reduce(0) { $0 + queue.planned[$1] }
    let rest = open.filter { $0 >= forecast.now }
    let head =
      "\(queue.queue), \(grid.dates[0].shortText): \(decimal(came)) contacts by "
      + "\(grid.clockText(at: forecast.now, isEnd: true)), \(change(came, planned)) the plan's "
      + "\(decimal(planned))"
    guard !rest.isEmpty else {
      return wrapped(printable(head + "; the day is over"), to: TextTable.columns)
    }
    return wrapped(printable(head), to: TextTable.columns) + table(queue, rest)
      + verdict(queue, rest)
  }

  private func change(_ value: Double, _ planned: Double) -> String {
    guard planned > 0 else { return "against" }
    let share = value / planned - 1
    guard abs(share) >= 0.0005 else { return "just as" }
    return "\(percent(abs(share))) \(share > 0 ? "above" : "below")"
  }

  /// The rest of the day by the hour.
  private func table(_ queue: IntradayForecast.Queue, _ rest: [Int]) -> [String] {
    let hasCover = rest.contains { queue.coverage[$0] != nil }
    let head =
      ["From", "Planned", "Now expected", "80% band"] + (hasCover ? ["Agents", "Enough"] : [])
    let rows = rest.map { index -> [String] in
      let band = queue.updated
      let cover = queue.coverage[index].map {
        [decimal($0.agents, places: 1), percent($0.probability, places: 0)]
      }
      return [
        grid.clockText(at: index), decimal(queue.planned[index], places: 1),
        decimal(band.mean[index], places: 1),
        "\(decimal(band.low80[index]))–\(decimal(band.high80[index]))",
      ] + (hasCover ? cover ?? ["", ""] : [])
    }
    return TextTable(head: head, rows: rows).lines.map { "  " + $0 }
  }

  private func verdict(_ queue: IntradayForecast.Queue, _ rest: [Int]) -> [String] {
    let planned = rest.reduce(0) { $0 + queue.planned[$1] }
    let mean = queue.rest.mean[0]
    var lines = wrapped(
      "Rest of the day: \(decimal(mean)) contacts (80% band \(decimal(queue.rest.low80[0]))–"
        + "\(decimal(queue.rest.high80[0]))), \(change(mean, planned)) the plan's "
        + "\(decimal(planned)). Chance that it stays within "
        + "\(percent(IntradayForecast.tolerance, places: 0)) above the plan: "
        + "\(percent(queue.probabilityWithinPlan, places: 0)).",
      to: TextTable.columns
    )
    let covers = rest.compactMap { index in queue.coverage[index].map { (index, $0) } }
    guard let worst = covers.min(by: { $0.1.probability < $1.1.probability }) else { return lines }
    let contacts = covers.reduce(0) { $0 + queue.updated.mean[$1.0] }
    let held = covers.reduce(0) { $0 + queue.updated.mean[$1.0] * $1.1.probability }
    lines += wrapped(
      "The roster holds the target with \(percent(contacts > 0 ? held / contacts : 1, places: 0)) "
        + "certainty over the rest of the day's contacts; least at "
        + "\(grid.clockText(at: worst.0)) (\(percent(worst.1.probability, places: 0))).",
      to: TextTable.columns
    )
    return lines
  }
}
