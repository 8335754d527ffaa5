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
  /// What the share resolved rests on, per interval; empty when the settings give the share.
  public var evidence: [ContainmentEvidence]

  /// Makes a forecast.
  public init(
    name: String,
    arrivals: [Double],
    contained: [Double],
    spilled: [Spilled],
    isSpillRecorded: Bool,
    useTarget: Fraction?,
    method: ForecastMethod?,
    evidence: [ContainmentEvidence] = []
  ) {
    self.name = name
    self.arrivals = arrivals
    self.contained = contained
    self.spilled = spilled
    self.isSpillRecorded = isSpillRecorded
    self.useTarget = useTarget
    self.method = method
    self.evidence = evidence
  }

  /// True when the history says which share it resolves, and not the settings.
  public var isContainmentRecorded: Bool { !evidence.isEmpty }

  /// Shares closer than this are the same; sums of fractions are no nearer.
  private static let rounding = 1e-9

  /// Contacts resolved ÷ all that begin there; `nil` when none are expected.
  ///
  /// A share that only rounding keeps from the target is the target.
  public var useShare: Double? {
    guard let share = share(of: arrivals.indices) else { return nil }
    guard let useTarget, abs(share - useTarget.value) <= Self.rounding else { return share }
    return useTarget.value
  }

  /// Contacts resolved ÷ all that begin there in some intervals; `nil` when none are expected.
  ///
  /// Digits that only rounding makes are left out.
  public func share(of intervals: Range<Int>) -> Double? {
    let all = intervals.reduce(0) { $0 + arrivals[$1] }
    guard all > 0 else { return nil }
    let share = intervals.reduce(0) { $0 + contained[$1] } / all
    return (share * 1e12).rounded() / 1e12
  }

  /// Whether the expected share reaches its target; `nil` without a target or contacts.
  public var meetsTarget: Bool? {
    guard let useTarget, let useShare else { return nil }
    return useShare >= useTarget.value
  }
}
