/// Where a goal stands and where it goes at this pace.
public struct GoalOutlook: Hashable, Sendable {
  /// How it stands.
  public enum Verdict: String, CaseIterable, Sendable {
    /// The date is to come, and the goal will be met with a chance of 80 % or more.
    case onTrack = "on_track"
    /// The date is to come, and the chance is 20 % or less.
    case offTrack = "off_track"
    /// The chance is between, or there are too few weeks.
    case open
    /// The date has passed, and the goal was met.
    case met
    /// The date has passed, and it was not.
    case missed
    /// There are no figures.
    case noData = "no_data"
  }

  /// A measured week.
  public struct Point: Hashable, Sendable {
    /// The week.
    public var week: ISOWeek
    /// The share or the mean.
    public var value: Double
    /// What it rests on.
    public var cases: Double

    /// Makes a point.
    public init(week: ISOWeek, value: Double, cases: Double) {
      self.week = week
      self.value = value
      self.cases = cases
    }
  }

  /// A value with the ends of its 90 % band.
  public struct Band: Hashable, Sendable {
    /// The week.
    public var week: ISOWeek
    /// The middle.
    public var value: Double
    /// The lower end.
    public var low: Double
    /// The upper end.
    public var high: Double

    /// Makes a band.
    public init(week: ISOWeek, value: Double, low: Double, high: Double) {
      self.week = week
      self.value = value
      self.low = low
      self.high = high
    }
  }

  /// The goal.
  public var goal: ScorecardGoal
  /// Its measure.
  public var measure: ScorecardMeasure
  /// When it is due.
  public var due: LocalDate
  /// The measured weeks, in order.
  public var points: [Point]
  /// The figure of the baseline's weeks together; `nil` without any.
  public var baseline: Double?
  /// The value to reach; `nil` where it hangs on a baseline without figures.
  public var threshold: Double?
  /// The figure of the last four weeks together, or of those up to a date that has passed.
  public var latest: Point?
  /// The trend with its band, from the first week of it to the date.
  public var trend: [Band]
  /// The figure expected of the four weeks up to the date.
  public var forecast: Band?
  /// The chance that the goal is met on its date, 0 to 1.
  public var chance: Double?
  /// How it stands.
  public var verdict: Verdict
  /// Why there is no forecast; empty where there is one.
  public var reason: String

  /// Makes an outlook without figures.
  public init(
    goal: ScorecardGoal,
    measure: ScorecardMeasure,
    due: LocalDate,
    points: [Point] = [],
    baseline: Double? = nil,
    threshold: Double? = nil,
    reason: String = ""
  ) {
    self.goal = goal
    self.measure = measure
    self.due = due
    self.points = points
    self.baseline = baseline
    self.threshold = threshold
    self.reason = reason
    latest = nil
    trend = []
    forecast = nil
    chance = nil
    verdict = .noData
  }
}
