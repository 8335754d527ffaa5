/// A time of day on the wall clock, to the minute; `24:00` is the end of the day.
public struct ClockTime: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Minutes after midnight on the clock face, 0…1440.
  public let minutes: Int

  /// Makes a time of day; `nil` outside 0…1440 minutes.
  public init?(minutes: Int) {
    guard (0...1440).contains(minutes) else { return nil }
    self.minutes = minutes
  }

  /// The start of the day.
  public static let midnight = ClockTime(unchecked: 0)
  /// The end of the day, `24:00`.
  public static let endOfDay = ClockTime(unchecked: 1440)

  private init(unchecked minutes: Int) { self.minutes = minutes }

  /// Reads `HH:MM` from `00:00` to `24:00`; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count <= 2, parts[1].utf8.count == 2,
      let hour = decimal(Array(parts[0].utf8)[...]),
      let minute = decimal(Array(parts[1].utf8)[...]),
      minute < 60
    else { return nil }
    self.init(minutes: hour * 60 + minute)
  }

  /// `HH:MM`.
  public var description: String { "\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))" }

  /// Orders times within the day.
  public static func < (left: Self, right: Self) -> Bool { left.minutes < right.minutes }
}

/// A stretch of the day on the wall clock, `[start, end)`; an end at or before the start lies on
/// the next day.
public struct ClockWindow: Hashable, Sendable, CustomStringConvertible {
  /// The first minute.
  public let start: ClockTime
  /// The first minute after the window.
  public let end: ClockTime

  /// Makes a window; `22:00–06:00` crosses midnight, `00:00–24:00` is the whole day.
  public init(start: ClockTime, end: ClockTime) {
    self.start = start
    self.end = end
  }

  /// Reads `HH:MM-HH:MM`; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let start = ClockTime(parts[0]), let end = ClockTime(parts[1]),
      start.minutes < 1440
    else { return nil }
    self.init(start: start, end: end)
  }

  /// True when the window runs into the next day.
  public var crossesMidnight: Bool { end <= start }

  /// Minutes from the day's midnight to the end, up to 2880.
  public var endMinutes: Int { crossesMidnight ? end.minutes + 1440 : end.minutes }

  /// `HH:MM-HH:MM`.
  public var description: String { "\(start)-\(end)" }
}
