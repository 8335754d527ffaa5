import Workforce

/// Adds up what replications counted of each segment of customers.
struct SegmentBuilder {
  private struct Line {
    let queue: QueueSettings
    let segment: CustomerSegment?
    /// The position of the waiting line.
    let line: Int
    var sums = ServiceSums()
  }

  private var lines: [Line]
  private var replications = 0

  init(_ center: ServiceCenter, _ settings: ScenarioSettings) {
    lines = zip(settings.queues, center.queues).flatMap { queue, simulated -> [Line] in
      guard !queue.segments.isEmpty else { return [] }
      let named = queue.segments.enumerated().map { index, segment in
        Line(queue: queue, segment: segment, line: simulated.firstLine + index + 1)
      }
      return named + [Line(queue: queue, segment: nil, line: simulated.firstLine)]
    }
  }

  mutating func add(_ tally: ReplicationTally) {
    replications += 1
    for index in lines.indices {
      let line = lines[index]
      lines[index].sums.add(tally.lines[line.line], by: line.queue.target.definition)
    }
  }

  func results() -> [SegmentSimulation] {
    lines.map { line in
      SegmentSimulation(
        queue: line.queue.name,
        segment: line.segment?.name,
        measures: line.sums.measures(replications: replications)
      )
    }
  }
}
