/// People who are hired.
public struct WhatIfHire: Hashable, Sendable {
  /// How many, at least 0.
  public var count: Int
  /// What they can do.
  public var skills: [String]
  /// At which level; `nil` for none.
  public var level: String?
  /// Their contract; `nil` for the one that most people with their first skill have.
  public var contract: String?
  /// Their site; `nil` for that of most people with their first skill.
  public var site: String?
  /// Their team; may be empty.
  public var team: String
  /// Their first day; `nil` when they are there already.
  public var start: LocalDate?

  /// Makes hires.
  public init(
    count: Int,
    skills: [String],
    level: String? = nil,
    contract: String? = nil,
    site: String? = nil,
    team: String = "",
    start: LocalDate? = nil
  ) {
    self.count = count
    self.skills = skills
    self.level = level
    self.contract = contract
    self.site = site
    self.team = team
    self.start = start
  }
}

/// Parts of targets that are replaced; `nil` where they stay.
public struct WhatIfTarget: Hashable, Sendable {
  /// The queue; `nil` for all.
  public var queue: String?
  /// Share in time.
  public var serviceLevel: Fraction?
  /// What counts as in time.
  public var threshold: Duration?
  /// Longest mean wait.
  public var averageSpeedOfAnswer: Duration?
  /// Highest share that leaves.
  public var maximumAbandonment: Fraction?
  /// Highest share of staffed time on contacts.
  public var maximumOccupancy: Fraction?
  /// Least service level in every interval.
  public var intervalFloor: Fraction?
  /// Fewest agents.
  public var minimumAgents: Int?
  /// The stretch of time over which targets must be met; of all queues.
  public var period: TargetPeriod?

  /// Makes an empty change of one queue or all.
  public init(queue: String? = nil) { self.queue = queue }
}

/// Limits on people's shifts that are replaced; `nil` where they stay.
public struct WhatIfRule: Hashable, Sendable {
  /// A limit that is given or taken away.
  public enum Limit<Value: Hashable & Sendable>: Hashable, Sendable {
    /// It is this.
    case set(Value)
    /// There is none.
    case off
  }

  /// The contract; `nil` for all.
  public var contract: String?
  /// Least rest between shifts.
  public var minimumRest: Limit<Duration>?
  /// Most working days in a row.
  public var maximumConsecutiveDays: Limit<Int>?
  /// Largest change of the start from day to day.
  public var maximumStartChange: Limit<Duration>?
  /// True when nobody need be present by rule.
  public var isPresenceOff: Bool

  /// Makes an empty change of one contract or all.
  public init(contract: String? = nil) {
    self.contract = contract
    isPresenceOff = false
  }
}

/// Terms of a contract that are replaced; `nil` where they stay.
public struct WhatIfTerms: Hashable, Sendable {
  /// The contract.
  public var contract: String
  /// Pay for an hour.
  public var wagePerHour: Double?
  /// Least paid time in a week.
  public var minimumHours: Duration?
  /// Most paid time in a week.
  public var maximumHours: Duration?
  /// Paid time after which overtime begins.
  public var overtimeAfter: Duration?
  /// Fewest working days.
  public var minimumDays: Int?
  /// Most working days.
  public var maximumDays: Int?
  /// Shift templates that may be used.
  public var shiftTemplates: [String]?
  /// Window in which shifts lie.
  public var shiftWindow: WhatIfRule.Limit<ClockWindow>?

  /// Makes an empty change.
  public init(contract: String) { self.contract = contract }
}

/// Prices of the objective that are replaced; `nil` where they stay.
public struct WhatIfPrice: Hashable, Sendable {
  /// What makes people at work worth having.
  public var cover: CoverBasis?
  /// Price of an hour with nothing to do.
  public var overstaffingPerHour: Double?
  /// Extra pay for overtime, as a share.
  public var overtimePremium: Double?
  /// Price of an hour outside the preferred band.
  public var startPreferencePerHour: Double?
  /// Price of a wished day off that is refused.
  public var dayOffPreference: Double?
  /// Price of an hour of change of the start.
  public var startChangePerHour: Double?
  /// Price of weekend work.
  public var weekendFairness: Double?

  /// Makes an empty change.
  public init() {}
}

/// What may be spent.
public struct WhatIfBudget: Hashable, Sendable {
  /// The site whose overtime is capped; `nil` for every site.
  public var site: String?
  /// Most overtime of a site's people in a week; the plan keeps it.
  public var overtime: Duration?
  /// Most pay of the week, overtime included; kept where cover is worth what service asks for.
  public var pay: Double?

  /// Makes a cap.
  public init(site: String? = nil, overtime: Duration? = nil, pay: Double? = nil) {
    self.site = site
    self.overtime = overtime
    self.pay = pay
  }
}
