import Workforce

/// Adds up what replications counted of deferred work.
struct DeferredBuilder {
  /// Sums over a stretch of time.
  private struct Sums {
    var share = RatioSums()
    var turnaround = RatioSums()
    var lateness = RatioSums()
    var released = 0.0
    var open = 0.0

    mutating func add(_ cell: DeferredCell, done: Double) {
      share.add(cell.doneInTime, over: cell.doneInTime + cell.late)
      turnaround.add(cell.turnaroundSeconds, over: done)
      lateness.add(cell.latenessSeconds, over: cell.late)
      released += cell.released
      open += cell.open
    }

    func measures(_ replications: Int) -> DeferredMeasures {
      let count = Double(max(1, replications))
      return DeferredMeasures(
        released: released / count,
        doneInTime: share.numerator / count,
        late: (share.denominator - share.numerator) / count,
        open: open / count,
        share: share.shareEstimate(replications: replications, empty: 1),
        turnaround: turnaround.estimate(replications: replications, empty: 0),
        lateness: lateness.estimate(replications: replications, empty: 0)
      )
    }
  }

  private struct QueueSums {
    var queue: Int
    var backlogAtStart: Double
    var intervals: [Sums]
    var days: [Sums]
    var total = Sums()
    var backlog: [RatioSums]
    var oldest: [RatioSums]
    var interruptions = InterruptionTally()
  }

  private let grid: TimeGrid
  private var queues: [QueueSums]
  private var replications = 0

  init(_ center: ServiceCenter, grid: TimeGrid) {
    self.grid = grid
    queues = center.queues.enumerated().filter { $0.element.due != nil }.map { index, queue in
      QueueSums(
        queue: index,
        backlogAtStart: Double(queue.backlog),
        intervals: Array(repeating: Sums(), count: grid.count),
        days: Array(repeating: Sums(), count: grid.days.count),
        backlog: Array(repeating: RatioSums(), count: grid.count),
        oldest: Array(repeating: RatioSums(), count: grid.count)
      )
    }
  }

  mutating func add(_ tally: ReplicationTally) {
    replications += 1
    for (index, deferred) in tally.deferred.enumerated() { add(deferred, to: index) }
  }

  private mutating func add(_ tally: DeferredTally, to index: Int) {
    for (interval, cell) in tally.cells.prefix(grid.count).enumerated() {
      queues[index].intervals[interval].add(cell, done: cell.finished)
    }
    var total = tally.cells[grid.count]
    for (day, range) in grid.days.enumerated() {
      let sum = range.reduce(into: DeferredCell()) { $0.add(tally.cells[$1]) }
      queues[index].days[day].add(sum, done: sum.finished)
      total.add(sum)
    }
    queues[index].total.add(total, done: total.finished)
    for (interval, state) in tally.backlog(step: Double(60 * grid.stepMinutes)).enumerated() {
      queues[index].backlog[interval].add(state.items, over: 1)
      queues[index].oldest[interval].add(state.oldest, over: 1)
    }
    queues[index].interruptions.byCustomers += tally.interruptions.byCustomers
    queues[index].interruptions.byDuty += tally.interruptions.byDuty
  }

  func results(_ settings: ScenarioSettings) -> [DeferredSimulation] {
    let count = Double(max(1, replications))
    return queues.map { sums in
      DeferredSimulation(
        queue: settings.queues[sums.queue].name,
        intervals: sums.intervals.map { $0.measures(replications) },
        days: sums.days.map { $0.measures(replications) },
        total: sums.total.measures(replications),
        backlogAtStart: sums.backlogAtStart,
        backlog: sums.backlog.map { $0.estimate(replications: replications, empty: 0) },
        oldest: sums.oldest.map { $0.estimate(replications: replications, empty: 0) },
        interruptions: sums.interruptions.byCustomers / count,
        handovers: sums.interruptions.byDuty / count
      )
    }
  }
}
