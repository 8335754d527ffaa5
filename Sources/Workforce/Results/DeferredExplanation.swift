/// How the hours of deferred work in one interval came about.
public struct DeferredExplanation: Hashable, Sendable {
  /// The need of the interval.
  public var need: IntervalRequirement
  /// Items that customers write in the interval.
  public var items: Double
  /// Items received in it that other queues hand on, by the time of their first receipt.
  public var handedOn: Double
  /// The share of rostered time that is lost.
  public var shrinkage: Double
  /// Handle time of the items received in it.
  public var averageHandleTime: Duration
  /// When an item received in the interval is due, at the latest.
  public var due: Instant
  /// Hours that the linear program puts into the interval.
  public var hours: Double
  /// When the items were first received that are done here in the order of their due times, from the
  /// start of the first interval until the end of the last; `nil` without any.
  public var received: Range<Instant>?
  /// When the last of them is due; `nil` without any.
  public var latestDue: Instant?
  /// Hours of the program from the week's start to the interval's end.
  public var hoursSoFar: Double
  /// Hours of the agents needed from the week's start to the interval's end.
  public var agentHoursSoFar: Double
  /// Whether people do its work then.
  public var isOpen: Bool
  /// Where the due time stands.
  public var dueSource: String
  /// Where it stands which queue hands items on.
  public var followsSource: String

  /// Makes an explanation.
  public init(
    need: IntervalRequirement,
    items: Double,
    handedOn: Double,
    shrinkage: Double,
    averageHandleTime: Duration,
    due: Instant,
    hours: Double,
    received: Range<Instant>?,
    latestDue: Instant?,
    hoursSoFar: Double,
    agentHoursSoFar: Double,
    isOpen: Bool,
    dueSource: String,
    followsSource: String
  ) {
    self.need = need
    self.items = items
    self.handedOn = handedOn
    self.shrinkage = shrinkage
    self.averageHandleTime = averageHandleTime
    self.due = due
    self.hours = hours
    self.received = received
    self.latestDue = latestDue
    self.hoursSoFar = hoursSoFar
    self.agentHoursSoFar = agentHoursSoFar
    self.isOpen = isOpen
    self.dueSource = dueSource
    self.followsSource = followsSource
  }
}

/// How the contacts of a channel without people in one interval came about.
public struct SelfServiceExplanation: Hashable, Sendable {
  /// The channel.
  public var channel: SelfServiceSettings
  /// The planning intervals of the forecast.
  public var grid: TimeGrid
  /// The interval's position in the grid.
  public var index: Int
  /// What is expected of it.
  public var forecast: SelfServiceForecast
  /// Where the share resolved stands: a file with its line, or how it was made.
  public var containmentSource: String
  /// Where the spills stand.
  public var spillsSource: String

  /// Makes an explanation.
  public init(
    channel: SelfServiceSettings,
    grid: TimeGrid,
    index: Int,
    forecast: SelfServiceForecast,
    containmentSource: String,
    spillsSource: String
  ) {
    self.channel = channel
    self.grid = grid
    self.index = index
    self.forecast = forecast
    self.containmentSource = containmentSource
    self.spillsSource = spillsSource
  }
}
