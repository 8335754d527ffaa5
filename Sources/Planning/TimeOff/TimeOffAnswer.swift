public import Workforce

/// What the absence that somebody asks for would do.
public struct TimeOffAnswer: Sendable {
  /// The days of a year's allowance.
  public struct Account: Hashable, Sendable {
    /// The year.
    public var year: Int
    /// Days that this absence takes.
    public var takes: Int
    /// The allowance; `nil` when none is on record.
    public var allowance: Double?
    /// Days that other absences on record take.
    public var taken: Int
    /// Days that other requests would take about which nobody has decided.
    public var asked: Int

    /// What is left when the absence is granted; `nil` without an allowance on record.
    public var left: Double? { allowance.map { $0 - Double(taken + takes) } }
    /// Whether the absence takes more than there is.
    public var isShort: Bool { takes > 0 && (left ?? -1) < 0 }
  }

  /// The person, when, and what.
  public var absence: Absence
  /// By year; empty for kinds that no allowance is for.
  public var accounts: [Account]
  /// The person's team; empty without one.
  public var team: String
  /// How many people the team, or else the site, has.
  public var teamSize: Int
  /// Who of them is away in that time.
  public var colleagues: [Absence]
  /// What it does to published rosters, by week.
  public var weeks: [WeekImpact]
  /// Weeks of the absence without a published roster.
  public var unpublished: [ISOWeek]
  /// Classes of the person that fall within, by time.
  public var classes: [MissedClass] = []

  /// Days that it takes from allowances in all.
  public var days: Int { accounts.reduce(0) { $0 + $1.takes } }
  /// Whether some year's allowance does not suffice.
  public var isShort: Bool { accounts.contains(where: \.isShort) }
}

/// What an absence does to the published roster of a week.
public struct WeekImpact: Sendable {
  /// People missing from a queue on a date, besides those who are missing already.
  public struct Gap: Hashable, Sendable {
    /// The date.
    public var date: LocalDate
    /// The queue.
    public var queue: String
    /// The first moment at which more are missing.
    public var start: Instant
    /// The end of the last interval.
    public var end: Instant
    /// Person-hours more that are missing.
    public var hours: Double
    /// The most people missing at once, those included that are missing already.
    public var most: Double
    /// When that is first.
    public var moment: Instant
  }

  /// The week.
  public var week: ISOWeek
  /// The version that holds.
  public var version: Int
  /// The clock that the person lives by.
  public var zone: Zone
  /// The clock of the planning intervals.
  public var gridZone: Zone
  /// The shifts that fall away.
  public var lost: [Shift]
  /// Rules that what is left of the roster would break, and the roster as it is does not.
  public var broken: [Violation]
  /// Where people would be missing.
  public var gaps: [Gap]
  /// Why the cover cannot be told; `nil` when it can.
  public var unknownCover: String?
}
