import Workforce

/// Adds replications up and turns the sums into a result.
struct ResultBuilder {
  /// Sums of one queue over a stretch of time.
  private struct ServiceSums {
    var service = RatioSums()
    var wait = RatioSums()
    var abandonment = RatioSums()
    var abandonedInTarget = 0.0
    var open = 0.0

    mutating func add(_ tally: ServiceTally, by definition: ServiceLevelDefinition) {
      service.add(tally.answeredInTarget, over: tally.divisor(of: definition))
      wait.add(tally.waitSeconds, over: tally.arrivals - tally.abandoned)
      abandonment.add(tally.abandoned, over: tally.arrivals)
      abandonedInTarget += tally.abandonedInTarget
      open += tally.open
    }

    func measures(replications: Int) -> ServiceMeasures {
      let count = Double(max(1, replications))
      let nothing: Double = abandonment.denominator > open ? 0 : 1
      return ServiceMeasures(
        arrivals: abandonment.denominator / count,
        answeredInTarget: service.numerator / count,
        abandoned: abandonment.numerator / count,
        abandonedInTarget: abandonedInTarget / count,
        open: open / count,
        serviceLevel: service.shareEstimate(replications: replications, empty: nothing),
        averageSpeedOfAnswer: wait.estimate(replications: replications, empty: 0),
        abandonmentShare: abandonment.shareEstimate(replications: replications, empty: 0)
      )
    }
  }

  private struct QueueSums {
    let definition: ServiceLevelDefinition
    var intervals: [ServiceSums]
    var days: [ServiceSums]
    var total = ServiceSums()
    var occupancy = RatioSums()
    var dayOccupancy: [RatioSums]
  }

  private let grid: TimeGrid
  private let center: ServiceCenter
  /// The position of each shift's date; `nil` where it lies before the grid.
  private let dayOfShift: [Int?]
  private var queues: [QueueSums]
  private var occupancy = RatioSums()
  private(set) var replications = 0

  init(grid: TimeGrid, center: ServiceCenter, settings: ScenarioSettings) {
    self.grid = grid
    self.center = center
    dayOfShift = center.shifts.map { center.dates.firstIndex(of: $0.day) }
    queues = settings.queues.map { queue in
      QueueSums(
        definition: queue.target.definition,
        intervals: Array(repeating: ServiceSums(), count: grid.count),
        days: Array(repeating: ServiceSums(), count: grid.days.count),
        dayOccupancy: Array(repeating: RatioSums(), count: grid.days.count)
      )
    }
  }

  mutating func add(_ tally: ReplicationTally) {
    replications += 1
    occupancy.add(tally.busySeconds, over: tally.busySeconds + tally.idleSeconds)
    for queue in queues.indices {
      let cells = tally.cells[queue * grid.count..<(queue + 1) * grid.count]
      let definition = queues[queue].definition
      for (index, cell) in cells.enumerated() {
        queues[queue].intervals[index].add(cell, by: definition)
      }
      var total = ServiceTally()
      for (day, range) in grid.days.enumerated() {
        let sum = range.reduce(into: ServiceTally()) { $0.add(cells[cells.startIndex + $1]) }
        queues[queue].days[day].add(sum, by: definition)
        total.add(sum)
      }
      queues[queue].total.add(total, by: definition)
      addOccupancy(of: queue, tally)
    }
  }

  /// Adds how full the hands were of the people whose shifts serve the queue.
  private mutating func addOccupancy(of queue: Int, _ tally: ReplicationTally) {
    var total = ShiftTally()
    var days = Array(repeating: ShiftTally(), count: grid.days.count)
    for (index, shift) in tally.shifts.enumerated()
    where center.groups[center.shifts[index].group].contains(queue) {
      total.add(shift)
      if let day = dayOfShift[index] { days[day].add(shift) }
    }
    queues[queue].occupancy.add(total.loadSeconds, over: total.staffedSeconds)
    for (day, sum) in days.enumerated() {
      queues[queue].dayOccupancy[day].add(sum.loadSeconds, over: sum.staffedSeconds)
    }
  }

  /// The result; `isOpen` says of each queue and interval whether the queue is open.
  func result(settings: ScenarioSettings, isOpen: [[Bool]], seed: UInt64) -> SimulationResult {
    let measured = queues.indices.map { index in
      let (queue, sums) = (settings.queues[index], queues[index])
      return QueueSimulation(
        queue: queue.name,
        intervals: sums.intervals.map { $0.measures(replications: replications) },
        days: sums.days.map { $0.measures(replications: replications) },
        total: sums.total.measures(replications: replications),
        target: queue.target,
        period: settings.targetPeriod,
        occupancy: sums.occupancy.estimate(replications: replications, empty: 0),
        dayOccupancy: sums.dayOccupancy.map { $0.estimate(replications: replications, empty: 0) },
        isOpen: isOpen[index],
        agents: center.meanAgents(of: index),
        isDeferred: queue.channel == .deferred
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
