/// What a queue's forecast rests on: its past days, and how methods did on past weeks.
public struct ForecastEvidence: Hashable, Sendable {
  /// One past day.
  public struct Day: Hashable, Sendable {
    /// The date.
    public var date: LocalDate
    /// Contacts that came, known factors removed.
    public var came: Double
    /// What the method would have said for it beforehand; `nil` where it was not asked.
    public var expected: Double?
    /// The name of its calendar entry, where it is no ordinary day.
    public var special: String?

    /// Makes a day.
    public init(date: LocalDate, came: Double, expected: Double? = nil, special: String? = nil) {
      self.date = date
      self.came = came
      self.expected = expected
      self.special = special
    }
  }

  /// One past week, forecast as far ahead as the target week is.
  public struct Week: Hashable, Sendable {
    /// Its Monday.
    public var monday: LocalDate
    /// Contacts expected on its judged days.
    public var expected: Double
    /// Contacts that came on them.
    public var came: Double
    /// Sum of absolute errors over intervals.
    public var absoluteError: Double

    /// Makes a week.
    public init(monday: LocalDate, expected: Double, came: Double, absoluteError: Double) {
      self.monday = monday
      self.expected = expected
      self.came = came
      self.absoluteError = absoluteError
    }
  }

  /// One method's errors on the same weeks.
  public struct Method: Hashable, Sendable {
    /// The method.
    public var method: ForecastMethod
    /// Sum of absolute errors over intervals ÷ sum of what came; `nil` when nothing was judged.
    public var intervalError: Double?
    /// The same over days.
    public var dayError: Double?
    /// Relative improvement over the weekly naive; `nil` when that was not asked.
    public var skill: Double?

    /// Makes a method's errors.
    public init(
      method: ForecastMethod,
      intervalError: Double?,
      dayError: Double?,
      skill: Double?
    ) {
      self.method = method
      self.intervalError = intervalError
      self.dayError = dayError
      self.skill = skill
    }
  }

  /// The last usable days, ascending.
  public var days: [Day]
  /// Past weeks with the method in use, ascending.
  public var weeks: [Week]
  /// The methods that were compared, the most trusted first.
  public var methods: [Method]
  /// How many weeks ahead past weeks were judged.
  public var lead: Int

  /// Makes evidence.
  public init(days: [Day], weeks: [Week], methods: [Method], lead: Int) {
    self.days = days
    self.weeks = weeks
    self.methods = methods
    self.lead = lead
  }
}
