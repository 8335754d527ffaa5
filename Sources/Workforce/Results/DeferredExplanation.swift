/// How the hours of deferred work in one interval came about.
public struct DeferredExplanation: Hashable, Sendable {
  /// Items that customers write to an earlier queue in the interval, of which some come here.
  public struct Handed: Hashable, Sendable {
    /// The earlier queue's name.
    public var queue: String
    /// Items that customers write to it.
    public var items: Double
    /// The share that each queue on the way hands on, the first one's first.
    public var shares: [Double]
    /// Where items and shares stand.
    public var source: String

    /// Makes an entry.
    public init(queue: String, items: Double, shares: [Double], source: String) {
      self.queue = queue
      self.items = items
      self.shares = shares
      self.source = source
    }
  }

  /// The need of the interval.
  public var need: IntervalRequirement
  /// Items that customers write in the interval.
  public var items: Double
  /// Items received in it that other queues hand on, by the time of their first receipt.
  public var handedOn: Double
  /// What these come from: earlier queues with items, the last one that hands on first.
  public var handed: [Handed]
  /// The share of rostered time that is lost.
  public var shrinkage: Double
  /// Handle time of the items received in it, by the people there are.
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

  /// Makes an explanation.
  public init(
    need: IntervalRequirement,
    items: Double,
    handedOn: Double,
    handed: [Handed],
    shrinkage: Double,
    averageHandleTime: Duration,
    due: Instant,
    hours: Double,
    received: Range<Instant>?,
    latestDue: Instant?,
    hoursSoFar: Double,
    agentHoursSoFar: Double,
    isOpen: Bool,
    dueSource: String
  ) {
    self.need = need
    self.items = items
    self.handedOn = handedOn
    self.handed = handed
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
  /// Where the contacts stand: a file with its line, or how they were made.
  public var contactsSource: String
  /// Where the share resolved stands: a file with its line, or how it was made.
  public var containmentSource: String
  /// Where each spill stands.
  public var spillSources: [String]

  /// Makes an explanation.
  public init(
    channel: SelfServiceSettings,
    grid: TimeGrid,
    index: Int,
    forecast: SelfServiceForecast,
    contactsSource: String,
    containmentSource: String,
    spillSources: [String]
  ) {
    self.channel = channel
    self.grid = grid
    self.index = index
    self.forecast = forecast
    self.contactsSource = contactsSource
    self.containmentSource = containmentSource
    self.spillSources = spillSources
  }
}
