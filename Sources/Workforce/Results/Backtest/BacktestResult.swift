/// An interval or a day as it was forecast from the past, and what came.
public struct BacktestInterval: Hashable, Sendable {
  /// When it starts; of an interval that opens late, its start on the grid from midnight.
  public var start: Instant
  /// Expected contacts.
  public var mean: Double
  /// 2.5 % quantile.
  public var low95: Double
  /// 10 % quantile.
  public var low80: Double
  /// 90 % quantile.
  public var high80: Double
  /// 97.5 % quantile.
  public var high95: Double
  /// What came; `nil` when nothing was recorded.
  public var actual: Double?

  /// Makes an interval.
  public init(
    start: Instant,
    mean: Double,
    low95: Double,
    low80: Double,
    high80: Double,
    high95: Double,
    actual: Double? = nil
  ) {
    self.start = start
    self.mean = mean
    self.low95 = low95
    self.low80 = low80
    self.high80 = high80
    self.high95 = high95
    self.actual = actual
  }
}

/// What one method said of one week.
public struct BacktestForecast: Sendable {
  /// The method.
  public var method: ForecastMethod
  /// Time that the forecast took.
  public var seconds: Double
  /// Per granularity, the intervals that were forecast, ascending; closed ones are absent.
  public var intervals: [[BacktestInterval]]
  /// Per granularity, how right they were.
  public var scores: [BacktestScore]

  /// Makes a forecast; both lists follow the granularities of the result.
  public init(
    method: ForecastMethod,
    seconds: Double,
    intervals: [[BacktestInterval]],
    scores: [BacktestScore]
  ) {
    self.method = method
    self.seconds = seconds
    self.intervals = intervals
    self.scores = scores
  }
}

/// One week, forecast as if it were still to come.
public struct BacktestWeek: Sendable {
  /// The week's Monday.
  public var origin: LocalDate
  /// Weeks ahead: 1 forecasts on the week's Monday, 3 two weeks before.
  public var lead: Int
  /// Only rows before this date counted.
  public var cutoff: LocalDate
  /// The history's interval as known then; `nil` when it could not be told.
  public var intervalMinutes: Int?
  /// The opening hours as known then.
  public var openingHours: OpeningHours?
  /// Dates known or inferred as closed then, up to the week's end.
  public var closures: [LocalDate] = []
  /// What was inferred, found and treated.
  public var findings: [Diagnostic] = []
  /// Why there is no forecast; `nil` when there is one.
  public var leftOut: String?
  /// One forecast per method of the result; empty when there is none.
  public var forecasts: [BacktestForecast] = []
  /// Open dates of the week without any row, which are not judged.
  public var unrecorded: [LocalDate] = []
  /// Contacts recorded where nothing was forecast, because closed; they count as errors.
  public var outside = 0.0

  /// Makes a week without forecasts.
  public init(origin: LocalDate, lead: Int) {
    self.origin = origin
    self.lead = lead
    cutoff = origin.adding(days: 7 * (1 - lead))
  }
}

/// What methods would have said of past weeks, and how right they would have been.
public struct BacktestResult: Sendable {
  /// The queue, or the history without its path.
  public var name: String
  /// The zone of all local times.
  public var zone: Zone
  /// Lengths of judged intervals in minutes, 1440 for days, ascending.
  public var granularities: [Int]
  /// Weeks ahead, as asked for.
  public var leads: [Int]
  /// The methods, as asked for.
  public var methods: [ForecastMethod]
  /// By lead, then by date.
  public var weeks: [BacktestWeek]
  /// Weeks that the last origins look ahead to, beyond the weeks that were asked for: forecast, but
  /// not judged; by lead, then by date.
  public var ahead: [BacktestWeek]
  /// What holds for all weeks.
  public var notes: [Diagnostic]

  /// Makes a result.
  public init(
    name: String,
    zone: Zone,
    granularities: [Int],
    leads: [Int],
    methods: [ForecastMethod],
    weeks: [BacktestWeek],
    ahead: [BacktestWeek] = [],
    notes: [Diagnostic] = []
  ) {
    self.name = name
    self.zone = zone
    self.granularities = granularities
    self.leads = leads
    self.methods = methods
    self.weeks = weeks
    self.ahead = ahead
    self.notes = notes
  }

  /// The weeks of a lead, ascending.
  public func weeks(lead: Int) -> [BacktestWeek] { weeks.filter { $0.lead == lead } }

  /// The sums of a method over all weeks of a lead, by positions in ``methods`` and
  /// ``granularities``, and how many weeks were judged.
  public func pooled(
    method: Int,
    lead: Int,
    granularity: Int
  ) -> (score: BacktestScore, origins: Int) {
    var score = BacktestScore()
    var origins = 0
    for week in weeks where week.lead == lead && week.forecasts.indices.contains(method) {
      let own = week.forecasts[method].scores[granularity]
      score += own
      origins += own.intervals > 0 ? 1 : 0
    }
    return (score, origins)
  }

  /// Time that a method took over all weeks of a lead.
  public func seconds(method: Int, lead: Int) -> Double {
    weeks(lead: lead).reduce(0) { sum, week in
      sum + (week.forecasts.indices.contains(method) ? week.forecasts[method].seconds : 0)
    }
  }
}
