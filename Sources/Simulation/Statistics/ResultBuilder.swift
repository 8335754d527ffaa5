import Workforce

/// Adds replications up and turns the sums into a result.
struct ResultBuilder {
  /// Sums of one queue over a stretch of time.
  private struct ServiceSums {
    var service = RatioSums()
    var wait = RatioSums()
    var abandoned = 0.0

    mutating func add(_ tally: ServiceTally) {
      service.add(tally.answeredInTarget, over: tally.arrivals)
      wait.add(tally.waitSeconds, over: tally.arrivals - tally.abandoned)
      abandoned += tally.abandoned
    }

    func measures(replications: Int) -> ServiceMeasures {
      let count = Double(max(1, replications))
      return ServiceMeasures(
        arrivals: service.denominator / count,
        answeredInTarget: service.numerator / count,
        abandoned: abandoned / count,
        serviceLevel: service.shareEstimate(replications: replications, empty: 1),
        averageSpeedOfAnswer: wait.estimate(replications: replications, empty: 0)
      )
    }
  }

  private struct QueueSums {
    var intervals: [ServiceSums]
    var days: [ServiceSums]
    var total = ServiceSums()
  }

  private let grid: TimeGrid
  private var queues: [QueueSums]
  private var occupancy = RatioSums()
  private(set) var replications = 0

  init(grid: TimeGrid, queues count: Int) {
    self.grid = grid
    let sums = QueueSums(
      intervals: Array(repeating: ServiceSums(), count: grid.count),
      days: Array(repeating: ServiceSums(), count: grid.days.count)
    )
    queues = Array(repeating: sums, count: count)
  }

  mutating func add(_ tally: ReplicationTally) {
    replications += 1
    occupancy.add(tally.busySeconds, over: tally.busySeconds + tally.idleSeconds)
    for queue in queues.indices {
      let cells = tally.cells[queue * grid.count..<(queue + 1) * grid.count]
      for (index, cell) in cells.enumerated() { queues[queue].intervals[index].add(cell) }
      var total = ServiceTally()
      for (day, range) in grid.days.enumerated() {
        let sum = range.reduce(into: ServiceTally()) { $0.add(cells[cells.startIndex + $1]) }
        queues[queue].days[day].add(sum)
        total.add(sum)
      }
      queues[queue].total.add(total)
    }
  }

  func result(settings: ScenarioSettings, seed: UInt64) -> SimulationResult {
    let measured = zip(settings.queues, queues).map { queue, sums in
      QueueSimulation(
        queue: queue.name,
        intervals: sums.intervals.map { $0.measures(replications: replications) },
        days: sums.days.map { $0.measures(replications: replications) },
        total: sums.total.measures(replications: replications),
        targetServiceLevel: queue.target.serviceLevel.value
      )
    }
    return SimulationResult(
      grid: grid,
      replications: replications,
      seed: seed,
      queues: measured,
      occupancy: occupancy.estimate(replications: replications, empty: 0)
    )
  }
}
