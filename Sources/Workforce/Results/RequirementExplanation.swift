/// How the people needed by one queue in one interval came about.
public struct RequirementExplanation: Hashable, Sendable {
  /// Where each input stands: a file with its line, or how it was made.
  public struct Sources: Hashable, Sendable {
    /// Expected contacts.
    public var arrivals: String
    /// Handle time.
    public var handleTime: String
    /// How handle times vary.
    public var variation: String
    /// The contacts of this and earlier intervals.
    public var earlier: String
    /// Patience, or its absence.
    public var patience: String
    /// The target, without its single demands.
    public var target: String
    /// The demands by their order in the target.
    public var demands: [String]
    /// Contacts at once.
    public var concurrency: String
    /// How contacts at once slow each other down.
    public var slowdown: String
    /// The factors of the people, and who they are.
    public var proficiency: String
    /// Shrinkage.
    public var shrinkage: String

    /// Makes sources.
    public init(
      arrivals: String,
      handleTime: String,
      variation: String,
      earlier: String,
      patience: String,
      target: String,
      demands: [String],
      concurrency: String,
      slowdown: String,
      proficiency: String,
      shrinkage: String
    ) {
      self.arrivals = arrivals
      self.handleTime = handleTime
      self.variation = variation
      self.earlier = earlier
      self.patience = patience
      self.target = target
      self.demands = demands
      self.concurrency = concurrency
      self.slowdown = slowdown
      self.proficiency = proficiency
      self.shrinkage = shrinkage
    }
  }

  /// Contacts that a channel without people hands on, part of those expected.
  public struct Spilled: Hashable, Sendable {
    /// The channel's name.
    public var channel: String
    /// How many in the interval.
    public var contacts: Double
    /// Their handle time ÷ that of the queue's other contacts.
    public var handleTimeFactor: Double
    /// Where the spill stands.
    public var source: String

    /// Makes an entry.
    public init(channel: String, contacts: Double, handleTimeFactor: Double, source: String) {
      self.channel = channel
      self.contacts = contacts
      self.handleTimeFactor = handleTimeFactor
      self.source = source
    }
  }

  /// The queue.
  public var queue: QueueSettings
  /// The planning intervals of the forecast.
  public var grid: TimeGrid
  /// The interval's position in the grid.
  public var index: Int
  /// What is expected of the queue, with the handle times of the forecast.
  public var forecast: QueueForecast
  /// The people whose handle times count; `nil` where the settings give no factors.
  public var mix: HandleTimeMix?
  /// What channels without people add, where the forecast was made now.
  public var spilled: [Spilled]
  /// Where the inputs stand.
  public var sources: Sources
  /// The need with the numbers around it; `nil` when the queue is closed or expects nobody.
  public var answer: StaffingAnswer?
  /// The need of deferred work; `nil` for other channels.
  public var deferred: DeferredExplanation?

  /// Makes an explanation.
  public init(
    queue: QueueSettings,
    grid: TimeGrid,
    index: Int,
    forecast: QueueForecast,
    mix: HandleTimeMix?,
    spilled: [Spilled],
    sources: Sources,
    answer: StaffingAnswer?,
    deferred: DeferredExplanation? = nil
  ) {
    self.queue = queue
    self.grid = grid
    self.index = index
    self.forecast = forecast
    self.mix = mix
    self.spilled = spilled
    self.sources = sources
    self.answer = answer
    self.deferred = deferred
  }
}
