import Workforce

/// A rule on one person's week.
///
/// Each is of one of the kinds below, one file per rule.
protocol TourRule: Sendable {
  /// The name that reports and the checker use.
  static var name: String { get }
  /// What the rule demands of this person, in words with its numbers.
  var demand: String { get }
  /// The checker's name of the rule, then the demand.
  var sentence: String { get }
}

extension TourRule {
  /// The name, then the demand.
  var sentence: String { "\(Self.name): \(demand)" }
}

/// A rule that allows or forbids a single shift.
protocol ShiftFilter: TourRule {
  /// Whether the person may work the shift.
  func allows(_ shift: CandidateShift) -> Bool
}

/// A rule on successive days, on totals of the week or on the sequence of working days: it
/// tightens the numbers that the pricing keeps.
protocol LimitRule: TourRule {
  /// Tightens the limits.
  func tighten(_ limits: inout TourLimits)
}

/// A shift that someone could work, with everything that filters look at.
struct CandidateShift: Sendable {
  /// Position of the date in the week.
  let day: Int
  /// The date on which it starts.
  let date: LocalDate
  /// First slot.
  let startSlot: Int
  /// Position of the shape.
  let shape: Int
  /// The start on the wall clock.
  let start: LocalDateTime
  /// The end on the wall clock.
  let end: LocalDateTime
  /// The first moment.
  let startInstant: Instant
  /// The first moment after it.
  let endInstant: Instant
  /// Whether each queue is open in the first slot.
  let openAtStart: [Bool]
  /// Whether each queue is open in the last slot.
  let openAtEnd: [Bool]
  /// The kinds of shift that it is of, as bits by their positions in the settings.
  let kinds: UInt64
  /// Position among the shifts of its date.
  var position = 0

  /// Minutes on the clock from the date's midnight to the end.
  var endMinutes: Int {
    (end.date.daysSinceEpoch - date.daysSinceEpoch) * 1440 + end.minuteOfDay
  }

  /// Whether it runs into the next date.
  var isOverMidnight: Bool { endMinutes > 1440 }
}

/// The numbers that the pricing keeps for one person.
struct TourLimits: Hashable, Sendable {
  /// Least time between two shifts, in minutes.
  var minimumRest = 0
  /// Largest change of the start's clock time between successive dates, in minutes.
  var maximumStartChange = Int.max
  /// Fewest shifts.
  var minimumDays = 0
  /// Most shifts.
  var maximumDays = 7
  /// Least paid minutes.
  var minimumPaid = 0
  /// Most paid minutes.
  var maximumPaid = 7 * 1440
  /// Most working days in a row.
  var maximumRun = 1000
  /// Working days in a row before the week.
  var previousRun = 0
}

extension TourLimits {
  /// Shifts of a legal week; none where the bounds contradict each other.
  var daysAllowed: ClosedRange<Int> {
    minimumDays <= maximumDays ? minimumDays...maximumDays : -1 ... -1
  }

  /// Paid minutes of a legal week; none where the bounds contradict each other.
  var paidAllowed: ClosedRange<Int> {
    minimumPaid <= maximumPaid ? minimumPaid...maximumPaid : -1 ... -1
  }
}
