/// Which forecasting method to use.
public enum ForecastMethod: String, CaseIterable, Sendable {
  /// The method with the smallest error on the last weeks, per queue.
  case automatic = "auto"
  /// The same weekday of the last comparable week.
  case weeklyNaive = "weekly_naive"
  /// The robust mean of the last eight same weekdays.
  case weekdayMean = "weekday_mean"
  /// The median of the last same weekdays.
  case weekdayMedian = "weekday_median"
  /// Multiplicative Poisson: a level, weekdays and times of day.
  case poissonLevel = "poisson_level"
  /// A few factors of the day's shape, their scores autoregressive.
  case factorModel = "factor_model"
  /// Exponential smoothing with a weekly season.
  case exponentialSmoothing = "exponential_smoothing"
  /// The calendar Gaussian process on low-rank day profiles.
  case calendarProcess = "calendar_process"
  /// A mean of methods, weighted by past errors.
  case blend

  /// The name in commands and file names: hyphens for underscores.
  public var commandName: String { rawValue.replacing("_", with: "-") }
}

/// A place where people work.
public struct Site: Hashable, Sendable {
  /// The name that files use.
  public var name: String
  /// Most overtime of all its people together in a week; `nil` when unlimited.
  public var overtimeBudget: Duration?
  /// The zone whose clock its people live by; `nil` for the scenario's.
  public var zone: Zone?
  /// Most people at work there at once; `nil` for no limit.
  public var seats: Int?

  /// Makes a site.
  public init(
    name: String,
    overtimeBudget: Duration? = nil,
    zone: Zone? = nil,
    seats: Int? = nil
  ) {
    self.name = name
    self.overtimeBudget = overtimeBudget
    self.zone = zone
    self.seats = seats
  }
}

/// Everything in `scenario.yaml`.
public struct ScenarioSettings: Hashable, Sendable {
  /// What the center is called.
  public var name: String
  /// True when the scenario's data were made by a generator.
  public var isSynthetic: Bool
  /// The zone of every local time in the folder that is not about a person; people live by the
  /// clock of their site.
  public var zone: Zone
  /// Planning interval: 5, 10, 15, 30 or 60 minutes.
  public var intervalMinutes: Int
  /// Grid of shift starts, lengths and breaks: 5, 10, 15 or 30 minutes.
  public var rosterSlotMinutes: Int
  /// Grid of shift starts, a multiple of the roster slot.
  public var shiftStartMinutes: Int
  /// Seed of every random stream, unless the command gives one.
  public var seed: UInt64
  /// Symbol or code of the currency, for reports.
  public var currency: String
  /// How the forecast is made.
  public var forecastMethod: ForecastMethod
  /// Which faults of histories are treated.
  public var hygiene: HygieneSettings
  /// Share of rostered time lost to what the roster does not hold (sickness, lateness).
  public var shrinkage: Fraction
  /// Queues, in the order of reports.
  public var queues: [QueueSettings]
  /// Places of work.
  public var sites: [Site]
  /// Shapes of shifts.
  public var shiftTemplates: [ShiftTemplate]
  /// Employment contracts.
  public var contracts: [ContractSettings]
  /// Prices.
  public var costs: CostSettings
  /// Over which stretch of time targets must be met.
  public var targetPeriod: TargetPeriod
  /// How handle times depend on who handles.
  public var proficiency: ProficiencySettings
  /// Channels without people, in the order of reports.
  public var selfService: [SelfServiceSettings]
  /// Labor rules beside those of the contracts.
  public var labor: LaborSettings

  /// Makes settings.
  public init(
    name: String,
    isSynthetic: Bool = false,
    zone: Zone,
    intervalMinutes: Int,
    rosterSlotMinutes: Int = 15,
    shiftStartMinutes: Int = 30,
    seed: UInt64 = 1,
    currency: String = "EUR",
    forecastMethod: ForecastMethod = .automatic,
    hygiene: HygieneSettings = HygieneSettings(),
    shrinkage: Fraction = .zero,
    queues: [QueueSettings],
    sites: [Site],
    shiftTemplates: [ShiftTemplate],
    contracts: [ContractSettings],
    costs: CostSettings,
    targetPeriod: TargetPeriod = .week,
    proficiency: ProficiencySettings = ProficiencySettings(),
    selfService: [SelfServiceSettings] = [],
    labor: LaborSettings = LaborSettings()
  ) {
    self.name = name
    self.isSynthetic = isSynthetic
    self.zone = zone
    self.intervalMinutes = intervalMinutes
    self.rosterSlotMinutes = rosterSlotMinutes
    self.shiftStartMinutes = shiftStartMinutes
    self.seed = seed
    self.currency = currency
    self.forecastMethod = forecastMethod
    self.hygiene = hygiene
    self.shrinkage = shrinkage
    self.queues = queues
    self.sites = sites
    self.shiftTemplates = shiftTemplates
    self.contracts = contracts
    self.costs = costs
    self.targetPeriod = targetPeriod
    self.proficiency = proficiency
    self.selfService = selfService
    self.labor = labor
  }

  /// The contract of that name.
  public func contract(named name: String) -> ContractSettings? {
    contracts.first { $0.name == name }
  }

  /// The zone of a site's people: the site's, else the scenario's.
  public func zone(ofSite name: String) -> Zone {
    sites.first { $0.name == name }?.zone ?? zone
  }

  /// The zones that people live in, the scenario's first, then the sites' as they occur.
  public var zones: [Zone] {
    sites.compactMap(\.zone).reduce(into: [zone]) { zones, zone in
      if !zones.contains(zone) { zones.append(zone) }
    }
  }

  /// The shift template of that name.
  public func shiftTemplate(named name: String) -> ShiftTemplate? {
    shiftTemplates.first { $0.name == name }
  }
}
