/// What one interval of one queue recorded.
public struct HistoryRecord: Hashable, Sendable {
  /// The interval's start.
  public var start: Instant
  /// Contacts offered; those handled where the queue records only these.
  public var arrivals: Double
  /// Contacts handled, if recorded.
  public var handled: Double?
  /// Contacts that left unanswered, if recorded.
  public var abandoned: Double?
  /// Contacts answered within the target's threshold, if recorded.
  public var answeredInTarget: Double?
  /// Mean handle time, if recorded.
  public var averageHandleTime: Duration?
  /// Contacts that self-service resolved before a person was asked for, if recorded; they are no
  /// part of ``arrivals``.
  public var contained: Double?

  /// Makes a record.
  public init(
    start: Instant,
    arrivals: Double,
    handled: Double? = nil,
    abandoned: Double? = nil,
    answeredInTarget: Double? = nil,
    averageHandleTime: Duration? = nil,
    contained: Double? = nil
  ) {
    self.start = start
    self.arrivals = arrivals
    self.handled = handled
    self.abandoned = abandoned
    self.answeredInTarget = answeredInTarget
    self.averageHandleTime = averageHandleTime
    self.contained = contained
  }
}

extension TimeGrid {
  /// Contacts per interval, added up over records that start in it; `nil` where none does.
  public func arrivals(of records: some Sequence<HistoryRecord>) -> [Double?] {
    var counts = [Double?](repeating: nil, count: count)
    for record in records where record.start >= start && record.start < end {
      let index = index(of: record.start)
      counts[index] = (counts[index] ?? 0) + record.arrivals
    }
    return counts
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
  /// The single contacts that the records add up, ascending by arrival; empty where the source
  /// holds intervals.
  public var contacts: [ContactRecord]
  /// The starts of rows that repeated a row, ascending, one entry per row too many.
  public var repeatedRows: [Instant]

  /// Makes a history.
  public init(
    queue: String,
    intervalMinutes: Int,
    records: [HistoryRecord],
    contacts: [ContactRecord] = [],
    repeatedRows: [Instant] = []
  ) {
    self.queue = queue
    self.intervalMinutes = intervalMinutes
    self.records = records
    self.contacts = contacts
    self.repeatedRows = repeatedRows
  }
}
