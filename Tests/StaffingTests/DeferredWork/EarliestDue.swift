@testable import Staffing

/// Does work by earliest due time, slot by slot; written apart from the product.
struct EarliestDue {
  struct Job {
    var released: Int
    var due: Int
    var hours: Double
  }

  /// Hours late at the end of each slot, summed over the slots.
  private(set) var lateSum = 0.0
  /// The most hours that were late at the end of a slot.
  private(set) var mostLate = 0.0
  /// What is left at the end.
  private(set) var left = 0.0

  /// Jobs on so many hours of work per slot.
  init(_ jobs: [Job], hours: [Double]) {
    var jobs = jobs.sorted { ($0.due, $0.released) < ($1.due, $1.released) }
    for slot in hours.indices {
      var free = hours[slot]
      for index in jobs.indices where jobs[index].released <= slot {
        let part = min(free, jobs[index].hours)
        jobs[index].hours -= part
        free -= part
      }
      let late = jobs.reduce(0) { $0 + ($1.due <= slot ? $1.hours : 0) }
      lateSum += late
      mostLate = max(mostLate, late)
    }
    left = jobs.reduce(0) { $0 + $1.hours }
  }

  /// The jobs of queues without sources.
  static func jobs(_ queues: [DeferredQueue]) -> [Job] {
    queues.flatMap { queue in
      queue.released.indices.map {
        Job(released: $0, due: queue.due.slots[$0], hours: queue.released[$0])
      } + queue.backlog.map { Job(released: 0, due: $0.dueSlot, hours: $0.hours) }
    }
  }
}
