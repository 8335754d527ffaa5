import Workforce

/// Adds replications up and turns the sums into a result.
struct ResultBuilder {
  private struct QueueSums {
    let definition: ServiceLevelDefinition
    var intervals: [ServiceSums]
    var days: [ServiceSums]
    var total = ServiceSums()
    var occupancy = RatioSums()
    var dayOccupancy: [RatioSums]
    var dayWaits: [WaitSums]
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
        dayOccupancy: Array(repeating: RatioSums(), count: grid.days.count),
        dayWaits: Array(repeating: WaitSums(), count: grid.days.count)
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
      addWaits(of: queue, tally)
    }
  }

  private mutating func addWaits(of queue: Int, _ tally: ReplicationTally) {
    for day in grid.days.indices {
      let first = (queue * grid.days.count + day) * WaitCounts.bins
      let counts = tally.waits[first..<first + WaitCounts.bins]
      queues[queue].dayWaits[day].add(counts)
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
  func result(
    settings: ScenarioSettings,
    isOpen: [[Bool]],
    options: SimulationOptions
  ) -> SimulationResult {
    let measured = queues.indices.map { index in
      let (queue, sums) = (settings.queues[index], queues[index])
      return QueueSimulation(
        queue: queue.name,
        intervals: sums.intervals.map { $0.measures(replications: replications) },
        days: zip(sums.days, sums.dayWaits).map { day, waits in
          day.measures(replications: replications, waits: waits)
        },
        total: sums.total.measures(
          replications: replications,
          waits: WaitSums(joining: sums.dayWaits)
        ),
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
      seed: options.seed,
      queues: measured,
      occupancy: occupancy.estimate(replications: replications, empty: 0),
      askedHalfWidth: options.halfWidth
    )
  }
}
