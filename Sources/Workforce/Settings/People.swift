/// A person on the roster.
public struct Employee: Hashable, Sendable {
  /// The identifier that files and logs use.
  public var id: String
  /// The person's name; never in logs.
  public var name: String
  /// The site's name.
  public var site: String
  /// The team's name; may be empty.
  public var team: String
  /// The contract's name.
  public var contract: String
  /// First day of employment; `nil` when unknown and long ago.
  public var hired: LocalDate?
  /// Last day of employment; `nil` when open.
  public var leaves: LocalDate?
  /// Share of the contract's weekly hours, above 0.
  public var fullTimeEquivalent: Fraction
  /// True for a position that no named person fills yet.
  public var isPlaceholder: Bool

  /// Makes a person.
  public init(
    id: String,
    name: String,
    site: String,
    team: String = "",
    contract: String,
    hired: LocalDate? = nil,
    leaves: LocalDate? = nil,
    fullTimeEquivalent: Fraction = .one,
    isPlaceholder: Bool = false
  ) {
    self.id = id
    self.name = name
    self.site = site
    self.team = team
    self.contract = contract
    self.hired = hired
    self.leaves = leaves
    self.fullTimeEquivalent = fullTimeEquivalent
    self.isPlaceholder = isPlaceholder
  }
}

/// A skill that a person holds for a time.
public struct SkillGrant: Hashable, Sendable {
  /// The person's identifier.
  public var employee: String
  /// The skill's name.
  public var skill: String
  /// First day; `nil` for always.
  public var from: LocalDate?
  /// Last day; `nil` for always.
  public var until: LocalDate?
  /// The level at which it is held, one of the settings' levels; `nil` when none is given.
  public var level: String?

  /// Makes a grant.
  public init(
    employee: String,
    skill: String,
    from: LocalDate? = nil,
    until: LocalDate? = nil,
    level: String? = nil
  ) {
    self.employee = employee
    self.skill = skill
    self.from = from
    self.until = until
    self.level = level
  }

  /// True on the days from ``from`` to ``until``, both included.
  public func isHeld(on date: LocalDate) -> Bool {
    (from.map { $0 <= date } ?? true) && (until.map { date <= $0 } ?? true)
  }
}

/// The days to which a line of availability or preference applies.
public enum DayPattern: Hashable, Sendable {
  /// Every day.
  case everyDay
  /// Every week on one weekday.
  case weekday(Weekday)
  /// One date.
  case date(LocalDate)

  /// True when the pattern names a date.
  public func matches(_ date: LocalDate) -> Bool {
    switch self {
    case .everyDay: true
    case .weekday(let weekday): date.weekday == weekday
    case .date(let only): date == only
    }
  }
}

/// When a person can work.
///
/// Someone without a line for a day can work at any time; a date's lines replace its weekday's.
public struct Availability: Hashable, Sendable {
  /// The person's identifier.
  public var employee: String
  /// Which days.
  public var days: DayPattern
  /// The window in which shifts may lie; `nil` for not at all.
  public var window: ClockWindow?

  /// Makes a line.
  public init(employee: String, days: DayPattern, window: ClockWindow?) {
    self.employee = employee
    self.days = days
    self.window = window
  }
}

/// Time that a person is away, known beforehand.
public struct Absence: Hashable, Sendable {
  /// The person's identifier.
  public var employee: String
  /// The first moment away, on the wall clock.
  public var from: LocalDateTime
  /// The first moment back.
  public var until: LocalDateTime
  /// What it is, such as `leave`, `sick` or `training`.
  public var kind: String

  /// Makes an absence.
  public init(employee: String, from: LocalDateTime, until: LocalDateTime, kind: String) {
    self.employee = employee
    self.from = from
    self.until = until
    self.kind = kind
  }
}

/// Something that a person would like.
public struct Preference: Hashable, Sendable {
  /// What is wished.
  public enum Wish: Hashable, Sendable {
    /// Shifts that start in this window (its end included).
    case startBetween(ClockTime, ClockTime)
    /// A day without a shift.
    case dayOff
  }

  /// The person's identifier.
  public var employee: String
  /// Which days.
  public var days: DayPattern
  /// What is wished.
  public var wish: Wish
  /// Weight against other wishes, above 0; 1 is normal.
  public var weight: Double

  /// Makes a wish.
  public init(employee: String, days: DayPattern, wish: Wish, weight: Double = 1) {
    self.employee = employee
    self.days = days
    self.wish = wish
    self.weight = weight
  }
}

/// A shift that was worked before the horizon.
public struct PastDuty: Hashable, Sendable {
  /// The person's identifier.
  public var employee: String
  /// When it began.
  public var start: LocalDateTime
  /// When it ended.
  public var end: LocalDateTime
  /// Paid time in it; `nil` where it is not known, and all of it counts.
  public var paid: Duration?

  /// Makes a past shift.
  public init(
    employee: String,
    start: LocalDateTime,
    end: LocalDateTime,
    paid: Duration? = nil
  ) {
    self.employee = employee
    self.start = start
    self.end = end
    self.paid = paid
  }
}
