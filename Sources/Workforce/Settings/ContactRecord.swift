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

  /// Makes a contact.
  public init(
    arrived: Instant,
    wait: Duration? = nil,
    outcome: Outcome,
    handleTime: Duration? = nil
  ) {
    self.arrived = arrived
    self.wait = wait
    self.outcome = outcome
    self.handleTime = handleTime
  }
}
