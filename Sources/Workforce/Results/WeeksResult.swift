/// What planning several weeks in a row gave.
public struct WeeksResult: Hashable, Sendable {
  /// The weeks, in order, as far as they were planned.
  public var weeks: [HorizonWeek]
  /// The people, in file order.
  public var people: [HorizonPerson]
  /// How many weeks were asked for.
  public var asked: Int
  /// Why the weeks after the last one were not planned; `nil` where all were.
  public var end: String?

  /// Makes a result.
  public init(
    weeks: [HorizonWeek],
    people: [HorizonPerson],
    asked: Int,
    end: String? = nil
  ) {
    self.weeks = weeks
    self.people = people
    self.asked = asked
    self.end = end
  }

  /// The prices of all weeks.
  public var cost: Double { weeks.reduce(0) { $0 + $1.costs.total } }
}

/// One of several weeks.
public struct HorizonWeek: Hashable, Sendable {
  /// The week.
  public var week: ISOWeek
  /// What its roster costs.
  public var costs: RosterCosts
  /// Less than which no roster of the week costs after the weeks before as they are.
  public var bound: Double
  /// Paid minutes.
  public var paidMinutes: Int
  /// Minutes of overtime among them.
  public var overtimeMinutes: Int
  /// The share of contacts in target, per queue in the order of the settings.
  public var service: [Double]
  /// Rules that the roster breaks, in words.
  public var broken: [String]
  /// People for whom no week keeps all rules.
  public var impossible: [ImpossibleEmployee]
  /// True when the clock ended the search.
  public var isCut: Bool
  /// True when every rule is kept and the price confirmed.
  public var isUsable: Bool

  /// Makes a week.
  public init(
    week: ISOWeek,
    costs: RosterCosts,
    bound: Double,
    paidMinutes: Int,
    overtimeMinutes: Int,
    service: [Double],
    broken: [String],
    impossible: [ImpossibleEmployee],
    isCut: Bool,
    isUsable: Bool
  ) {
    self.week = week
    self.costs = costs
    self.bound = bound
    self.paidMinutes = paidMinutes
    self.overtimeMinutes = overtimeMinutes
    self.service = service
    self.broken = broken
    self.impossible = impossible
    self.isCut = isCut
    self.isUsable = isUsable
  }

  /// (cost − bound) ÷ cost.
  public var gap: Double { RosterOutcome.gap(of: costs.total, above: bound) }
}

/// Somebody's weeks together.
public struct HorizonPerson: Hashable, Sendable {
  /// The identifier.
  public var employee: String
  /// The team; may be empty.
  public var team: String
  /// The contract's name.
  public var contract: String
  /// Shifts.
  public var shifts: Int
  /// Paid minutes.
  public var paidMinutes: Int
  /// Shifts that start on Saturday or Sunday.
  public var weekends: Int
  /// Shifts of late kinds.
  public var lates: Int
  /// Shifts of night kinds.
  public var nights: Int
  /// Wishes refused.
  public var refused: Int
  /// What rules over periods leave for the week after the last one.
  public var left: [PeriodLeft]

  /// Makes somebody's sums.
  public init(
    employee: String,
    team: String,
    contract: String,
    shifts: Int = 0,
    paidMinutes: Int = 0,
    weekends: Int = 0,
    lates: Int = 0,
    nights: Int = 0,
    refused: Int = 0,
    left: [PeriodLeft] = []
  ) {
    self.employee = employee
    self.team = team
    self.contract = contract
    self.shifts = shifts
    self.paidMinutes = paidMinutes
    self.weekends = weekends
    self.lates = lates
    self.nights = nights
    self.refused = refused
    self.left = left
  }
}

/// What a rule over a period leaves for the week that comes next.
public struct PeriodLeft: Hashable, Sendable {
  /// The rule: `weekends in 4 weeks`, `night shifts in 2 weeks`, `hours in 17 weeks`.
  public var rule: String
  /// How much of it the period's weeks before have.
  public var used: Double
  /// The least that is asked; `nil` for none.
  public var least: Double?
  /// The most that is allowed; `nil` for none.
  public var most: Double?

  /// Makes an entry.
  public init(rule: String, used: Double, least: Double?, most: Double?) {
    self.rule = rule
    self.used = used
    self.least = least
    self.most = most
  }

  /// What may still come, none below 0; `nil` without a most.
  public var room: Double? { most.map { max(0, $0 - used) } }
  /// What must still come; `nil` without a least, or where it is reached.
  public var due: Double? { least.flatMap { $0 > used ? $0 - used : nil } }
}
