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

/// A pattern of dates that repeats.
public struct Rotation: Hashable, Sendable {
  /// What a date of the pattern asks for.
  public enum Position: Hashable, Sendable {
    /// No shift.
    case off
    /// A shift of any kind.
    case anyShift
    /// A shift of a kind, by its name.
    case kind(String)
  }

  /// The name that files use.
  public var name: String
  /// What each date asks for, in order; not empty.
  public var pattern: [Position]
  /// A date of the first position.
  public var anchor: LocalDate
  /// Price of a date that is not as the pattern asks; `nil` where it must be.
  public var price: Double?

  /// Makes a pattern.
  public init(name: String, pattern: [Position], anchor: LocalDate, price: Double? = nil) {
    self.name = name
    self.pattern = pattern
    self.anchor = anchor
    self.price = price
  }

  /// What a date asks of somebody who is so many positions ahead; `nil` without a pattern.
  public func position(on date: LocalDate, ahead: Int = 0) -> Position? {
    guard !pattern.isEmpty else { return nil }
    let days = date.daysSinceEpoch - anchor.daysSinceEpoch + ahead
    return pattern[((days % pattern.count) + pattern.count) % pattern.count]
  }
}

/// Who follows a rotation when.
public struct RotationPlace: Hashable, Sendable {
  /// The person's identifier.
  public var employee: String
  /// The rotation's name.
  public var rotation: String
  /// By how many positions the person is ahead of the pattern's anchor.
  public var ahead: Int
  /// The first date; `nil` for always.
  public var from: LocalDate?
  /// The last date; `nil` for always.
  public var until: LocalDate?

  /// Makes a place.
  public init(
    employee: String,
    rotation: String,
    ahead: Int = 0,
    from: LocalDate? = nil,
    until: LocalDate? = nil
  ) {
    self.employee = employee
    self.rotation = rotation
    self.ahead = ahead
    self.from = from
    self.until = until
  }
}
