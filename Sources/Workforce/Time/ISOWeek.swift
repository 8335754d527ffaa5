/// A week by its ISO 8601 number, Monday to Sunday.
public struct ISOWeek: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The week's Monday.
  public let monday: LocalDate

  /// The week that holds a date.
  public init(containing date: LocalDate) {
    monday = date.adding(days: 1 - date.weekday.rawValue)
  }

  /// Reads `2026-W10`; `nil` when it is no ISO week.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 8, bytes[4] == UInt8(ascii: "-"), bytes[5] == UInt8(ascii: "W"),
      let year = decimal(bytes[0..<4]), let week = decimal(bytes[6..<8]), week >= 1,
      let january4 = LocalDate(year: year, month: 1, day: 4)
    else { return nil }
    let candidate = ISOWeek(
      containing: january4.adding(days: 7 * (week - 1))
    )
    guard candidate.yearAndWeek == (year, week) else { return nil }
    self = candidate
  }

  /// The ISO year and week number (1…53).
  public var yearAndWeek: (year: Int, week: Int) {
    let thursday = monday.adding(days: 3)
    let year = thursday.components.year
    guard let january1 = LocalDate(year: year, month: 1, day: 1) else { return (year, 1) }
    return (year, (thursday.daysSinceEpoch - january1.daysSinceEpoch) / 7 + 1)
  }

  /// The seven dates, Monday first.
  public var dates: [LocalDate] { (0..<7).map(monday.adding(days:)) }

  /// The week `count` weeks later; earlier when negative.
  public func adding(weeks count: Int) -> Self {
    Self(containing: monday.adding(days: 7 * count))
  }

  /// `YYYY-Www`.
  public var description: String {
    let (year, week) = yearAndWeek
    return "\(padded(year, 4))-W\(padded(week, 2))"
  }

  /// Orders weeks by time.
  public static func < (left: Self, right: Self) -> Bool { left.monday < right.monday }
}
