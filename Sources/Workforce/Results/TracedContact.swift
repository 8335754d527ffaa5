/// One contact of a simulation, and what became of it.
public struct TracedContact: Hashable, Sendable {
  /// How it ended.
  public enum Outcome: String, CaseIterable, Sendable {
    /// A person handled it.
    case answered
    /// It left, or nobody came any more.
    case abandoned
    /// Deferred work that was done by its due time.
    case done
    /// Deferred work that was done too late, or was undone at the end though due.
    case late
    /// Deferred work that was undone at the end and not yet due.
    case open
  }

  /// The replication, from 1.
  public var replication: Int
  /// The queue's name.
  public var queue: String
  /// The second of its arrival; of deferred work, of its release to the queue.
  public var arrived: Instant
  /// How it ended.
  public var outcome: Outcome
  /// Until it was first taken or left, in seconds; `nil` for deferred work that nobody took.
  public var waitSeconds: Double?
  /// Time that people spent on it, in seconds.
  public var handleSeconds: Double
  /// The identifier of the person who ended it; `nil` when nobody did.
  public var employee: String?
  /// When deferred work was due; `nil` for other contacts.
  public var due: Instant?
  /// What it takes of a person at the queue's mean with nothing else in hand, in seconds, answered
  /// or not; `nil` where nobody knows.
  public var workSeconds: Double?
  /// The segment of its customer; `nil` for one of none.
  public var segment: String?
  /// From the second ``arrived`` until its arrival, below 1.
  public var arrivedFraction: Double
  /// From the second ``due`` until it was due, below 1.
  public var dueFraction: Double

  /// Makes a contact.
  public init(
    replication: Int,
    queue: String,
    arrived: Instant,
    outcome: Outcome,
    waitSeconds: Double?,
    handleSeconds: Double,
    employee: String? = nil,
    due: Instant? = nil,
    workSeconds: Double? = nil,
    segment: String? = nil,
    arrivedFraction: Double = 0,
    dueFraction: Double = 0
  ) {
    self.replication = replication
    self.queue = queue
    self.arrived = arrived
    self.outcome = outcome
    self.waitSeconds = waitSeconds
    self.handleSeconds = handleSeconds
    self.employee = employee
    self.due = due
    self.workSeconds = workSeconds
    self.segment = segment
    self.arrivedFraction = arrivedFraction
    self.dueFraction = dueFraction
  }
}
