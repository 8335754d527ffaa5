/// Why somebody's week is as it is: its cost, the wishes, what binds.
public struct PersonExplanation: Hashable, Sendable {
  /// A wish on one date.
  public struct Wish: Hashable, Sendable {
    /// The date.
    public var date: LocalDate
    /// What is wished.
    public var wish: Preference.Wish
    /// Its weight.
    public var weight: Double
    /// What the roster pays for not granting it; 0 where it is granted.
    public var price: Double
    /// Whether it is granted.
    public var isGranted: Bool
    /// The best week that grants a refused wish; `nil` where no legal week does.
    public var way: RosterAlternative?

    /// Makes a wish.
    public init(
      date: LocalDate,
      wish: Preference.Wish,
      weight: Double,
      price: Double,
      isGranted: Bool,
      way: RosterAlternative? = nil
    ) {
      self.date = date
      self.wish = wish
      self.weight = weight
      self.price = price
      self.isGranted = isGranted
      self.way = way
    }
  }

  /// A shift with its template.
  public struct Duty: Hashable, Sendable {
    /// The shift.
    public var shift: Shift
    /// Its template.
    public var template: String

    /// Makes a duty.
    public init(shift: Shift, template: String) {
      self.shift = shift
      self.template = template
    }
  }

  /// A rule or price with what the person's best week without it saves.
  public struct Binding: Hashable, Sendable {
    /// The rule's name.
    public var rule: String
    /// What is saved, everybody else's week as it is.
    public var gain: Double

    /// Makes a binding rule.
    public init(rule: String, gain: Double) {
      self.rule = rule
      self.gain = gain
    }
  }

  /// The identifier.
  public var employee: String
  /// The contract's name.
  public var contract: String
  /// The shifts.
  public var duties: [Duty]
  /// What the week costs, part by part; cover is what the person's absence all week would cost, below
  /// 0.
  public var costs: RosterCosts
  /// What service would lose by the person's absence all week, by queue.
  public var queues: [Double]
  /// Overtime in minutes.
  public var overtimeMinutes: Int
  /// Paid minutes.
  public var paidMinutes: Int
  /// The wishes, by date.
  public var wishes: [Wish]
  /// What another week of the person saves, everybody else's as it is; 0 where this one is best.
  public var slack: Double
  /// The rules and prices without which the person's week would be cheaper, most first.
  public var bindings: [Binding]
  /// What a new search saves without any change: wishes are compared with its roster.
  public var searchGain: Double

  /// Makes an explanation.
  public init(
    employee: String,
    contract: String,
    duties: [Duty],
    costs: RosterCosts,
    queues: [Double],
    overtimeMinutes: Int,
    paidMinutes: Int,
    wishes: [Wish],
    slack: Double,
    bindings: [Binding],
    searchGain: Double
  ) {
    self.employee = employee
    self.contract = contract
    self.duties = duties
    self.costs = costs
    self.queues = queues
    self.overtimeMinutes = overtimeMinutes
    self.paidMinutes = paidMinutes
    self.wishes = wishes
    self.slack = slack
    self.bindings = bindings
    self.searchGain = searchGain
  }
}
