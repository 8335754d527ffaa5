/// Another way to plan somebody's week: the best one that there is, everybody else's as it is.
public struct RosterAlternative: Hashable, Sendable {
  /// What is otherwise.
  public enum Kind: String, CaseIterable, Sendable {
    /// The date off.
    case dayOff = "day off"
    /// Another start of the same shift template.
    case otherStart = "another start"
    /// Another shift template.
    case otherTemplate = "another template"
    /// The same shift with other breaks.
    case otherBreaks = "other breaks"
    /// Another person comes, and the person has the date off.
    case otherPerson = "another person"
    /// The person is at work in the interval that is asked about.
    case atWork = "at work"
    /// A wish is granted.
    case granted = "wish granted"
  }

  /// What is otherwise.
  public var kind: Kind
  /// Whose week is meant; with another person, that one's.
  public var employee: String
  /// The date that is asked about.
  public var date: LocalDate
  /// What the person works on the date then; `nil` for nothing.
  public var shift: Shift?
  /// The template of that shift; empty without one.
  public var template: String
  /// Further dates on which the week is another than in the roster.
  public var otherDates: [LocalDate]
  /// What each part of the roster costs more then.
  public var costs: RosterCosts
  /// What missing people cost more then, by queue; the sum is the part of ``costs``.
  public var queues: [Double]
  /// What the roster costs more then after a new search in which everybody may change; `nil` where
  /// none was made.
  public var settled: Double?

  /// Makes an alternative.
  public init(
    kind: Kind,
    employee: String,
    date: LocalDate,
    shift: Shift?,
    template: String,
    otherDates: [LocalDate],
    costs: RosterCosts,
    queues: [Double],
    settled: Double? = nil
  ) {
    self.kind = kind
    self.employee = employee
    self.date = date
    self.shift = shift
    self.template = template
    self.otherDates = otherDates
    self.costs = costs
    self.queues = queues
    self.settled = settled
  }

  /// What the roster costs more then; below 0 where it would be cheaper.
  public var cost: Double { costs.total }
}

extension RosterCosts {
  /// What is left of one breakdown without another, part by part.
  public static func - (left: RosterCosts, right: RosterCosts) -> RosterCosts {
    RosterCosts(
      pay: left.pay - right.pay,
      overtimePremium: left.overtimePremium - right.overtimePremium,
      startPreference: left.startPreference - right.startPreference,
      dayOffPreference: left.dayOffPreference - right.dayOffPreference,
      startChange: left.startChange - right.startChange,
      weekendFairness: left.weekendFairness - right.weekendFairness,
      understaffing: left.understaffing - right.understaffing,
      overstaffing: left.overstaffing - right.overstaffing,
      rules: left.rules - right.rules,
      contractPay: left.contractPay - right.contractPay
    )
  }
}
