public import Workforce

/// A simulation as text for a terminal.
public struct SimulationSummary: Sendable {
  private let simulation: SimulationResult

  /// Makes a summary.
  public init(simulation: SimulationResult) { self.simulation = simulation }

  /// Service level with its interval of confidence per queue and day.
  public func text() -> String {
    let tables = simulation.queues.map { [printable($0.queue)] + table($0) + judgments($0) }
    let note = wrapped(
      "\(counted(simulation.replications, "replication", "replications")), seed "
        + "\(simulation.seed); ± is half the 95% interval. People were busy "
        + "\(percent(simulation.occupancy)) of their time at work.",
      to: TextTable.columns
    )
    return (tables + [note]).map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private func table(_ queue: QueueSimulation) -> [String] {
    let dates = simulation.grid.dates
    let open = dates.indices.filter { queue.days[$0].arrivals > 0 }
    return TextTable(
      head: ["Day", "Contacts", "Gave up", "Service level", "Mean wait", "Target", "Promise"],
      rows: open.map { row(queue, dates[$0].shortText, queue.days[$0]) }
        + [row(queue, "Week", queue.total)]
    ).lines.map { "  " + $0 }
  }

  /// The single promises, where the table does not say all.
  private func judgments(_ queue: QueueSimulation) -> [String] {
    queue.judgmentLines(simulation.grid).flatMap { line in
      wrapped(line, to: TextTable.columns - 2).map { "  " + $0 }
    }
  }

  private func row(
    _ queue: QueueSimulation,
    _ name: String,
    _ measures: ServiceMeasures
  ) -> [String] {
    let verdict = TargetVerdict(measures.serviceLevel, atLeast: queue.targetServiceLevel)
    return [
      name, decimal(measures.arrivals), decimal(measures.abandoned),
      percent(measures.serviceLevel), "\(decimal(measures.averageSpeedOfAnswer.mean, places: 1)) s",
      percent(queue.targetServiceLevel, places: 0), verdict.rawValue,
    ]
  }
}
