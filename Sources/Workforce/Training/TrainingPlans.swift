/// What is due, by name or as counts.
public struct TrainingDueReport: Hashable, Sendable {
  /// How many of a team need a course.
  public struct Count: Hashable, Sendable {
    /// The team's name.
    public var team: String
    /// The course's name.
    public var course: String
    /// People whose date has come.
    public var overdue: Int
    /// People whose date comes within the days asked for.
    public var due: Int

    /// Makes counts.
    public init(team: String, course: String, overdue: Int, due: Int) {
      self.team = team
      self.course = course
      self.overdue = overdue
      self.due = due
    }
  }

  /// The center's name.
  public var center: String
  /// The day.
  public var date: LocalDate
  /// Days ahead.
  public var days: Int
  /// The people by time; `nil` where they may not be seen.
  public var needs: [TrainingNeed]?
  /// Counts by team and course.
  public var counts: [Count]
  /// What courses are called.
  public var titles: CourseTitles
  /// People's names by identifier; `nil` where they may not be seen.
  public var names: [String: String]?

  /// Makes a report.
  public init(
    center: String,
    date: LocalDate,
    days: Int,
    needs: [TrainingNeed]?,
    counts: [Count],
    titles: CourseTitles = CourseTitles(),
    names: [String: String]? = nil
  ) {
    self.center = center
    self.date = date
    self.days = days
    self.needs = needs
    self.counts = counts
    self.titles = titles
    self.names = names
  }
}

/// Somebody's training record with what follows from it.
public struct TrainingPassport: Hashable, Sendable {
  /// A stage of a curriculum with its days.
  public struct Stage: Hashable, Sendable {
    /// The curriculum's name.
    public var curriculum: String
    /// The stage.
    public var stage: Curriculum.Stage
    /// First day.
    public var from: LocalDate
    /// First day after it.
    public var until: LocalDate

    /// Makes a stage.
    public init(
      curriculum: String,
      stage: Curriculum.Stage,
      from: LocalDate,
      until: LocalDate
    ) {
      self.curriculum = curriculum
      self.stage = stage
      self.from = from
      self.until = until
    }
  }

  /// The center's name.
  public var center: String
  /// The day.
  public var date: LocalDate
  /// What is on record.
  public var record: PersonalRecord
  /// The stages, in order.
  public var stages: [Stage]
  /// The classes that are named in the record, by identifier.
  public var sessions: [ClassSession]
  /// What is due within a year.
  public var due: [TrainingNeed]
  /// What courses are called.
  public var titles: CourseTitles

  /// Makes a record.
  public init(
    center: String,
    date: LocalDate,
    record: PersonalRecord,
    stages: [Stage],
    sessions: [ClassSession],
    due: [TrainingNeed],
    titles: CourseTitles = CourseTitles()
  ) {
    self.center = center
    self.date = date
    self.record = record
    self.stages = stages
    self.sessions = sessions
    self.due = due
    self.titles = titles
  }
}

/// What a course changed, by every measure.
public struct TrainingEffectReport: Hashable, Sendable {
  /// The center's name.
  public var center: String
  /// The day.
  public var date: LocalDate
  /// The course's name.
  public var course: String
  /// Days before the course, and after it, that are compared.
  public var days: Int
  /// Days after the course that are left out.
  public var skipped: Int
  /// People who passed it first by the day.
  public var trained: Int
  /// The measures that could be estimated.
  public var effects: [EffectEstimate]
  /// Measures whose figures come from too few people to be shown to who asks.
  public var withheld: [PerformanceRecord.Measure]
  /// What courses are called.
  public var titles: CourseTitles

  /// Makes a report.
  public init(
    center: String,
    date: LocalDate,
    course: String,
    days: Int,
    skipped: Int,
    trained: Int,
    effects: [EffectEstimate],
    withheld: [PerformanceRecord.Measure],
    titles: CourseTitles = CourseTitles()
  ) {
    self.center = center
    self.date = date
    self.course = course
    self.days = days
    self.skipped = skipped
    self.trained = trained
    self.effects = effects
    self.withheld = withheld
    self.titles = titles
  }
}

/// How many must sit, and by when to start.
public struct TrainingBufferReport: Hashable, Sendable {
  /// What passed so far at one course.
  public struct Past: Hashable, Sendable {
    /// The course's name.
    public var course: String
    /// Those who passed at the first attempt.
    public var first: Int
    /// Those who passed at all.
    public var final: Int
    /// Those who sat.
    public var sat: Int

    /// Makes counts.
    public init(course: String, first: Int, final: Int, sat: Int) {
      self.course = course
      self.first = first
      self.final = final
      self.sat = sat
    }
  }

  /// The center's name.
  public var center: String
  /// The day.
  public var date: LocalDate
  /// The course's or curriculum's name.
  public var subject: String
  /// True for a curriculum.
  public var isCurriculum: Bool
  /// How many must pass.
  public var needed: Int
  /// The chance that is wanted.
  public var confidence: Double
  /// The prior's weight of passes.
  public var priorPasses: Double
  /// The prior's weight of failures.
  public var priorFailures: Double
  /// Past cycles, by course.
  public var past: [Past]
  /// With first attempts alone; `nil` when no number would do.
  public var first: BufferAnswer?
  /// With retakes; `nil` when no number would do.
  public var final: BufferAnswer?
  /// By when to start; `nil` where no date was asked for, or nothing says how classes are held.
  public var start: TrainingStart?
  /// What courses are called.
  public var titles: CourseTitles

  /// Makes a report.
  public init(
    center: String,
    date: LocalDate,
    subject: String,
    isCurriculum: Bool,
    needed: Int,
    confidence: Double,
    prior: (passes: Double, failures: Double),
    past: [Past],
    first: BufferAnswer?,
    final: BufferAnswer?,
    start: TrainingStart?,
    titles: CourseTitles = CourseTitles()
  ) {
    self.center = center
    self.date = date
    self.subject = subject
    self.isCurriculum = isCurriculum
    self.needed = needed
    self.confidence = confidence
    priorPasses = prior.passes
    priorFailures = prior.failures
    self.past = past
    self.first = first
    self.final = final
    self.start = start
    self.titles = titles
  }
}

/// By when training must start so that people are ready on a day.
public struct TrainingStart: Hashable, Sendable {
  /// The day on which people are needed, or the first on which they can be ready.
  public var ready: LocalDate
  /// The last day on which to start for it.
  public var start: LocalDate
  /// True when the day was asked for.
  public var isAsked: Bool
  /// Classes of the course; 0 for a curriculum.
  public var classes: Int
  /// First day after the first classes; `nil` for a curriculum.
  public var retakesFrom: LocalDate?
  /// Classes for those who are expected to fail at first.
  public var retakeClasses: Int
  /// People in one class.
  public var seats: Int
  /// Classes in a week.
  public var perWeek: Int

  /// Makes a plan.
  public init(
    ready: LocalDate,
    start: LocalDate,
    isAsked: Bool,
    classes: Int = 0,
    retakesFrom: LocalDate? = nil,
    retakeClasses: Int = 0,
    seats: Int = 0,
    perWeek: Int = 0
  ) {
    self.ready = ready
    self.start = start
    self.isAsked = isAsked
    self.classes = classes
    self.retakesFrom = retakesFrom
    self.retakeClasses = retakeClasses
    self.seats = seats
    self.perWeek = perWeek
  }
}
