/// What a plan knows of training: the rules, and the records that decide who may do what.
public struct TrainingInputs: Hashable, Sendable {
  /// When classes may be placed.
  public struct Placement: Hashable, Sendable {
    /// The window of each day, on the clock of the scenario.
    public var hours: ClockWindow
    /// Classes of one course that a week may hold at most, above 0.
    public var sessionsPerWeek: Int

    /// Makes limits.
    public init(hours: ClockWindow, sessionsPerWeek: Int) {
      self.hours = hours
      self.sessionsPerWeek = sessionsPerWeek
    }
  }

  /// No training at all: skills are what `skills.csv` says.
  public static let none = TrainingInputs()

  /// The courses, all versions, in file order.
  public var courses: [Course]
  /// The curricula, all versions, in file order.
  public var curricula: [Curriculum]
  /// The rooms.
  public var rooms: [Room]
  /// Who must be present.
  public var presence: [PresenceRule]
  /// When classes may be placed; `nil` for those given in ``sessions`` only.
  public var placement: Placement?
  /// The certificates, in file order.
  public var certifications: [Certification]
  /// Who is on which curriculum.
  public var enrolments: [CurriculumEnrolment]
  /// Who is on which course.
  public var courseEnrolments: [CourseEnrolment]
  /// Who looks after whom.
  public var mentorings: [Mentoring]
  /// The classes that are given.
  public var sessions: [ClassSession]

  /// Makes inputs.
  public init(
    courses: [Course] = [],
    curricula: [Curriculum] = [],
    rooms: [Room] = [],
    presence: [PresenceRule] = [],
    placement: Placement? = nil,
    certifications: [Certification] = [],
    enrolments: [CurriculumEnrolment] = [],
    courseEnrolments: [CourseEnrolment] = [],
    mentorings: [Mentoring] = [],
    sessions: [ClassSession] = []
  ) {
    self.courses = courses
    self.curricula = curricula
    self.rooms = rooms
    self.presence = presence
    self.placement = placement
    self.certifications = certifications
    self.enrolments = enrolments
    self.courseEnrolments = courseEnrolments
    self.mentorings = mentorings
    self.sessions = sessions
  }

  /// Everybody whom the records and rules name, by identifier.
  public var people: Set<String> {
    var people = Set(certifications.map(\.employee) + enrolments.map(\.employee))
    people.formUnion(courseEnrolments.map(\.employee))
    people.formUnion(mentorings.flatMap { [$0.employee, $0.mentor] })
    people.formUnion(sessions.flatMap { $0.attendees + ($0.trainer.map { [$0] } ?? []) })
    return people.union(courses.flatMap(\.trainers))
  }

  /// The version of a course on a date: the latest that has begun, else the first.
  public func course(_ name: String, on date: LocalDate) -> Course? {
    Self.version(courses.filter { $0.name == name }, on: date, from: \.from)
  }

  /// The version of a curriculum on a date: the latest that has begun, else the first.
  public func curriculum(_ name: String, on date: LocalDate) -> Curriculum? {
    Self.version(curricula.filter { $0.name == name }, on: date, from: \.from)
  }

  private static func version<Item>(
    _ versions: [Item],
    on date: LocalDate,
    from: (Item) -> LocalDate?
  ) -> Item? {
    let begun = versions.filter { version in from(version).map { $0 <= date } ?? true }
    return begun.max { first, second in
      guard let start = from(second) else { return false }
      return from(first).map { $0 < start } ?? true
    } ?? versions.first
  }
}

/// A span in which a person may use a skill, worked out from grants and certificates.
public struct SkillSpan: Hashable, Sendable {
  /// The person's identifier.
  public var employee: String
  /// The skill's name.
  public var skill: String
  /// The level at which it is held; `nil` for none in particular.
  public var level: String?
  /// The first moment; `nil` for always.
  public var from: Instant?
  /// The first moment after it; `nil` for never.
  public var until: Instant?
  /// True when the skill may be used only beside somebody who holds it in full.
  public var isSupervised: Bool

  /// Makes a span.
  public init(
    employee: String,
    skill: String,
    level: String? = nil,
    from: Instant? = nil,
    until: Instant? = nil,
    isSupervised: Bool = false
  ) {
    self.employee = employee
    self.skill = skill
    self.level = level
    self.from = from
    self.until = until
    self.isSupervised = isSupervised
  }

  /// True from ``from`` to before ``until``.
  public func contains(_ moment: Instant) -> Bool {
    (from.map { $0 <= moment } ?? true) && (until.map { moment < $0 } ?? true)
  }
}
