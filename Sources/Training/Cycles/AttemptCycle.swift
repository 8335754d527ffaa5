public import Workforce

/// All attempts of one person at one course from one pass or lapse to the next.
///
/// Rates count cycles, so that somebody who needs three attempts is one person, not three.
public struct AttemptCycle: Hashable, Sendable {
  /// The person's identifier.
  public var employee: String
  /// The course's name.
  public var course: String
  /// Which of the person's cycles at the course, from 1.
  public var number: Int
  /// The day of the first attempt, on the clock of the person's site.
  public var began: LocalDate
  /// The moment of the first attempt.
  public var first: Instant
  /// The moment of the last attempt.
  public var last: Instant
  /// How many attempts there were.
  public var attempts: Int
  /// True when the first one passed.
  public var isPassedFirst: Bool
  /// True when one passed.
  public var isPassed: Bool
  /// The person's site.
  public var site: String
  /// The person's team.
  public var team: String
  /// Who taught before the first attempt; `nil` for nobody known.
  public var trainer: String?
  /// The group with which the person began.
  public var cohort: String

  /// Makes a cycle.
  public init(
    employee: String,
    course: String,
    number: Int,
    began: LocalDate,
    first: Instant,
    last: Instant,
    attempts: Int,
    isPassedFirst: Bool,
    isPassed: Bool,
    site: String = "",
    team: String = "",
    trainer: String? = nil,
    cohort: String = ""
  ) {
    self.employee = employee
    self.course = course
    self.number = number
    self.began = began
    self.first = first
    self.last = last
    self.attempts = attempts
    self.isPassedFirst = isPassedFirst
    self.isPassed = isPassed
    self.site = site
    self.team = team
    self.trainer = trainer
    self.cohort = cohort
  }

  /// The quarter in which the cycle is counted, `2026-Q1`.
  public var quarter: String { Self.quarter(of: began) }

  /// The quarter of a date, `2026-Q1`.
  public static func quarter(of date: LocalDate) -> String {
    let (year, month, _) = date.components
    return "\(year)-Q\((month - 1) / 3 + 1)"
  }
}
