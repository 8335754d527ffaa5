/// What became of one contact.
struct TraceEntry: BitwiseCopyable, Equatable, Sendable {
  /// How it ended.
  enum Outcome: UInt8 {
    case answered, abandoned, done, late, open
  }

  var outcome: Outcome
  var queue: Int16
  /// The waiting line, which tells the segment.
  var line: Int16
  /// The last shift that had it in hand; negative when none did.
  var shift: Int32
  /// Seconds since the grid's start.
  var arrival: Double
  /// Until it was taken or left, in seconds; negative when neither happened.
  var wait: Double
  /// Seconds that people spent on it.
  var handled: Double
  /// What it takes of a person at the queue's mean with nothing else in hand, in seconds.
  var work: Double
  /// When it was due, for deferred work.
  var due = Double.infinity

  /// Fills storage without entries.
  static let blank = TraceEntry(
    outcome: .answered,
    queue: 0,
    line: 0,
    shift: -1,
    arrival: 0,
    wait: 0,
    handled: 0,
    work: 0
  )
}

/// Collects what becomes of contacts and hands it on in batches, so that memory stays bounded.
struct ContactTracer: ~Copyable {
  private static let batch = 1024

  private var entries: FlatStorage<TraceEntry>
  private var count = 0
  private let sink: (([TraceEntry]) -> Void)?

  /// Without a sink nothing is kept.
  init(_ sink: (([TraceEntry]) -> Void)?) {
    self.sink = sink
    entries = FlatStorage(repeating: .blank, count: sink == nil ? 0 : Self.batch)
  }

  /// True when entries are asked for.
  var isOn: Bool { entries.count > 0 }

  mutating func add(_ entry: TraceEntry) {
    guard isOn else { return }
    if count == entries.count { flush() }
    entries[count] = entry
    count += 1
  }

  /// Hands on what has been collected.
  mutating func flush() {
    sink?(entries.prefix(count))
    count = 0
  }
}
