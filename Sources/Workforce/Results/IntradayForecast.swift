/// The rest of a day, re-forecast from what it has brought so far.
public struct IntradayForecast: Hashable, Sendable {
  /// One queue's day.
  public struct Queue: Hashable, Sendable {
    /// The queue's name.
    public var queue: String
    /// What the plan's forecast said, per interval of the day's grid.
    public var planned: [Double]
    /// What came, per interval; `nil` from the update on, and where nothing was recorded.
    public var came: [Double?]
    /// What is expected now, per interval; what came before the update.
    public var updated: QueueForecast.Band
    /// The rest of the day in one number: mean and quantiles.
    public var rest: QueueForecast.Band
    /// The probability that the rest of the day brings at most ``IntradayForecast/tolerance`` more
    /// contacts than planned.
    public var probabilityWithinPlan: Double
    /// Agents on the roster and the probability that they are enough for the target, per interval;
    /// `nil` without a roster, and for intervals before the update.
    public var coverage: [Cover?]
    /// Whether the queue is open, per interval.
    public var isOpen: [Bool]

    /// Makes a queue's day.
    public init(
      queue: String,
      planned: [Double],
      came: [Double?],
      updated: QueueForecast.Band,
      rest: QueueForecast.Band,
      probabilityWithinPlan: Double,
      coverage: [Cover?],
      isOpen: [Bool]
    ) {
      self.queue = queue
      self.planned = planned
      self.came = came
      self.updated = updated
      self.rest = rest
      self.probabilityWithinPlan = probabilityWithinPlan
      self.coverage = coverage
      self.isOpen = isOpen
    }
  }

  /// How well a roster covers an interval now.
  public struct Cover: Hashable, Sendable {
    /// Agents that serve the queue.
    public var agents: Double
    /// The probability that they meet the target.
    public var probability: Double

    /// Makes a cover.
    public init(agents: Double, probability: Double) {
      self.agents = agents
      self.probability = probability
    }
  }

  /// How much more than planned still counts as the plan: a share, 0.05 for 5 %.
  public static let tolerance = 0.05

  /// The day's intervals.
  public var grid: TimeGrid
  /// The first interval that is still to come.
  public var now: Int
  /// One entry per queue that was open, in the order of the settings.
  public var queues: [Queue]
  /// What was found and decided on the way.
  public var diagnostics: [Diagnostic]

  /// Makes a forecast.
  public init(grid: TimeGrid, now: Int, queues: [Queue], diagnostics: [Diagnostic] = []) {
    self.grid = grid
    self.now = now
    self.queues = queues
    self.diagnostics = diagnostics
  }
}
