/// A certificate that somebody needs, and what hangs on it.
public struct TrainingNeed: Hashable, Sendable {
  /// Who needs which certificate by when.
  public var due: TrainingDue
  /// The person's team.
  public var team: String
  /// Days left; below 0 for what is overdue.
  public var daysLeft: Int
  /// Skills that the person cannot use alone from then on without it, by name.
  public var skillsLost: [String]
  /// The class in which the person has a seat; `nil` for none.
  public var booked: String?

  /// Makes an entry.
  public init(
    due: TrainingDue,
    team: String,
    daysLeft: Int,
    skillsLost: [String],
    booked: String? = nil
  ) {
    self.due = due
    self.team = team
    self.daysLeft = daysLeft
    self.skillsLost = skillsLost
    self.booked = booked
  }
}

/// How many people have their compliance training in force.
public struct ComplianceCoverage: Hashable, Sendable {
  /// One course that everybody must have.
  public struct Course: Hashable, Sendable {
    /// The course's name.
    public var course: String
    /// People who have it in force.
    public var covered: Int

    /// Makes an entry.
    public init(course: String, covered: Int) {
      self.course = course
      self.covered = covered
    }
  }

  /// People employed.
  public var employed: Int
  /// People who have all of it.
  public var covered: Int
  /// Each course.
  public var courses: [Course]

  /// Makes figures.
  public init(employed: Int, covered: Int, courses: [Course]) {
    self.employed = employed
    self.covered = covered
    self.courses = courses
  }
}

/// How long people take to all certificates of a stage.
public struct StageCompetence: Hashable, Sendable {
  /// The curriculum's name.
  public var curriculum: String
  /// The stage's name.
  public var stage: String
  /// People who have them all.
  public var people: Int
  /// The median of their days from enrolment; `nil` for nobody.
  public var median: Double?
  /// Its interval, at least 95 %; `nil` for too few.
  public var interval: ClosedRange<Int>?

  /// Makes figures.
  public init(
    curriculum: String,
    stage: String,
    people: Int,
    median: Double?,
    interval: ClosedRange<Int>?
  ) {
    self.curriculum = curriculum
    self.stage = stage
    self.people = people
    self.median = median
    self.interval = interval
  }
}

/// How training stands on a day.
public struct TrainingOverview: Hashable, Sendable {
  /// Somebody who failed a course twice or more.
  public struct Failing: Hashable, Sendable {
    /// The person's identifier.
    public var employee: String
    /// The course's name.
    public var course: String
    /// Attempts since the last pass or lapse.
    public var attempts: Int
    /// The day of the first of them.
    public var since: LocalDate

    /// Makes an entry.
    public init(employee: String, course: String, attempts: Int, since: LocalDate) {
      self.employee = employee
      self.course = course
      self.attempts = attempts
      self.since = since
    }
  }

  /// How many need a course.
  public struct Due: Hashable, Sendable {
    /// The course's name.
    public var course: String
    /// People whose date has come.
    public var overdue: Int
    /// People who need it within 30 days.
    public var within30: Int
    /// People who need it within 90 days, those within 30 among them.
    public var within90: Int

    /// Makes counts.
    public init(course: String, overdue: Int, within30: Int, within90: Int) {
      self.course = course
      self.overdue = overdue
      self.within30 = within30
      self.within90 = within90
    }
  }

  /// The center's name.
  public var center: String
  /// The day.
  public var date: LocalDate
  /// The days of first attempts that count; `nil` for all.
  public var dates: ClosedRange<LocalDate>?
  /// The share that should pass.
  public var goal: Fraction
  /// Pass rates, each table by other keys.
  public var tables: [PassRateTable]
  /// Groups of fewer people stand together, because who asks may not see single results.
  public var leastGroup: Int?
  /// The last day of the pass rates, for who sees those of whole quarters only.
  public var ratesThrough: LocalDate?
  /// True when people sat whose results are in no table, because who asks may not see them.
  public var isWithheld: Bool
  /// Due counts by course, those with any.
  public var due: [Due]
  /// How many people fail a course twice or more.
  public var failingCount: Int
  /// Who they are; `nil` where that may not be seen.
  public var failing: [Failing]?
  /// Compliance training.
  public var compliance: ComplianceCoverage
  /// Time to competence.
  public var competence: [StageCompetence]
  /// What courses are called.
  public var titles: CourseTitles

  /// Makes an overview.
  public init(
    center: String,
    date: LocalDate,
    dates: ClosedRange<LocalDate>?,
    goal: Fraction,
    tables: [PassRateTable],
    leastGroup: Int?,
    ratesThrough: LocalDate? = nil,
    isWithheld: Bool = false,
    due: [Due],
    failingCount: Int,
    failing: [Failing]?,
    compliance: ComplianceCoverage,
    competence: [StageCompetence],
    titles: CourseTitles = CourseTitles()
  ) {
    self.center = center
    self.date = date
    self.dates = dates
    self.goal = goal
    self.tables = tables
    self.leastGroup = leastGroup
    self.ratesThrough = ratesThrough
    self.isWithheld = isWithheld
    self.due = due
    self.failingCount = failingCount
    self.failing = failing
    self.compliance = compliance
    self.competence = competence
    self.titles = titles
  }
}
