/// A date of a person that is settled beforehand.
public struct RosterLock: Hashable, Sendable {
  /// What is settled.
  public enum Kind: Hashable, Sendable {
    /// No shift.
    case off
    /// Some shift.
    case shift
    /// The shift from one moment to another, on the wall clock of the person's site; breaks are free.
    case times(start: LocalDateTime, end: LocalDateTime)
  }

  /// The person's identifier.
  public var employee: String
  /// The date.
  public var date: LocalDate
  /// What is settled.
  public var kind: Kind

  /// Makes a lock.
  public init(employee: String, date: LocalDate, kind: Kind) {
    self.employee = employee
    self.date = date
    self.kind = kind
  }
}
