/// A day of the week, Monday first as in ISO 8601.
public enum Weekday: Int, CaseIterable, Comparable, Sendable {
  /// The first day of an ISO week.
  case monday = 1
  /// The second day.
  case tuesday
  /// The third day.
  case wednesday
  /// The fourth day.
  case thursday
  /// The fifth day.
  case friday
  /// The sixth day.
  case saturday
  /// The last day of an ISO week.
  case sunday

  /// The three-letter name used in files: `mon` … `sun`.
  public var abbreviation: String {
    ["mon", "tue", "wed", "thu", "fri", "sat", "sun"][rawValue - 1]
  }

  /// Reads `mon` … `sun`, in any letter case; `nil` for anything else.
  public init?(abbreviation: String) {
    let lowered = abbreviation.lowercased()
    guard let match = Self.allCases.first(where: { $0.abbreviation == lowered }) else {
      return nil
    }
    self = match
  }

  /// True on Saturday and Sunday.
  public var isWeekend: Bool { rawValue >= 6 }

  /// Orders weekdays from Monday to Sunday.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
