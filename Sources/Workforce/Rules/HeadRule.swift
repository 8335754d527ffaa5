/// How many people of a sort are at work at once, breaks and training included.
public struct HeadRule: Hashable, Sendable {
  /// The name that reports use.
  public var name: String
  /// The skill that they hold in full; `nil` for any.
  public var skill: String?
  /// Where they work; `nil` for everywhere together.
  public var site: String?
  /// Whose heads count beside skill and site.
  public var scope: RuleScope
  /// When it is asked, on the clock of the site, else of the scenario; `nil` for all times at which some queue
  /// is open.
  public var hours: OpeningHours?
  /// Least heads.
  public var least: Int
  /// Most heads; `nil` for no limit.
  public var most: Int?
  /// Price of a head missed or too many for an hour; `nil` where it is kept as far as people are there.
  public var price: Double?
  /// The first date on which it holds; `nil` for always.
  public var from: LocalDate?
  /// The last date on which it holds; `nil` for always.
  public var until: LocalDate?

  /// Makes a rule.
  public init(
    name: String,
    skill: String? = nil,
    site: String? = nil,
    scope: RuleScope = RuleScope(),
    hours: OpeningHours? = nil,
    least: Int = 0,
    most: Int? = nil,
    price: Double? = nil,
    from: LocalDate? = nil,
    until: LocalDate? = nil
  ) {
    self.name = name
    self.skill = skill
    self.site = site
    self.scope = scope
    self.hours = hours
    self.least = least
    self.most = most
    self.price = price
    self.from = from
    self.until = until
  }
}

/// A meeting in paid time: everybody meant who is there takes part.
public struct Meeting: Hashable, Sendable {
  /// Who takes part.
  public enum Attendance: String, CaseIterable, Sendable {
    /// Everybody meant who is not away works then.
    case all
    /// Those meant who have a shift on the date, which then holds the meeting.
    case atWork = "at_work"
  }

  /// The name that reports use.
  public var name: String
  /// Who is meant.
  public var scope: RuleScope
  /// How long it takes, a multiple of the roster slot.
  public var length: Duration
  /// Its weekdays.
  public var weekdays: [Weekday]
  /// Where it lies; a window longer than the meeting lets the plan choose when it costs least service.
  public var hours: ClockWindow
  /// Who takes part.
  public var attendance: Attendance

  /// Makes a meeting.
  public init(
    name: String,
    scope: RuleScope,
    length: Duration,
    weekdays: [Weekday],
    hours: ClockWindow,
    attendance: Attendance = .atWork
  ) {
    self.name = name
    self.scope = scope
    self.length = length
    self.weekdays = weekdays
    self.hours = hours
    self.attendance = attendance
  }

  /// The name of the class that the meeting is on a date.
  public func session(on date: LocalDate) -> String { "\(name) \(date)" }
}

/// A duty outside shifts: somebody can be called.
public struct OnCallDuty: Hashable, Sendable {
  /// The name that reports use.
  public var name: String
  /// The skill that is asked.
  public var skill: String
  /// Whose turn it may be beside the skill.
  public var scope: RuleScope
  /// The hours of each weekday's duty; a window past midnight ends on the next date.
  public var hours: OpeningHours
  /// Most duties of a person in ``weeks`` weeks that end with this one; `nil` for no limit.
  public var most: Int?
  /// The weeks of ``most``, at least 1.
  public var weeks: Int
  /// Least time between the end of a duty and the next shift.
  public var rest: Duration
  /// Pay of a duty.
  public var allowance: Double

  /// Makes a duty.
  public init(
    name: String,
    skill: String,
    scope: RuleScope = RuleScope(),
    hours: OpeningHours,
    most: Int? = nil,
    weeks: Int = 4,
    rest: Duration = .zero,
    allowance: Double = 0
  ) {
    self.name = name
    self.skill = skill
    self.scope = scope
    self.hours = hours
    self.most = most
    self.weeks = weeks
    self.rest = rest
    self.allowance = allowance
  }
}
