/// What a simulation is to assume beyond scenario and forecast.
public struct SimulationConditions: Hashable, Sendable {
  /// Something that happens to a share, and how long it takes on average.
  public struct Delayed: Hashable, Sendable {
    /// The share.
    public var share: Fraction
    /// The mean time, above zero.
    public var mean: Duration

    /// Makes a share with a time.
    public init(share: Fraction, mean: Duration) {
      self.share = share
      self.mean = mean
    }
  }

  /// Items of a queue that are undone at the start.
  public struct Backlog: Hashable, Sendable {
    /// The queue's name.
    public var queue: String
    /// How many, at least 0.
    public var items: Int

    /// Makes a backlog.
    public init(queue: String, items: Int) {
      self.queue = queue
      self.items = items
    }
  }

  /// Customers who left and ask again, and after what time; `nil` for nobody.
  public var retrials: Delayed?
  /// Shifts to which people come late, and by how much; `nil` for none.
  public var lateness: Delayed?
  /// Deferred work at the start.
  public var backlogs: [Backlog]

  /// Makes conditions; without any, everything is as scenario and forecast say.
  public init(retrials: Delayed? = nil, lateness: Delayed? = nil, backlogs: [Backlog] = []) {
    self.retrials = retrials
    self.lateness = lateness
    self.backlogs = backlogs
  }
}
