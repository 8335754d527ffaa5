/// A month of a year.
public struct CalendarMonth: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Months since January of year 0.
  private let count: Int

  private init(count: Int) { self.count = count }

  /// The month that holds a date.
  public init(containing date: LocalDate) {
    let (year, month, _) = date.components
    count = year * 12 + month - 1
  }

  /// Reads `YYYY-MM`; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    guard text.utf8.count == 7, let first = LocalDate("\(text)-01") else { return nil }
    self.init(containing: first)
  }

  /// Its first day.
  public var firstDay: LocalDate { day(1) }

  /// Its fifteenth, the day that stands for the month.
  public var middle: LocalDate { day(15) }

  /// The month `months` later; earlier when negative.
  public func adding(months: Int) -> Self { Self(count: count + months) }

  /// Months from another one to this.
  public func months(since other: Self) -> Int { count - other.count }

  /// `YYYY-MM`.
  public var description: String { String(firstDay.description.dropLast(3)) }

  /// Orders months by time.
  public static func < (left: Self, right: Self) -> Bool { left.count < right.count }

  private func day(_ day: Int) -> LocalDate {
    LocalDate(year: count / 12, month: count % 12 + 1, day: day) ?? LocalDate(daysSinceEpoch: 0)
  }
}
