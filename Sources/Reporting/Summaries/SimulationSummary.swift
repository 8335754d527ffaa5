public import Workforce

/// A simulation as text for a terminal.
public struct SimulationSummary: Sendable {
  private let simulation: SimulationResult
  /// What is known of deferred work beyond the service; empty without details.
  private let deferred: [DeferredSimulation]

  /// Makes a summary.
  public init(simulation: SimulationResult) {
    self.simulation = simulation
    deferred = []
  }

  /// Makes a summary that tells of deferred work also what lies there at night.
  public init(details: SimulationDetails) {
    simulation = details.result
    deferred = details.deferred
  }

  /// Service level with its interval of confidence per queue and day; of deferred work what was done
  /// in time.
  public func text() -> String {
    let tables = simulation.queues.map { queue in
      queue.isDeferred ? items(queue) : [printable(queue.queue)] + table(queue) + judgments(queue)
    }
    let note = wrapped(
      "\(counted(simulation.replications, "replication", "replications")), seed "
        + "\(simulation.seed); ± is half the 95% interval. People were busy "
        + "\(percent(simulation.occupancy)) of their time at work.",
      to: TextTable.columns
    )
    return (tables + [note]).map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  /// Deferred work: nobody waits for it, so there is no line to speak of.
  private func items(_ queue: QueueSimulation) -> [String] {
    let details = deferred.first { $0.queue == queue.queue }
    return [printable(queue.queue) + ", deferred"]
      + DeferredTable(queue: queue, details: details, grid: simulation.grid).lines
      + judgments(queue)
  }

  private func table(_ queue: QueueSimulation) -> [String] {
    let dates = simulation.grid.dates
    let open = dates.indices.filter { queue.days[$0].arrivals > 0 }
    guard !open.isEmpty else { return ["  No contacts."] }
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
    [
      name, decimal(measures.arrivals), decimal(measures.abandoned),
      percent(measures.serviceLevel, bound: queue.targetServiceLevel),
      "\(decimal(measures.averageSpeedOfAnswer.mean, places: 1)) s",
      shareText(queue.targetServiceLevel),
      measures.verdict(atLeast: queue.targetServiceLevel).rawValue,
    ]
  }
}
