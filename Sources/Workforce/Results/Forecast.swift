/// What is expected of one queue in each interval, with its spread.
public struct QueueForecast: Hashable, Sendable {
  /// Expected arrivals and their quantiles, one number per interval or per day.
  public struct Band: Hashable, Sendable {
    /// Expected arrivals.
    public var mean: [Double]
    /// 2.5 % quantile: the lower end of the 95 % band.
    public var low95: [Double]
    /// 10 % quantile: the lower end of the 80 % band.
    public var low80: [Double]
    /// 90 % quantile.
    public var high80: [Double]
    /// 97.5 % quantile.
    public var high95: [Double]

    /// Makes a band of arrays of equal length.
    public init(
      mean: [Double],
      low95: [Double],
      low80: [Double],
      high80: [Double],
      high95: [Double]
    ) {
      self.mean = mean
      self.low95 = low95
      self.low80 = low80
      self.high80 = high80
      self.high95 = high95
    }
  }

  /// The mean handle time of each day with its 80 % band.
  public struct HandleTimeBand: Hashable, Sendable {
    /// The mean over the day's expected contacts.
    public var mean: [Duration]
    /// 10 % quantile of the day's mean.
    public var low80: [Duration]
    /// 90 % quantile of the day's mean.
    public var high80: [Duration]

    /// Makes a band of arrays of equal length.
    public init(mean: [Duration], low80: [Duration], high80: [Duration]) {
      self.mean = mean
      self.low80 = low80
      self.high80 = high80
    }
  }

  /// The queue's name.
  public var queue: String
  /// The method that made it.
  public var method: ForecastMethod
  /// Arrivals per interval of the forecast's grid; 0 in closed intervals.
  public var intervals: Band
  /// Arrivals per day of the forecast's grid.
  public var days: Band
  /// Mean handle time per interval, above zero.
  public var averageHandleTime: [Duration]
  /// Squared coefficient of variation of the day's rate around its mean, beyond Poisson; at least
  /// 0.
  ///
  /// Simulations draw the day's busyness with it.
  public var dayVariation: Double
  /// The method's weighted absolute percentage error on past weeks; `nil` with too short a past.
  public var pastError: Double?
  /// Whether the queue is open in each interval.
  public var isOpen: [Bool]
  /// The method's own means per interval; `nil` when no planner changed them.
  public var modelMean: [Double]?
  /// Handle times per day of the forecast's grid; `nil` when no spread is known.
  public var handleTimes: HandleTimeBand?
  /// Squared coefficient of variation of single handle times, at least 0; `nil` when the history
  /// does not tell and the setting counts.
  public var handleTimeVariation: Double?
  /// Mean time that a contact waits before it leaves; `nil` when the history does not tell and the
  /// setting counts.
  public var patience: Duration?
  /// Per day, the share of all contacts that self-service will resolve before they ask for a
  /// person; `nil` when the history does not tell.
  ///
  /// The expected arrivals are without them.
  public var containment: [Fraction]?
  /// Contacts of all days together, a band of one number, before planners' changes; `nil` when the
  /// method does not say how days go together, or the forecast was read from a file.
  public var weekTotal: Band?
  /// What the forecast rests on; `nil` when it was read from a file.
  public var evidence: ForecastEvidence?

  /// Makes a forecast.
  public init(
    queue: String,
    method: ForecastMethod,
    intervals: Band,
    days: Band,
    averageHandleTime: [Duration],
    dayVariation: Double,
    pastError: Double?,
    isOpen: [Bool],
    modelMean: [Double]? = nil,
    handleTimes: HandleTimeBand? = nil,
    handleTimeVariation: Double? = nil,
    patience: Duration? = nil,
    containment: [Fraction]? = nil,
    weekTotal: Band? = nil,
    evidence: ForecastEvidence? = nil
  ) {
    self.queue = queue
    self.method = method
    self.intervals = intervals
    self.days = days
    self.averageHandleTime = averageHandleTime
    self.dayVariation = dayVariation
    self.pastError = pastError
    self.isOpen = isOpen
    self.modelMean = modelMean
    self.handleTimes = handleTimes
    self.handleTimeVariation = handleTimeVariation
    self.patience = patience
    self.containment = containment
    self.weekTotal = weekTotal
    self.evidence = evidence
  }
}

extension QueueForecast {
  /// The mean handle time of all contacts expected; `nil` when none are.
  public var meanHandleTime: Duration? {
    let arrivals = intervals.mean.reduce(0, +)
    guard arrivals > 0 else { return nil }
    let work = zip(intervals.mean, averageHandleTime).reduce(0) { $0 + $1.0 * $1.1.inSeconds }
    return .seconds(work / arrivals)
  }
}

/// What is expected of all queues over a horizon.
public struct Forecast: Hashable, Sendable {
  /// The planning intervals.
  public var grid: TimeGrid
  /// One entry per queue, in the order of the settings.
  public var queues: [QueueForecast]
  /// What was found and decided on the way: gaps, a dead tail, closures, factors.
  public var diagnostics: [Diagnostic]
  /// What planners changed, in the order of their changes and of the queues.
  public var overrides: [AppliedOverride]
  /// What the calendar's entries of these days do, in their order and that of the queues.
  public var calendarEffects: [CalendarEffect]
  /// The faults found in the histories, by queue.
  public var hygiene: [HygieneEntry]
  /// Channels without people, in the order of the settings; empty when read from a file.
  public var selfService: [SelfServiceForecast]

  /// Makes a forecast.
  public init(
    grid: TimeGrid,
    queues: [QueueForecast],
    diagnostics: [Diagnostic] = [],
    overrides: [AppliedOverride] = [],
    calendarEffects: [CalendarEffect] = [],
    hygiene: [HygieneEntry] = [],
    selfService: [SelfServiceForecast] = []
  ) {
    self.grid = grid
    self.queues = queues
    self.diagnostics = diagnostics
    self.overrides = overrides
    self.calendarEffects = calendarEffects
    self.hygiene = hygiene
    self.selfService = selfService
  }
}
