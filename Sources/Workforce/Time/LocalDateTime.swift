/// A date and time of day on the wall clock, without a time zone.
public struct LocalDateTime: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The date.
  public let date: LocalDate
  /// Seconds after midnight on the clock face, 0…86 399.
  public let secondOfDay: Int

  /// Makes a local time; seconds past the day's end move to the following dates.
  public init(date: LocalDate, secondOfDay: Int) {
    let days = secondOfDay >= 0 ? secondOfDay / 86_400 : (secondOfDay - 86_399) / 86_400
    self.date = date.adding(days: days)
    self.secondOfDay = secondOfDay - days * 86_400
  }

  /// Makes a local time from a date and a time of day.
  public init(date: LocalDate, time: ClockTime) {
    self.init(date: date, secondOfDay: time.minutes * 60)
  }

  /// Reads `YYYY-MM-DDTHH:MM` or with a space for the `T`, seconds optional; `nil` otherwise.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 16 || bytes.count == 19,
      bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
      let date = LocalDate(String(decoding: bytes[0..<10], as: UTF8.self)),
      bytes[13] == UInt8(ascii: ":"), let hour = decimal(bytes[11..<13]),
      let minute = decimal(bytes[14..<16]), hour < 24, minute < 60
    else { return nil }
    var second = 0
    if bytes.count == 19 {
      guard bytes[16] == UInt8(ascii: ":"), let given = decimal(bytes[17..<19]), given < 60 else {
        return nil
      }
      second = given
    }
    self.init(date: date, secondOfDay: hour * 3600 + minute * 60 + second)
  }

  /// Minutes after midnight on the clock face, 0…1439.
  public var minuteOfDay: Int { secondOfDay / 60 }

  /// The local time `count` minutes later on the clock face.
  public func adding(minutes count: Int) -> Self {
    Self(date: date, secondOfDay: secondOfDay + count * 60)
  }

  /// `YYYY-MM-DDTHH:MM`, with seconds when they are not zero.
  public var description: String {
    let minute = "\(date)T\(padded(secondOfDay / 3600, 2)):\(padded(secondOfDay / 60 % 60, 2))"
    return secondOfDay % 60 == 0 ? minute : minute + ":" + padded(secondOfDay % 60, 2)
  }

  /// Orders by the clock face.
  public static func < (left: Self, right: Self) -> Bool {
    (left.date, left.secondOfDay) < (right.date, right.secondOfDay)
  }
}
