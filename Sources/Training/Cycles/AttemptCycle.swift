public import Workforce

/// All attempts of one person at one course from one pass or lapse to the next.
///
/// Rates count cycles, so that somebody who needs three attempts is one person, not three.
public struct AttemptCycle: Hashable, Sendable {
  /// The person's position in the book.
  public let person: Int32
  /// The day of the first attempt, on the clock of the person's site, in days since 1970.
  public let began: Int32
  /// Position of the group with which the person began in ``AttemptCycles/cohorts``.
  public let cohort: Int32
  /// Position of who taught before the first attempt in ``AttemptCycles/trainers``, or -1.
  public let trainer: Int32
  /// The course's position in the book.
  public let course: UInt16
  /// How many attempts there were.
  public internal(set) var attempts: UInt16
  /// True when the first one passed.
  public let isPassedFirst: Bool
  /// True when one passed.
  public internal(set) var isPassed: Bool

  /// The day of the first attempt.
  public var date: LocalDate { LocalDate(daysSinceEpoch: Int(began)) }
}

extension LocalDate {
  /// The quarter in which the date lies, `2026-Q1`.
  public var quarter: String {
    let (year, month, _) = components
    return "\(year)-Q\((month - 1) / 3 + 1)"
  }
}
