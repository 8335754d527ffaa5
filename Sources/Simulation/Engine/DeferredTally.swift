/// What one replication counted of the items of one deferred queue that were released in one
/// interval, and of those done in it.
struct DeferredCell: Equatable, Sendable, BitwiseCopyable {
  /// Released in the interval.
  var released = 0.0
  /// Of those released: done by their due time.
  var doneInTime = 0.0
  /// Done after it, or undone at the end though due.
  var late = 0.0
  /// Undone at the end and not yet due.
  var open = 0.0
  /// How late the late ones were, or are at the end, in seconds.
  var latenessSeconds = 0.0
  /// Of those released: done, in time or not.
  var finished = 0.0
  /// From release until done, of those done, in seconds.
  var turnaroundSeconds = 0.0
  /// Done in the interval, whenever they were released.
  var done = 0.0
  /// The earliest release of those done in the interval; infinite without any.
  var earliestRelease = Double.infinity

  mutating func add(_ other: DeferredCell) {
    released += other.released
    doneInTime += other.doneInTime
    late += other.late
    open += other.open
    latenessSeconds += other.latenessSeconds
    finished += other.finished
    turnaroundSeconds += other.turnaroundSeconds
    done += other.done
    earliestRelease = min(earliestRelease, other.earliestRelease)
  }
}

/// How often work on deferred items was broken off.
struct InterruptionTally: Equatable, Sendable, BitwiseCopyable {
  /// For a customer.
  var byCustomers = 0.0
  /// By a break or the end of a shift.
  var byDuty = 0.0
}

/// What one replication counted of one deferred queue.
struct DeferredTally: Equatable, Sendable {
  /// The position of the queue.
  var queue: Int
  /// Interval by interval; then the backlog of the start, as released, with what was undone at the
  /// end, as done.
  var cells: [DeferredCell]
  var interruptions = InterruptionTally()

  /// Undone items at the end of each interval, and the age of the oldest in seconds.
  func backlog(step: Double) -> [(items: Double, oldest: Double)] {
    let intervals = cells.count - 1
    var earliest = Array(repeating: Double.infinity, count: intervals)
    var least = cells[intervals].earliestRelease
    for index in stride(from: intervals - 1, through: 0, by: -1) {
      earliest[index] = least
      least = min(least, cells[index].earliestRelease)
    }
    var items = cells[intervals].released
    return (0..<intervals).map { index in
      items += cells[index].released - cells[index].done
      return (items, max(0, Double(index + 1) * step - earliest[index]))
    }
  }
}
