/// When a meeting is held on a date.
public struct MeetingTime: Hashable, Sendable {
  /// The meeting's name.
  public var meeting: String
  /// When it begins, on the scenario's clock.
  public var start: LocalDateTime
  /// When it ends.
  public var end: LocalDateTime

  /// Makes a time.
  public init(meeting: String, start: LocalDateTime, end: LocalDateTime) {
    self.meeting = meeting
    self.start = start
    self.end = end
  }
}
