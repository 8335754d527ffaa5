/// What a capacity plan decides on, as numbers: months, people there are, and what could be done.
///
/// Heads are people; agents are full-time people at work, which is what the need is in.
public struct CapacityProblem: Hashable, Sendable {
  /// How many months there are, at least 1.
  public var months: Int
  /// Names of the skills.
  public var skills: [String]
  /// The sets of skills that somebody holds or can come to hold: positions of skills, ascending.
  public var sets: [[Int]]
  /// Names of the contracts.
  public var contracts: [String]
  /// Agents needed per skill and month.
  public var need: [[NeedBand]]
  /// The people there are, those who are alike together.
  public var groups: [Group]
  /// What people can be hired for.
  public var positions: [Position]
  /// What new people go through.
  public var pipeline: Pipeline
  /// Who can learn a skill more.
  public var routes: [Route]
  /// Certificates that lapse and can be renewed.
  public var renewals: [Renewal]
  /// The kinds of classes.
  public var courses: [Course]
  /// Shares of contracts to keep.
  public var mix: [MixBound]
  /// Limits on what hires, classes and cross-training cost.
  public var budget: Budget
  /// Prices.
  public var prices: Prices

  /// Makes a problem.
  public init(
    months: Int,
    skills: [String],
    sets: [[Int]],
    contracts: [String],
    need: [[NeedBand]],
    groups: [Group],
    positions: [Position] = [],
    pipeline: Pipeline = Pipeline(stages: []),
    routes: [Route] = [],
    renewals: [Renewal] = [],
    courses: [Course] = [],
    mix: [MixBound] = [],
    budget: Budget = Budget(),
    prices: Prices
  ) {
    self.months = months
    self.skills = skills
    self.sets = sets
    self.contracts = contracts
    self.need = need
    self.groups = groups
    self.positions = positions
    self.pipeline = pipeline
    self.routes = routes
    self.renewals = renewals
    self.courses = courses
    self.mix = mix
    self.budget = budget
    self.prices = prices
  }
}

extension CapacityProblem {
  /// Agents needed, as quantiles of what may come.
  public struct NeedBand: Hashable, Sendable {
    /// Not exceeded with 10 %.
    public var low: Double
    /// The median.
    public var middle: Double
    /// Not exceeded with 90 %.
    public var high: Double

    /// Makes a band; ascending.
    public init(low: Double, middle: Double, high: Double) {
      self.low = low
      self.middle = middle
      self.high = high
    }

    /// The three cases with the weights that give mean and variance of most unimodal
    /// distributions best (Swanson's rule; Hurst, Brown & Swanson 2000).
    var cases: [(agents: Double, weight: Double)] { [(low, 0.3), (middle, 0.4), (high, 0.3)] }

    /// The need at a standard normal deviate of demand: straight lines through the three points.
    public func agents(at deviate: Double) -> Double {
      let quantile = 1.2815515655446004
      let slope = deviate < 0 ? (middle - low) / quantile : (high - middle) / quantile
      return max(0, middle + slope * deviate)
    }
  }

  /// People who are alike.
  public struct Group: Hashable, Sendable {
    /// How many.
    public var count: Int
    /// Position of their contract.
    public var contract: Int
    /// Agents that one of them is when counted in full.
    public var weight: Double
    /// Share that leaves in a month.
    public var attrition: Double
    /// Per month, the position of their set of skills; `nil` when they are not there.
    public var sets: [Int?]
    /// Per month, what they count for because of the stage of training that they are in.
    public var counts: [Double]

    /// Makes a group.
    public init(
      count: Int,
      contract: Int,
      weight: Double,
      attrition: Double,
      sets: [Int?],
      counts: [Double]
    ) {
      self.count = count
      self.contract = contract
      self.weight = weight
      self.attrition = attrition
      self.sets = sets
      self.counts = counts
    }
  }

  /// What somebody can be hired for.
  public struct Position: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Position of the contract.
    public var contract: Int
    /// Position of the set of skills.
    public var set: Int
    /// Agents that one person is when counted in full.
    public var weight: Double
    /// Share that leaves in a month after the pipeline.
    public var attrition: Double
    /// Pay in a month.
    public var monthlyPay: Double
    /// Price of finding one.
    public var recruiting: Double
    /// First month in which somebody can start.
    public var earliest: Int
    /// Most who can start in a month.
    public var mostPerMonth: Int
    /// Position of the kind of classes that they begin with.
    public var course: Int

    /// Makes a position.
    public init(
      name: String,
      contract: Int,
      set: Int,
      weight: Double,
      attrition: Double,
      monthlyPay: Double,
      recruiting: Double,
      earliest: Int,
      mostPerMonth: Int,
      course: Int
    ) {
      self.name = name
      self.contract = contract
      self.set = set
      self.weight = weight
      self.attrition = attrition
      self.monthlyPay = monthlyPay
      self.recruiting = recruiting
      self.earliest = earliest
      self.mostPerMonth = mostPerMonth
      self.course = course
    }
  }

  /// Learning one skill more: from a set to a larger one, from the next month on.
  public struct Route: Hashable, Sendable {
    /// Position of the set before.
    public var from: Int
    /// Position of the set after.
    public var to: Int
    /// Agents that one person is.
    public var weight: Double
    /// Share that leaves in a month.
    public var attrition: Double
    /// Share that passes.
    public var passRate: Double
    /// Share of the month that a person is away for it.
    public var away: Double
    /// Position of the kind of classes.
    public var course: Int

    /// Makes a route.
    public init(
      from: Int,
      to: Int,
      weight: Double,
      attrition: Double,
      passRate: Double,
      away: Double,
      course: Int
    ) {
      self.from = from
      self.to = to
      self.weight = weight
      self.attrition = attrition
      self.passRate = passRate
      self.away = away
      self.course = course
    }
  }

  /// Certificates of people who are alike that lapse unless they are renewed.
  public struct Renewal: Hashable, Sendable {
    /// What lapses.
    public var name: String
    /// How many people.
    public var count: Int
    /// Agents that one of them is.
    public var weight: Double
    /// Share that leaves in a month.
    public var attrition: Double
    /// Per month, the set without a renewal; the group that they are part of has it.
    public var without: [Int?]
    /// Per month, the set with one.
    public var with: [Int?]
    /// The months in which it can be sat, ascending.
    public var window: ClosedRange<Int>
    /// Share that passes.
    public var passRate: Double
    /// Share of the month that a person is away for it.
    public var away: Double
    /// Position of the kind of classes.
    public var course: Int

    /// Makes a renewal.
    public init(
      name: String,
      count: Int,
      weight: Double,
      attrition: Double,
      without: [Int?],
      with: [Int?],
      window: ClosedRange<Int>,
      passRate: Double,
      away: Double,
      course: Int
    ) {
      self.name = name
      self.count = count
      self.weight = weight
      self.attrition = attrition
      self.without = without
      self.with = with
      self.window = window
      self.passRate = passRate
      self.away = away
      self.course = course
    }
  }

  /// A kind of classes.
  public struct Course: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// People in one.
    public var seats: Int
    /// Classes that can begin in a month.
    public var perMonth: Int
    /// Price of one.
    public var cost: Double

    /// Makes a kind.
    public init(name: String, seats: Int, perMonth: Int, cost: Double) {
      self.name = name
      self.seats = seats
      self.perMonth = perMonth
      self.cost = cost
    }
  }

  /// The share of a contract among all heads.
  public struct MixBound: Hashable, Sendable {
    /// Position of the contract.
    public var contract: Int
    /// Least share.
    public var least: Double
    /// Greatest share.
    public var most: Double

    /// Makes a bound.
    public init(contract: Int, least: Double, most: Double) {
      self.contract = contract
      self.least = least
      self.most = most
    }
  }

  /// What hires, classes and cross-training may cost; `nil` for no limit.
  public struct Budget: Hashable, Sendable {
    /// In a month.
    public var month: Double?
    /// In all months together.
    public var total: Double?

    /// Makes a budget.
    public init(month: Double? = nil, total: Double? = nil) {
      self.month = month
      self.total = total
    }
  }

  /// What is not bought but missing.
  public struct Prices: Hashable, Sendable {
    /// An agent who is missing for a month.
    public var missing: Double
    /// A head beyond the bounds of the contract mix, for a month.
    public var mix: Double

    /// Makes prices.
    public init(missing: Double, mix: Double) {
      self.missing = missing
      self.mix = mix
    }
  }
}
