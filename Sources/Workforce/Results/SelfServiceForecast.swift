/// What is expected of a channel without people.
public struct SelfServiceForecast: Hashable, Sendable {
  /// Contacts that go on to a queue.
  public struct Spilled: Hashable, Sendable {
    /// The queue's name.
    public var queue: String
    /// Contacts expected per interval of arrival at the queue; those that come while it is closed to
    /// calls and chats are not in it.
    public var arrivals: [Double]
    /// Contacts that ask for the queue while it is closed to calls and chats, and are lost.
    public var lost: Double

    /// Makes an entry.
    public init(queue: String, arrivals: [Double], lost: Double = 0) {
      self.queue = queue
      self.arrivals = arrivals
      self.lost = lost
    }
  }

  /// The channel's name.
  public var name: String
  /// All contacts expected to begin there, per interval of the forecast's grid.
  public var arrivals: [Double]
  /// Those of them that it resolves.
  public var contained: [Double]
  /// What goes on to queues, in the order of the settings.
  public var spilled: [Spilled]
  /// True when the queues' own forecasts hold it already, so that nothing was added.
  public var isSpillRecorded: Bool
  /// Least share of its contacts that it should resolve; `nil` when none is asked for.
  public var useTarget: Fraction?
  /// The method that made it; `nil` when the settings give the contacts.
  public var method: ForecastMethod?
  /// True when the history says which share it resolves, and not the settings.
  public var isContainmentRecorded: Bool

  /// Makes a forecast.
  public init(
    name: String,
    arrivals: [Double],
    contained: [Double],
    spilled: [Spilled],
    isSpillRecorded: Bool,
    useTarget: Fraction?,
    method: ForecastMethod?,
    isContainmentRecorded: Bool = false
  ) {
    self.name = name
    self.arrivals = arrivals
    self.contained = contained
    self.spilled = spilled
    self.isSpillRecorded = isSpillRecorded
    self.useTarget = useTarget
    self.method = method
    self.isContainmentRecorded = isContainmentRecorded
  }

  /// Contacts resolved ÷ all that begin there; `nil` when none are expected.
  public var useShare: Double? {
    let all = arrivals.reduce(0, +)
    return all > 0 ? contained.reduce(0, +) / all : nil
  }

  /// Whether the expected share reaches its target; `nil` without a target or contacts.
  public var meetsTarget: Bool? {
    guard let useTarget, let useShare else { return nil }
    return useShare >= useTarget.value
  }
}
