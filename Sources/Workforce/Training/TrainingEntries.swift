/// Somebody who is put on a course.
public struct CourseEnrolment: Hashable, Sendable {
  /// The person's identifier.
  public var employee: String
  /// The course's name.
  public var course: String
  /// The class; `nil` when none is chosen yet.
  public var session: String?
  /// The group with which the person began; may be empty.
  public var cohort: String
  /// First day.
  public var from: LocalDate

  /// Makes an enrolment.
  public init(
    employee: String,
    course: String,
    session: String? = nil,
    cohort: String = "",
    from: LocalDate
  ) {
    self.employee = employee
    self.course = course
    self.session = session
    self.cohort = cohort
    self.from = from
  }
}

/// How long somebody was at a class.
public struct Attendance: Hashable, Sendable {
  /// The person's identifier.
  public var employee: String
  /// The class's identifier.
  public var session: String
  /// Minutes present, 0 for somebody who did not come.
  public var minutes: Int
  /// Its number in the records; unique.
  public var reference: String

  /// Makes an entry.
  public init(employee: String, session: String, minutes: Int, reference: String) {
    self.employee = employee
    self.session = session
    self.minutes = minutes
    self.reference = reference
  }
}

/// How somebody's work was on a day, by one measure.
public struct PerformanceRecord: Hashable, Sendable {
  /// What is measured.
  public enum Measure: String, CaseIterable, Sendable {
    /// Handle time in seconds.
    case handleTime = "handle_time"
    /// Satisfaction of customers, 0 to 1.
    case satisfaction
    /// Complaints per contact, 0 to 1.
    case complaintRate = "complaint_rate"
    /// Score of listening to contacts, 0 to 1.
    case quality

    /// True for measures between 0 and 1.
    public var isShare: Bool { self != .handleTime }
    /// True where less is better.
    public var isBetterLow: Bool { self == .handleTime || self == .complaintRate }
  }

  /// The person's identifier.
  public var employee: String
  /// The day.
  public var date: LocalDate
  /// What is measured.
  public var measure: Measure
  /// Contacts behind the mean, above 0.
  public var cases: Double
  /// The mean over them.
  public var mean: Double

  /// Makes an entry.
  public init(
    employee: String,
    date: LocalDate,
    measure: Measure,
    cases: Double,
    mean: Double
  ) {
    self.employee = employee
    self.date = date
    self.measure = measure
    self.cases = cases
    self.mean = mean
  }
}

/// Personal results: read for training reports only, never for a plan.
public struct TrainingRecords: Hashable, Sendable {
  /// No records.
  public static let none = TrainingRecords()

  /// Who was at which class.
  public var attendances: [Attendance]
  /// The assessments, corrections among them.
  public var assessments: [AssessmentAttempt]
  /// How people's work was.
  public var performance: [PerformanceRecord]

  /// Makes records.
  public init(
    attendances: [Attendance] = [],
    assessments: [AssessmentAttempt] = [],
    performance: [PerformanceRecord] = []
  ) {
    self.attendances = attendances
    self.assessments = assessments
    self.performance = performance
  }
}

/// A certificate that somebody will need.
public struct TrainingDue: Hashable, Sendable {
  /// Why it is needed.
  public enum Kind: String, CaseIterable, Sendable {
    /// The one held lapses.
    case renewal
    /// None was held so far.
    case first
    /// A course to be repeated at intervals.
    case drill
  }

  /// The person's identifier.
  public var employee: String
  /// The course's name.
  public var course: String
  /// The moment by which it must be had, on the clock of the person's site.
  public var by: LocalDateTime
  /// Why it is needed.
  public var kind: Kind
  /// Chance of a pass at one sitting.
  public var passProbability: Fraction

  /// Makes an entry.
  public init(
    employee: String,
    course: String,
    by: LocalDateTime,
    kind: Kind,
    passProbability: Fraction
  ) {
    self.employee = employee
    self.course = course
    self.by = by
    self.kind = kind
    self.passProbability = passProbability
  }
}
