/// Somebody's turn to be called, or a duty that nobody has.
public struct OnCallTurn: Hashable, Sendable {
  /// The name of the duty.
  public var duty: String
  /// When it begins, on the scenario's clock.
  public var start: LocalDateTime
  /// When it ends.
  public var end: LocalDateTime
  /// The person's identifier; `nil` where nobody was found.
  public var employee: String?

  /// Makes a turn.
  public init(duty: String, start: LocalDateTime, end: LocalDateTime, employee: String? = nil) {
    self.duty = duty
    self.start = start
    self.end = end
    self.employee = employee
  }
}
