/// One contact of the past.
public struct ContactRecord: Hashable, Sendable {
  /// How it ended.
  public enum Outcome: String, CaseIterable, Sendable {
    /// A person handled it.
    case answered
    /// It left before anybody answered.
    case abandoned
    /// Self-service resolved it before it asked for a person.
    case contained
  }

  /// When it arrived.
  public var arrived: Instant
  /// How long it waited until it was answered or left, if recorded.
  public var wait: Duration?
  /// How it ended.
  public var outcome: Outcome
  /// How long it was handled, if recorded.
  public var handleTime: Duration?
  /// When an item of deferred work was due, if recorded.
  public var due: Instant?
  /// True for an item of deferred work that was not done: ``handleTime`` is what had been spent on
  /// it.
  public var isUnfinished: Bool

  /// Makes a contact.
  public init(
    arrived: Instant,
    wait: Duration? = nil,
    outcome: Outcome,
    handleTime: Duration? = nil,
    due: Instant? = nil,
    isUnfinished: Bool = false
  ) {
    self.arrived = arrived
    self.wait = wait
    self.outcome = outcome
    self.handleTime = handleTime
    self.due = due
    self.isUnfinished = isUnfinished
  }
}
