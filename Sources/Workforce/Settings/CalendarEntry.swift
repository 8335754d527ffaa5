/// A day that differs from its weekday.
public struct CalendarEntry: Hashable, Sendable {
  /// What kind of day it is.
  public enum Kind: String, CaseIterable, Sendable {
    /// No contacts are taken.
    case closed
    /// A public holiday on which the center is open.
    case holiday
    /// A weekend day worked like a weekday (opening hours and pattern of a Friday).
    case makeUpDay = "make_up_day"
    /// Pay day.
    case payDay = "pay_day"
    /// The last working days of a month.
    case monthEnd = "month_end"
    /// A marketing campaign.
    case campaign
    /// Anything else.
    case special
  }

  /// The name of closures that were inferred because a day has no records; methods may judge
  /// whether it was one.
  public static let assumedClosure = "no contacts recorded"

  /// The date.
  public var date: LocalDate
  /// What it is.
  public var kind: Kind
  /// Its name.
  public var name: String
  /// Multiplies the forecast, at least 0; `nil` leaves it.
  public var factor: Double?

  /// Makes an entry.
  public init(date: LocalDate, kind: Kind, name: String, factor: Double? = nil) {
    self.date = date
    self.kind = kind
    self.name = name
    self.factor = factor
  }
}
