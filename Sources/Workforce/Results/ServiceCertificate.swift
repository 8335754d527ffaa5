/// What a roster promises, with all that the promise rests on.
///
/// Everything in it follows from the files of the run, so that anyone can make it again.
public struct ServiceCertificate: Hashable, Sendable {
  /// One queue's promise and what the simulation measured of it.
  public struct Queue: Hashable, Sendable {
    /// What was promised.
    public var target: ServiceTarget
    /// What was measured.
    public var simulation: QueueSimulation
    /// Mean handle time of the contacts expected; `nil` when none are.
    public var averageHandleTime: Duration?
    /// Squared coefficient of variation of the handle time.
    public var handleTimeVariation: Double
    /// Mean time that a contact waits before it leaves; `nil` when contacts do not leave.
    public var patience: Duration?
    /// How contacts come and are worked on.
    public var channel: Channel
    /// Which hours count until deferred work is due; `nil` of other queues.
    public var dueHours: DueHours?
    /// Contacts that one person handles at once.
    public var concurrency: Int
    /// What each further contact at once adds to the handle time, as a share.
    public var slowdown: Double
    /// Handle time of the people whose shifts serve it ÷ the queue's, on average; `nil` when it
    /// depends neither on level nor on tenure, and without such people.
    public var proficiency: Double?
    /// The method of the forecast; `nil` when unknown.
    public var forecastMethod: ForecastMethod?
    /// The method's weighted absolute percentage error on past weeks; `nil` with too short a past.
    public var pastError: Double?

    /// Makes an entry.
    public init(
      target: ServiceTarget,
      simulation: QueueSimulation,
      averageHandleTime: Duration?,
      handleTimeVariation: Double,
      patience: Duration?,
      channel: Channel = .phone,
      dueHours: DueHours? = nil,
      concurrency: Int = 1,
      slowdown: Double = 0,
      proficiency: Double? = nil,
      forecastMethod: ForecastMethod? = nil,
      pastError: Double? = nil
    ) {
      self.target = target
      self.simulation = simulation
      self.averageHandleTime = averageHandleTime
      self.handleTimeVariation = handleTimeVariation
      self.patience = patience
      self.channel = channel
      self.dueHours = dueHours
      self.concurrency = concurrency
      self.slowdown = slowdown
      self.proficiency = proficiency
      self.forecastMethod = forecastMethod
      self.pastError = pastError
    }
  }

  /// A file that the promise rests on.
  public struct File: Hashable, Sendable {
    /// The path below the run folder.
    public var name: String
    /// The SHA-256 of its bytes in hexadecimal.
    public var sha256: String

    /// Makes an entry.
    public init(name: String, sha256: String) {
      self.name = name
      self.sha256 = sha256
    }
  }

  /// The week.
  public var week: ISOWeek
  /// The planning intervals.
  public var grid: TimeGrid
  /// The queues, in the order of the settings.
  public var queues: [Queue]
  /// What channels without people resolve and hand on; empty where it is not part of the forecast.
  public var selfService: [SelfServiceForecast]
  /// Channels without people of which nothing is known, since the forecast was changed afterwards.
  public var unknownChannels: [String]
  /// Probability that a whole shift is missed.
  public var absence: Fraction
  /// Seed of the simulation.
  public var seed: UInt64
  /// Repetitions of the simulation.
  public var replications: Int
  /// The roster's objective.
  public var objective: Double
  /// The certified lower bound on it; `nil` for a repaired roster, of which nothing is proved.
  public var bound: Double?
  /// Rules that were checked.
  public var checkedRules: Int
  /// Rules that are broken, each with its place.
  public var violations: Int
  /// Versions of the program and the solver.
  public var versions: [String]
  /// Inputs and outputs, the record of the run and this certificate left out.
  public var files: [File]

  /// Makes a certificate.
  public init(
    week: ISOWeek,
    grid: TimeGrid,
    queues: [Queue],
    selfService: [SelfServiceForecast] = [],
    unknownChannels: [String] = [],
    absence: Fraction,
    seed: UInt64,
    replications: Int,
    objective: Double,
    bound: Double?,
    checkedRules: Int,
    violations: Int,
    versions: [String],
    files: [File]
  ) {
    self.week = week
    self.grid = grid
    self.queues = queues
    self.selfService = selfService
    self.unknownChannels = unknownChannels
    self.absence = absence
    self.seed = seed
    self.replications = replications
    self.objective = objective
    self.bound = bound
    self.checkedRules = checkedRules
    self.violations = violations
    self.versions = versions
    self.files = files
  }

  /// (objective − bound) ÷ objective; `nil` without a bound.
  public var gap: Double? {
    bound.map { RosterOutcome.gap(of: objective, above: $0) }
  }

  /// True when every demand of every queue's target is shown to be met and no rule is broken.
  public var isMet: Bool { violations == 0 && queues.allSatisfy(\.simulation.meetsTarget) }
}
