public import Workforce

/// Deferred work of a simulation as text for a terminal.
public struct DeferredSummary: Sendable {
  private let queues: [DeferredSimulation]
  private let grid: TimeGrid

  /// Makes a summary.
  public init(_ details: SimulationDetails) {
    queues = details.deferred
    grid = details.result.grid
  }

  /// Per queue and day: items, how many were done in time, and what is left in the evening; nothing
  /// without deferred queues.
  public func text() -> String {
    queues.map { ([printable($0.queue) + ", deferred"] + table($0)).joined(separator: "\n") }
      .joined(separator: "\n\n")
  }

  private func table(_ queue: DeferredSimulation) -> [String] {
    let days = grid.dates.indices.filter {
      queue.days[$0].released > 0 || queue.backlog[grid.days[$0].upperBound - 1].mean > 0
    }
    let lines = TextTable(
      head: ["Day", "Items", "Done in time", "Late", "Open", "Left at night", "Oldest"],
      rows: days.map { day in
        row(queue, grid.dates[day].shortText, queue.days[day], grid.days[day].upperBound - 1)
      } + [row(queue, "Week", queue.total, grid.count - 1)]
    ).lines
    let note = wrapped(
      "Put aside for customers \(decimal(queue.interruptions, places: 1)) times a week, at breaks "
        + "and ends of shifts \(decimal(queue.handovers, places: 1)) times.",
      to: TextTable.columns - 2
    )
    return (lines + note).map { "  " + $0 }
  }

  private func row(
    _ queue: DeferredSimulation,
    _ name: String,
    _ measures: DeferredMeasures,
    _ end: Int
  ) -> [String] {
    let judged = measures.doneInTime + measures.late > 0
    return [
      name, decimal(measures.released), judged ? percent(measures.share) : "–",
      decimal(measures.late, places: 1), decimal(measures.open, places: 1),
      decimal(queue.backlog[end].mean, places: 1),
      "\(decimal(queue.oldest[end].mean / 3600, places: 1)) h",
    ]
  }
}
