import Workforce

/// Recorded contacts inside the grid, by arrival.
///
/// Those that self-service resolved asked for nobody and are left out. Of a contact that was
/// answered only a lower bound of its patience is known, of one that left its patience.
struct ReplayedContacts: Sendable {
  /// What is known of a contact.
  struct Entry: Sendable {
    /// Seconds since the grid's start.
    var arrival: Double
    var queue: Int
    /// Handle time in seconds; `nil` when unknown.
    var work: Double?
    /// What the handle time is at least, in seconds: that spent on an item that was not done.
    var leastWork: Double
    /// When an item of deferred work was due, in seconds since the grid's start, if recorded.
    var due: Double?
    /// Recorded wait in seconds; `nil` when unknown.
    var wait: Double?
    /// Whether it left at the end of its wait.
    var hasLeft: Bool
  }

  /// Ascending by arrival, then by queue, then as recorded.
  let entries: [Entry]
  /// The entries of each interval.
  let intervals: [Range<Int>]
  /// The queues that have any.
  var queues: Set<Int> { Set(entries.map(\.queue)) }

  init(_ recorded: PastContacts, _ grid: TimeGrid) {
    let start = grid.start.secondsSinceEpoch
    let all = recorded.queues.enumerated().flatMap { queue, contacts in
      contacts.filter {
        $0.outcome != .contained && $0.arrived >= grid.start && $0.arrived < grid.end
      }.map { contact in
        Entry(
          arrival: Double(contact.arrived.secondsSinceEpoch - start),
          queue: queue,
          work: contact.isUnfinished ? nil : contact.handleTime?.inSeconds,
          leastWork: contact.handleTime?.inSeconds ?? 0,
          due: contact.due.map { Double($0.secondsSinceEpoch - start) },
          wait: contact.wait?.inSeconds,
          hasLeft: contact.outcome == .abandoned
        )
      }
    }
    let sorted = all.enumerated().sorted {
      ($0.element.arrival, $0.offset) < ($1.element.arrival, $1.offset)
    }.map(\.element)
    entries = sorted
    var ranges: [Range<Int>] = []
    var first = 0
    for interval in 0..<grid.count {
      let end = Double(interval + 1) * Double(60 * grid.stepMinutes)
      let last = sorted[first...].firstIndex { $0.arrival >= end } ?? sorted.count
      ranges.append(first..<last)
      first = last
    }
    intervals = ranges
  }
}
