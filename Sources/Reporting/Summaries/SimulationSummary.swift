public import Workforce

/// A simulation as text for a terminal.
public struct SimulationSummary: Sendable {
  private let simulation: SimulationResult
  /// What is known of deferred work beyond the service; empty without details.
  private let deferred: [DeferredSimulation]
  /// What is known of customers who are told apart, likewise.
  private let segments: [SegmentSimulation]

  /// Makes a summary.
  public init(simulation: SimulationResult) {
    self.simulation = simulation
    deferred = []
    segments = []
  }

  /// Makes a summary that tells of deferred work also what lies there at night.
  public init(details: SimulationDetails) {
    simulation = details.result
    deferred = details.deferred
    segments = details.segments
  }

  /// Service level with its interval of confidence per queue and day; of deferred work what was done
  /// in time.
  public func text() -> String {
    let tables = simulation.queues.map { queue in
      (queue.isDeferred
        ? items(queue)
        : [printable(queue.queue)] + table(queue) + waits(queue.total) + judgments(queue))
        + ofSegments(queue)
    }
    let note = wrapped(
      "\(counted(simulation.replications, "replication", "replications")), seed "
        + "\(simulation.seed); ± is half the 95% interval. People were busy "
        + "\(percent(simulation.occupancy)) of their time at work."
        + (simulation.widthSentence.map { " \($0)" } ?? ""),
      to: TextTable.columns
    )
    return (tables + [note]).map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  /// How long half and nine in ten of the answered contacts waited at most.
  private func waits(_ measures: ServiceMeasures) -> [String] {
    guard let median = measures.medianSpeedOfAnswer, let tenth = measures.slowestTenth else {
      return []
    }
    return [
      "  Of those answered, half waited up to \(decimal(median, places: 1)) s, nine in ten up to "
        + "\(decimal(tenth, places: 1)) s."
    ]
  }

  /// The service of each segment of a queue's customers; empty where they are not told apart.
  private func ofSegments(_ queue: QueueSimulation) -> [String] {
    let own = segments.filter { $0.queue == queue.queue }
    guard !own.isEmpty else { return [] }
    let head =
      queue.isDeferred
      ? ["Segment", "Items", "Late", "Done in time", "Until taken"]
      : ["Segment", "Contacts", "Gave up", "Service level", "Mean wait"]
    let rows = own.map { segment in
      let measures = segment.measures
      return [
        segment.segment.map { printable($0) } ?? "others", decimal(measures.arrivals, places: 1),
        decimal(queue.isDeferred ? measures.late : measures.abandoned, places: 1),
        measures.arrivals > measures.open
          ? percent(measures.serviceLevel, bound: queue.targetServiceLevel) : "–",
        "\(decimal(measures.averageSpeedOfAnswer.mean, places: 1)) s",
      ]
    }
    return TextTable(head: head, rows: rows).lines.map { "  " + $0 }
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
