/// Everybody's attempts and certificates in a compact form, from which reports are computed.
///
/// A million attempts take 16 MB. Names stand once; entries refer to them by position.
public struct TrainingBook: Sendable {
  /// A try at an assessment that no later entry replaces.
  public struct Attempt: Hashable, Sendable {
    /// When it was sat, in minutes on the clock of the person's site since 1970.
    public var sat: Int32
    /// Position of the class after which it was sat in ``TrainingBook/sessions``, or -1.
    public var session: Int32
    /// Position of the course in ``TrainingBook/courses``.
    public var course: UInt16
    /// Which try it is, from 1, as its source counts.
    public var number: UInt16
    /// True when the score reached the mark.
    public var isPassed: Bool

    /// Makes an attempt.
    public init(sat: Int32, session: Int32 = -1, course: UInt16, number: UInt16, isPassed: Bool) {
      self.sat = sat
      self.session = session
      self.course = course
      self.number = number
      self.isPassed = isPassed
    }
  }

  /// A certificate.
  public struct Certificate: Hashable, Sendable {
    /// ``lapses`` of a certificate that holds for ever.
    public static let never = Int32.max

    /// The day of the pass, in days since 1970.
    public var attained: Int32
    /// The first moment at which it holds, in minutes on the clock of the person's site since 1970.
    public var from: Int32
    /// The first moment at which it holds no longer, likewise; ``never`` for none.
    public var lapses: Int32
    /// Position of the course in ``TrainingBook/courses``.
    public var course: UInt16
    /// True when it was taken back.
    public var isRevoked: Bool

    /// Makes a certificate.
    public init(attained: Int32, from: Int32, lapses: Int32, course: UInt16, isRevoked: Bool) {
      self.attained = attained
      self.from = from
      self.lapses = lapses
      self.course = course
      self.isRevoked = isRevoked
    }
  }

  /// Settings, people and rules; the certificates in its ``PlanningInputs/training`` may be left
  /// out, those of the book hold.
  public var inputs: PlanningInputs
  /// Names of courses.
  public var courses: [String]
  /// Identifiers of classes.
  public var sessions: [String]
  /// Everybody who is in the book, those who left included.
  public var people: [Employee]
  /// Per person: the attempts by course, time, number, reference and source.
  public var attempts: [[Attempt]]
  /// Per person: the certificates in the order in which they were recorded.
  public var certificates: [[Certificate]]

  /// Makes a book.
  public init(
    inputs: PlanningInputs,
    courses: [String],
    sessions: [String],
    people: [Employee],
    attempts: [[Attempt]],
    certificates: [[Certificate]]
  ) {
    self.inputs = inputs
    self.courses = courses
    self.sessions = sessions
    self.people = people
    self.attempts = attempts
    self.certificates = certificates
  }
}

/// Everything on record of one person.
public struct PersonalRecord: Hashable, Sendable {
  /// The person.
  public var employee: Employee
  /// The certificates, in the order in which they were recorded.
  public var certifications: [Certification]
  /// The curricula that the person was put on.
  public var enrolments: [CurriculumEnrolment]
  /// The courses that the person was put on.
  public var courseEnrolments: [CourseEnrolment]
  /// Who looked after the person, and after whom the person looked.
  public var mentorings: [Mentoring]
  /// Classes attended, assessments and work.
  public var records: TrainingRecords

  /// Makes a record.
  public init(
    employee: Employee,
    certifications: [Certification],
    enrolments: [CurriculumEnrolment],
    courseEnrolments: [CourseEnrolment],
    mentorings: [Mentoring],
    records: TrainingRecords
  ) {
    self.employee = employee
    self.certifications = certifications
    self.enrolments = enrolments
    self.courseEnrolments = courseEnrolments
    self.mentorings = mentorings
    self.records = records
  }
}
