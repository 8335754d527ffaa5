/// What people of a role go through, as it is from a date on.
///
/// A changed curriculum is a new version: the same name with a later ``from``. People follow the
/// version with which they were enrolled.
public struct Curriculum: Hashable, Sendable {
  /// A stretch of it.
  public struct Stage: Hashable, Sendable {
    /// How long a stage takes.
    public enum Length: Hashable, Sendable {
      /// Days, above 0.
      case days(Int)
      /// Calendar months, above 0.
      case months(Int)
    }

    /// Its name.
    public var name: String
    /// How long it takes.
    public var length: Length
    /// Courses to pass in it.
    public var courses: [String]
    /// Tenths of a person that somebody in it counts for at work, 0 to 10.
    public var tenths: Int
    /// The level at which skills count in it; `nil` for the person's own.
    public var level: String?
    /// True when a person in it works only beside somebody who is past it.
    public var isNeverAlone: Bool
    /// Share of each shift that a mentor's shift covers at least.
    public var mentorShare: Fraction

    /// Makes a stage.
    public init(
      name: String,
      length: Length,
      courses: [String] = [],
      tenths: Int = 10,
      level: String? = nil,
      isNeverAlone: Bool = false,
      mentorShare: Fraction = .zero
    ) {
      self.name = name
      self.length = length
      self.courses = courses
      self.tenths = tenths
      self.level = level
      self.isNeverAlone = isNeverAlone
      self.mentorShare = mentorShare
    }
  }

  /// A course that people take again and again.
  public struct Recurring: Hashable, Sendable {
    /// The course's name.
    public var course: String
    /// Calendar months from one to the next, above 0.
    public var everyMonths: Int

    /// Makes a recurring course.
    public init(course: String, everyMonths: Int) {
      self.course = course
      self.everyMonths = everyMonths
    }
  }

  /// The name that files use.
  public var name: String
  /// First day of this version; `nil` for always.
  public var from: LocalDate?
  /// Teams whose new people follow it.
  public var teams: [String]
  /// Its stages, in order.
  public var stages: [Stage]
  /// What people in service take.
  public var inService: [Recurring]

  /// Makes a curriculum.
  public init(
    name: String,
    from: LocalDate? = nil,
    teams: [String] = [],
    stages: [Stage],
    inService: [Recurring] = []
  ) {
    self.name = name
    self.from = from
    self.teams = teams
    self.stages = stages
    self.inService = inService
  }
}
