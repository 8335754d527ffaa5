/// A channel without people, such as a bot or an app: it resolves a share of its contacts and
/// hands others on to queues.
public struct SelfServiceSettings: Hashable, Sendable {
  /// Contacts that it does not resolve and that go to a queue.
  public struct Spill: Hashable, Sendable {
    /// The queue's name.
    public var queue: String
    /// Share of the contacts not resolved; the shares of all spills sum to 1 at most, the rest gives
    /// up.
    public var share: Fraction
    /// Time from the first contact until the queue is asked, at least 0.
    public var delay: Duration
    /// Handle time there ÷ that of the queue's other contacts, above 0.
    public var handleTimeFactor: Double

    /// Makes a spill.
    public init(
      queue: String,
      share: Fraction,
      delay: Duration = .zero,
      handleTimeFactor: Double = 1
    ) {
      self.queue = queue
      self.share = share
      self.delay = delay
      self.handleTimeFactor = handleTimeFactor
    }
  }

  /// The name that files use.
  public var name: String
  /// When it takes contacts.
  public var openingHours: OpeningHours
  /// Share of its contacts that it resolves, where the history does not tell.
  public var containment: Fraction
  /// Where the others go.
  public var spills: [Spill]
  /// True when the histories of the queues already hold what spilled over.
  public var isSpillRecorded: Bool
  /// Least share of its contacts that it should resolve; `nil` when none is asked for.
  public var useTarget: Fraction?
  /// Expected contacts on a mean open day, where it has no history.
  public var dailyArrivals: Double?

  /// Makes a self-service channel.
  public init(
    name: String,
    openingHours: OpeningHours,
    containment: Fraction,
    spills: [Spill] = [],
    isSpillRecorded: Bool = false,
    useTarget: Fraction? = nil,
    dailyArrivals: Double? = nil
  ) {
    self.name = name
    self.openingHours = openingHours
    self.containment = containment
    self.spills = spills
    self.isSpillRecorded = isSpillRecorded
    self.useTarget = useTarget
    self.dailyArrivals = dailyArrivals
  }
}

extension OpeningHours {
  /// Open all the time.
  public static let always = OpeningHours(
    windows: Array(repeating: [ClockWindow(start: .midnight, end: .endOfDay)], count: 7)
  )
}
