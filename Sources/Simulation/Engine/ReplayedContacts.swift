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
    /// Seconds that it takes of a person at the queue's mean; `nil` when unknown.
    var work: Double?
    /// What these are at least: those spent on an item that was not done.
    var leastWork: Double
    /// When an item of deferred work was due, in seconds since the grid's start, if recorded.
    var due: Double?
    /// Recorded wait in seconds; `nil` when unknown.
    var wait: Double?
    /// Whether it left at the end of its wait.
    var hasLeft: Bool
    /// Its segment from 1, 0 for a customer of none; `nil` when unknown.
    var segment: Int16?
  }

  /// Ascending by arrival, then by queue, then as recorded.
  let entries: [Entry]
  /// The entries of each interval.
  let intervals: [Range<Int>]
  /// The queues that have any.
  var queues: Set<Int> { Set(entries.map(\.queue)) }

  init(
    _ recorded: PastContacts,
    _ grid: TimeGrid,
    _ settings: ScenarioSettings,
    _ factors: HandleFactors
  ) {
    let all = recorded.queues.enumerated().flatMap { queue, contacts in
      contacts.filter {
        $0.record.outcome != .contained && $0.record.arrived >= grid.start
          && $0.record.arrived < grid.end
      }.map { contact in
        let names = settings.queues[queue].segments.map(\.name)
        return Entry(contact, queue: queue, names, since: grid.start, factors)
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

extension ReplayedContacts.Entry {
  /// A recorded handle time is that of the person who is named: their factor is divided out.
  fileprivate init(
    _ contact: PastContact,
    queue: Int,
    _ segments: [String],
    since start: Instant,
    _ factors: HandleFactors
  ) {
    let record = contact.record
    let spent = record.handleTime.map { $0.inSeconds / factors.factor(of: contact, queue: queue) }
    let seconds = { (moment: Instant) in
      Double(moment.secondsSinceEpoch - start.secondsSinceEpoch)
    }
    arrival = seconds(record.arrived) + contact.arrivedFraction
    self.queue = queue
    work = contact.work?.inSeconds ?? (record.isUnfinished ? nil : spent)
    leastWork = spent ?? 0
    due = record.due.map { seconds($0) + contact.dueFraction }
    wait = record.wait?.inSeconds
    hasLeft = record.outcome == .abandoned
    segment = contact.segment.map { name in
      Int16(truncatingIfNeeded: (segments.firstIndex(of: name) ?? -1) + 1)
    }
  }
}
