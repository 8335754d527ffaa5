/// A recorded contact, with what only a trace or a log with names tells of it.
public struct PastContact: Hashable, Sendable {
  /// The record.
  public var record: ContactRecord
  /// Who handled it, where that is somebody of the scenario who held the queue's skill on that date:
  /// the recorded handle time is theirs.
  public var employee: String?
  /// What it takes of a person at the queue's mean with nothing else in hand, if recorded; goes
  /// before the handle time.
  public var work: Duration?
  /// The segment of its customer, empty for none; `nil` where it is not recorded.
  public var segment: String?
  /// From the recorded second until its arrival, in seconds below 1.
  public var arrivedFraction: Double
  /// From the recorded second until it was due, in seconds below 1.
  public var dueFraction: Double

  /// Makes a contact.
  public init(
    _ record: ContactRecord,
    employee: String? = nil,
    work: Duration? = nil,
    segment: String? = nil,
    arrivedFraction: Double = 0,
    dueFraction: Double = 0
  ) {
    self.record = record
    self.employee = employee
    self.work = work
    self.segment = segment
    self.arrivedFraction = arrivedFraction
    self.dueFraction = dueFraction
  }
}

/// Single contacts of the past, to be played again.
public struct PastContacts: Hashable, Sendable {
  /// The contacts of each queue, in the order of the settings; in any order of time.
  public var queues: [[PastContact]]

  /// Makes recorded contacts of lists in the order of the settings.
  public init(queues: [[PastContact]]) { self.queues = queues }

  /// Makes recorded contacts of plain records.
  public init(queues: [[ContactRecord]]) {
    self.queues = queues.map { $0.map { PastContact($0) } }
  }
}
