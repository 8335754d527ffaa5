/// What has happened since a roster was published, and what may be changed in it at what price.
public struct ChangeRequest: Hashable, Sendable {
  /// A person on a date.
  public struct Cell: Hashable, Sendable {
    /// The person's identifier.
    public var employee: String
    /// The date.
    public var date: LocalDate

    /// Makes a cell.
    public init(employee: String, date: LocalDate) {
      self.employee = employee
      self.date = date
    }
  }

  /// What changes of a published roster cost, in the scenario's currency.
  public struct Prices: Hashable, Sendable {
    /// Price of a shift that comes, goes, or starts or ends at another time.
    public var changedShift: Double
    /// Price of an hour by which a start moves, on top of ``changedShift``.
    public var changedStartPerHour: Double

    /// Makes prices.
    public init(changedShift: Double, changedStartPerHour: Double) {
      self.changedShift = changedShift
      self.changedStartPerHour = changedStartPerHour
    }

    /// The prices where none are given: a changed shift costs as much as an hour of the first
    /// missing person, an hour of a start's move a quarter of that.
    public static func standard(_ costs: CostSettings) -> Prices {
      let hour = costs.understaffing.first?.costPerHour ?? 0
      return Prices(changedShift: hour, changedStartPerHour: hour / 4)
    }
  }

  /// What one queue expects in one planning interval, as the day is known now.
  public struct Reforecast: Hashable, Sendable {
    /// The queue's name.
    public var queue: String
    /// The interval's first moment.
    public var start: Instant
    /// Expected arrivals with their quantiles, a band of one number.
    public var arrivals: QueueForecast.Band

    /// Makes an expectation.
    public init(queue: String, start: Instant, arrivals: QueueForecast.Band) {
      self.queue = queue
      self.start = start
      self.arrivals = arrivals
    }
  }

  /// The present moment on the wall clock: shifts that began before it stay; `nil` before the week.
  public var now: LocalDateTime?
  /// Who will be away that was not when the roster was made.
  public var absences: [Absence]
  /// People whose whole week stays as it is.
  public var lockedEmployees: [String]
  /// Dates that stay as they are for everybody.
  public var lockedDates: [LocalDate]
  /// Single dates of single people that stay as they are.
  public var lockedCells: [Cell]
  /// The only people who may change; `nil` for everybody.
  public var freeEmployees: [String]?
  /// The only dates that may change; `nil` for all.
  public var freeDates: [LocalDate]?
  /// What is expected now, instead of the published forecast; `nil` for the same.
  public var forecast: Forecast?
  /// Intervals of a day that was forecast again while it went on.
  public var reforecast: [Reforecast]
  /// Changes to the forecast, in the order in which they act.
  public var overrides: [ForecastOverride]
  /// The people needed now, instead of those computed from the forecast; `nil` to compute them.
  public var requirement: Requirement?
  /// What changes cost.
  public var prices: Prices

  /// Makes a request.
  public init(
    now: LocalDateTime? = nil,
    absences: [Absence] = [],
    lockedEmployees: [String] = [],
    lockedDates: [LocalDate] = [],
    lockedCells: [Cell] = [],
    freeEmployees: [String]? = nil,
    freeDates: [LocalDate]? = nil,
    forecast: Forecast? = nil,
    reforecast: [Reforecast] = [],
    overrides: [ForecastOverride] = [],
    requirement: Requirement? = nil,
    prices: Prices
  ) {
    self.now = now
    self.absences = absences
    self.lockedEmployees = lockedEmployees
    self.lockedDates = lockedDates
    self.lockedCells = lockedCells
    self.freeEmployees = freeEmployees
    self.freeDates = freeDates
    self.forecast = forecast
    self.reforecast = reforecast
    self.overrides = overrides
    self.requirement = requirement
    self.prices = prices
  }

  /// Whether a date of a person has to stay as it is, by the locks or because it is not free.
  ///
  /// ``now`` is not looked at.
  public func isLocked(_ employee: String, on date: LocalDate) -> Bool {
    lockedDates.contains(date) || lockedEmployees.contains(employee)
      || lockedCells.contains(Cell(employee: employee, date: date))
      || freeDates.map { !$0.contains(date) } ?? false
      || freeEmployees.map { !$0.contains(employee) } ?? false
  }

  /// True when the forecast differs from the published one.
  public var changesForecast: Bool {
    forecast != nil || !reforecast.isEmpty || !overrides.isEmpty
  }
}
