/// What one interval of one queue recorded.
public struct HistoryRecord: Hashable, Sendable {
  /// The interval's start.
  public var start: Instant
  /// Contacts offered.
  public var arrivals: Double
  /// Contacts handled, if recorded.
  public var handled: Double?
  /// Contacts that left unanswered, if recorded.
  public var abandoned: Double?
  /// Contacts answered within the target's threshold, if recorded.
  public var answeredInTarget: Double?
  /// Mean handle time, if recorded.
  public var averageHandleTime: Duration?

  /// Makes a record.
  public init(
    start: Instant,
    arrivals: Double,
    handled: Double? = nil,
    abandoned: Double? = nil,
    answeredInTarget: Double? = nil,
    averageHandleTime: Duration? = nil
  ) {
    self.start = start
    self.arrivals = arrivals
    self.handled = handled
    self.abandoned = abandoned
    self.answeredInTarget = answeredInTarget
    self.averageHandleTime = averageHandleTime
  }
}

/// A queue's past, by equal intervals.
public struct QueueHistory: Hashable, Sendable {
  /// The queue's name.
  public var queue: String
  /// Length of an interval: 5, 10, 15, 30 or 60 minutes.
  public var intervalMinutes: Int
  /// The records, ascending by start, one per start at most.
  ///
  /// Closed intervals may be absent.
  public var records: [HistoryRecord]

  /// Makes a history.
  public init(queue: String, intervalMinutes: Int, records: [HistoryRecord]) {
    self.queue = queue
    self.intervalMinutes = intervalMinutes
    self.records = records
  }
}
