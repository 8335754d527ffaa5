/// A planner's change to a forecast, kept apart from what the method said.
public struct ForecastOverride: Hashable, Sendable {
  /// What is done to the contacts of the span.
  public enum Change: Hashable, Sendable {
    /// They are multiplied by this, at least 0.
    case factor(Double)
    /// They become this many in all, at least 0, spread like the forecast.
    case value(Double)
  }

  /// The queue's name; `nil` means all queues, for a value all together.
  public var queue: String?
  /// The first moment on the wall clock.
  public var from: LocalDateTime
  /// The first moment after the span; later than ``from``.
  public var until: LocalDateTime
  /// What is done.
  public var change: Change
  /// Why, in the planner's words.
  public var reason: String

  /// Makes a change.
  public init(
    queue: String?,
    from: LocalDateTime,
    until: LocalDateTime,
    change: Change,
    reason: String
  ) {
    self.queue = queue
    self.from = from
    self.until = until
    self.change = change
    self.reason = reason
  }

  /// Whether the span covers whole dates.
  public var isWholeDays: Bool { from.secondOfDay == 0 && until.secondOfDay == 0 }
}
