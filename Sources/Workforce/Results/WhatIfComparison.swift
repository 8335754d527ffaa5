/// A scenario and variants of it, side by side; all met the same customers.
public struct WhatIfComparison: Hashable, Sendable {
  /// The center's name.
  public var center: String
  /// The week.
  public var week: ISOWeek
  /// The currency.
  public var currency: String
  /// The seed of all runs.
  public var seed: UInt64
  /// The budget of the optimizer's work of each run.
  public var effort: Int
  /// Repetitions of the simulation.
  public var replications: Int
  /// True when all runs went on from the base's roster.
  public var isWarm: Bool
  /// What grids vary, in order; empty without a grid.
  public var axes: [String]
  /// The scenario as it is.
  public var base: WhatIfResult
  /// The others, in the order in which they were asked.
  public var variants: [WhatIfResult]
  /// Names of variants that are not run yet.
  public var missing: [String]

  /// Makes a comparison.
  public init(
    center: String,
    week: ISOWeek,
    currency: String,
    seed: UInt64,
    effort: Int,
    replications: Int,
    isWarm: Bool,
    axes: [String],
    base: WhatIfResult,
    variants: [WhatIfResult],
    missing: [String] = []
  ) {
    self.center = center
    self.week = week
    self.currency = currency
    self.seed = seed
    self.effort = effort
    self.replications = replications
    self.isWarm = isWarm
    self.axes = axes
    self.base = base
    self.variants = variants
    self.missing = missing
  }
}

extension WhatIfComparison {
  /// Whether each run, the base first, is on the frontier of a queue: no other run gives the queue at
  /// least its service for at most its pay, with one of the two better.
  ///
  /// - Parameter queue: The queue's position.
  /// - Returns: One entry per run, the variants in their order after the base.
  public func isOnFrontier(queue: Int) -> [Bool] {
    let points = ([base] + variants).map { ($0.pay, $0.queues[queue].serviceLevel.mean) }
    return points.map { pay, service in
      !points.contains { other in
        other.0 <= pay && other.1 >= service && (other.0 < pay || other.1 > service)
      }
    }
  }
}

/// What planning a scenario, or a variant of it, gave.
public struct WhatIfResult: Hashable, Sendable {
  /// The service of a queue.
  public struct Queue: Hashable, Sendable {
    /// The queue's name.
    public var queue: String
    /// The service level that is promised; 0 where none is.
    public var target: Double
    /// What counts as in time.
    public var threshold: Duration
    /// Whether the whole target is met over its period, by simulation.
    public var meetsTarget: Bool
    /// The share in time over the week.
    public var serviceLevel: Estimate
    /// The share in time, variant less base, both within the base's threshold; `nil` for the base.
    public var difference: Estimate?
    /// Mean wait in seconds, variant less base; `nil` for the base.
    public var waitDifference: Estimate?
    /// The share that leaves, variant less base; `nil` for the base.
    public var abandonmentDifference: Estimate?
    /// The share in time per date; `nil` without contacts.
    public var days: [Estimate?]
    /// The differences per date, `nil` where one of the two has no contacts; empty for the base.
    public var dayDifferences: [Estimate?]
    /// Contacts expected.
    public var arrivals: Double
    /// Most people needed at once.
    public var peakNeed: Int

    /// The share in time beyond the one promised.
    public var spare: Double { serviceLevel.mean - target }

    /// Makes an entry.
    public init(
      queue: String,
      target: Double,
      threshold: Duration,
      meetsTarget: Bool,
      serviceLevel: Estimate,
      difference: Estimate?,
      waitDifference: Estimate?,
      abandonmentDifference: Estimate?,
      days: [Estimate?],
      dayDifferences: [Estimate?],
      arrivals: Double,
      peakNeed: Int
    ) {
      self.queue = queue
      self.target = target
      self.threshold = threshold
      self.meetsTarget = meetsTarget
      self.serviceLevel = serviceLevel
      self.difference = difference
      self.waitDifference = waitDifference
      self.abandonmentDifference = abandonmentDifference
      self.days = days
      self.dayDifferences = dayDifferences
      self.arrivals = arrivals
      self.peakNeed = peakNeed
    }
  }

  /// What people and rules of a roster came to.
  public struct People: Hashable, Sendable {
    /// People with a shift.
    public var rostered: Int
    /// Paid hours.
    public var paidHours: Double
    /// Overtime hours.
    public var overtimeHours: Double
    /// Wished days off that are off, and all that were wished.
    public var daysOffGranted: Int
    /// All days off that were wished.
    public var daysOffWished: Int
    /// Shifts that start in the band wished.
    public var startsGranted: Int
    /// Shifts on days with such a wish.
    public var startsWished: Int
    /// Standard deviation over people of the weekend days worked.
    public var weekendSpread: Double
    /// Rules broken, by the checker.
    public var violations: Int
    /// People whose rules leave no week.
    public var unrostered: [String]
    /// Identifiers of those whose shifts begin or end otherwise than in the base; empty for it.
    public var affected: [String]

    /// Makes an entry.
    public init(
      rostered: Int,
      paidHours: Double,
      overtimeHours: Double,
      daysOffGranted: Int,
      daysOffWished: Int,
      startsGranted: Int,
      startsWished: Int,
      weekendSpread: Double,
      violations: Int,
      unrostered: [String],
      affected: [String]
    ) {
      self.rostered = rostered
      self.paidHours = paidHours
      self.overtimeHours = overtimeHours
      self.daysOffGranted = daysOffGranted
      self.daysOffWished = daysOffWished
      self.startsGranted = startsGranted
      self.startsWished = startsWished
      self.weekendSpread = weekendSpread
      self.violations = violations
      self.unrostered = unrostered
      self.affected = affected
    }
  }

  /// Its name; `base` for the scenario as it is.
  public var name: String
  /// The question; empty for the base.
  public var question: String
  /// What changes, a sentence each.
  public var words: [String]
  /// What a grid sets here, in the order of the axes; empty without a grid.
  public var point: [String]
  /// What the objective is made of, by the independent checker.
  public var costs: RosterCosts
  /// The certified bound on the objective.
  public var bound: Double
  /// Person-hours needed.
  public var requiredHours: Double
  /// People and rules.
  public var people: People
  /// One entry per queue, in the order of the settings.
  public var queues: [Queue]
  /// Most pay that a what-if allows; `nil` without a cap.
  public var payCap: Double?
  /// True when the clock ended the run.
  public var isCutShort: Bool
  /// True when the run found its own price of a contact that misses its target, so that its objective
  /// cannot be compared with another run's.
  public var hasOwnPrices: Bool

  /// Makes a result.
  public init(
    name: String,
    question: String,
    words: [String],
    point: [String],
    costs: RosterCosts,
    bound: Double,
    requiredHours: Double,
    people: People,
    queues: [Queue],
    payCap: Double?,
    isCutShort: Bool,
    hasOwnPrices: Bool
  ) {
    self.name = name
    self.question = question
    self.words = words
    self.point = point
    self.costs = costs
    self.bound = bound
    self.requiredHours = requiredHours
    self.people = people
    self.queues = queues
    self.payCap = payCap
    self.isCutShort = isCutShort
    self.hasOwnPrices = hasOwnPrices
  }

  /// Pay with overtime.
  public var pay: Double { costs.pay + costs.overtimePremium }
  /// Objective less bound: how far the optimum may lie below.
  public var gap: Double { max(0, costs.total - bound) }
  /// Queues that promise a service level.
  public var promises: Int { queues.count { $0.target > 0 } }
  /// Those of them that keep it.
  public var promisesKept: Int { queues.count { $0.target > 0 && $0.meetsTarget } }
  /// Queues that meet their target.
  public var queuesOnTarget: Int { queues.count(where: \.meetsTarget) }
}

extension Estimate {
  /// True when the interval of confidence leaves out zero.
  public var isSignificant: Bool { low > 0 || high < 0 }
}
