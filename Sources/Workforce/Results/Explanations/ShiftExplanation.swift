/// Why somebody works a shift, and what the next best would cost.
public struct ShiftExplanation: Hashable, Sendable {
  /// Another start or template on the date, with what its best week costs more.
  public struct Option: Hashable, Sendable {
    /// The first moment.
    public var start: Instant
    /// The first moment after it.
    public var end: Instant
    /// The shift template.
    public var template: String
    /// What the roster costs more; `nil` where no legal week has the shift.
    public var cost: Double?
    /// Whether it is the shift of the roster.
    public var isChosen: Bool

    /// Makes an option.
    public init(start: Instant, end: Instant, template: String, cost: Double?, isChosen: Bool) {
      self.start = start
      self.end = end
      self.template = template
      self.cost = cost
      self.isChosen = isChosen
    }
  }

  /// Whose shift it is.
  public var employee: String
  /// Its date.
  public var date: LocalDate
  /// The shift.
  public var shift: Shift
  /// Its template.
  public var template: String
  /// What its hours cost the service if nobody worked them, by queue.
  public var queues: [Double]
  /// What is saved then because nobody has nothing to do.
  public var idle: Double
  /// The best way of each kind, in the order of the kinds.
  public var ways: [RosterAlternative]
  /// The cheapest other people, if somebody else came; cheapest first.
  public var people: [RosterAlternative]
  /// Every shift that the person could be given on the date, by start.
  public var options: [Option]
  /// What a new search saves without any change: ways are compared with its roster.
  public var searchGain: Double

  /// Makes an explanation.
  public init(
    employee: String,
    date: LocalDate,
    shift: Shift,
    template: String,
    queues: [Double],
    idle: Double,
    ways: [RosterAlternative],
    people: [RosterAlternative],
    options: [Option],
    searchGain: Double
  ) {
    self.employee = employee
    self.date = date
    self.shift = shift
    self.template = template
    self.queues = queues
    self.idle = idle
    self.ways = ways
    self.people = people
    self.options = options
    self.searchGain = searchGain
  }

  /// The cheapest way in which the person has the date off or works another shift on it.
  public var nextBest: RosterAlternative? { Self.nextBest(of: ways) }

  /// The cheapest of some ways that is no other placement of breaks.
  public static func nextBest(of ways: [RosterAlternative]) -> RosterAlternative? {
    ways.filter { [.dayOff, .otherStart, .otherTemplate].contains($0.kind) }
      .min { $0.cost < $1.cost }
  }
}

/// What a rule or price costs in a roster, and who bears it.
public struct RuleExplanation: Hashable, Sendable {
  /// Somebody whose best week would be cheaper without the rule.
  public struct Person: Hashable, Sendable {
    /// The identifier.
    public var employee: String
    /// What the best week without the rule saves, everybody else's as it is.
    public var gain: Double

    /// Makes a person.
    public init(employee: String, gain: Double) {
      self.employee = employee
      self.gain = gain
    }
  }

  /// The rule's name.
  public var rule: String
  /// Whether it is a price, which is paid, and not a limit, which is kept.
  public var isPrice: Bool
  /// Worth of its absence by the duals.
  public var dual: Double
  /// Worth by a new search; `nil` where somebody has no week without it.
  public var resolve: Double?
  /// What the worth is proved to lie in; `nil` likewise.
  public var proved: ClosedRange<Double>?
  /// Who would gain, most first.
  public var people: [Person]
  /// How many people have a week.
  public var headcount: Int

  /// Makes an explanation.
  public init(
    rule: String,
    isPrice: Bool,
    dual: Double,
    resolve: Double?,
    proved: ClosedRange<Double>?,
    people: [Person],
    headcount: Int
  ) {
    self.rule = rule
    self.isPrice = isPrice
    self.dual = dual
    self.resolve = resolve
    self.proved = proved
    self.people = people
    self.headcount = headcount
  }
}
