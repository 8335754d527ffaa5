import Workforce

/// Adds pairs of replications up and turns the sums into differences.
struct DifferenceBuilder {
  /// Sums of one queue over a stretch of time.
  private struct Sums {
    var service = PairedSums()
    var wait = PairedSums()
    var abandonment = PairedSums()

    mutating func add(_ original: ServiceTally, _ changed: ServiceTally) {
      service.add(
        (original.answeredInTarget, original.arrivals - original.open),
        (changed.answeredInTarget, changed.arrivals - changed.open)
      )
      wait.add(
        (original.waitSeconds, original.arrivals - original.abandoned),
        (changed.waitSeconds, changed.arrivals - changed.abandoned)
      )
      abandonment.add(
        (original.abandoned, original.arrivals),
        (changed.abandoned, changed.arrivals)
      )
    }

    func difference(replications: Int) -> ServiceDifference {
      ServiceDifference(
        serviceLevel: service.difference(replications: replications, empty: 1),
        averageSpeedOfAnswer: wait.difference(replications: replications, empty: 0),
        abandonmentShare: abandonment.difference(replications: replications, empty: 0)
      )
    }
  }

  private let grid: TimeGrid
  private var days: [[Sums]]
  private var totals: [Sums]
  private var all = Sums()
  private var replications = 0

  init(grid: TimeGrid, queues count: Int) {
    self.grid = grid
    days = Array(repeating: Array(repeating: Sums(), count: grid.days.count), count: count)
    totals = Array(repeating: Sums(), count: count)
  }

  mutating func add(original: ReplicationTally, changed: ReplicationTally) {
    replications += 1
    var everything = (original: ServiceTally(), changed: ServiceTally())
    for queue in totals.indices {
      var sums = (original: ServiceTally(), changed: ServiceTally())
      for (day, range) in grid.days.enumerated() {
        let first = sum(of: original, queue, range)
        let second = sum(of: changed, queue, range)
        days[queue][day].add(first, second)
        sums.original.add(first)
        sums.changed.add(second)
      }
      totals[queue].add(sums.original, sums.changed)
      everything.original.add(sums.original)
      everything.changed.add(sums.changed)
    }
    all.add(everything.original, everything.changed)
  }

  private func sum(of tally: ReplicationTally, _ queue: Int, _ range: Range<Int>) -> ServiceTally {
    range.reduce(into: ServiceTally()) { $0.add(tally.cells[queue * grid.count + $1]) }
  }

  func result(queues names: [String], seed: UInt64) -> RosterDifference {
    let queues = names.enumerated().map { queue, name in
      QueueDifference(
        queue: name,
        days: days[queue].map { $0.difference(replications: replications) },
        total: totals[queue].difference(replications: replications)
      )
    }
    return RosterDifference(
      grid: grid,
      replications: replications,
      seed: seed,
      queues: queues,
      total: all.difference(replications: replications)
    )
  }
}
