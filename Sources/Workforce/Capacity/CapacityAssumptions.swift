/// What a center says of its future, for a capacity plan; `nil` and empty lists for what it leaves
/// to defaults.
public struct CapacityAssumptions: Hashable, Sendable {
  /// How contacts grow.
  public var demand: Demand
  /// Who leaves.
  public var attrition: Attrition
  /// Share of people's time that is lost before a roster is made, such as leave; below 1.
  public var absence: Double?
  /// How people are found.
  public var hiring: Hiring
  /// What new people go through, in order.
  public var pipeline: [Stage]
  /// Classes of new people.
  public var classes: Classes
  /// Who can learn what.
  public var crossTraining: [CrossTraining]
  /// Shares of contracts to keep.
  public var mix: [ContractShare]
  /// Most that the plan may spend in a month.
  public var monthlyBudget: Double?
  /// Most that the plan may spend in all.
  public var totalBudget: Double?
  /// Price of a full-time person who is missing for a month.
  public var missingMonth: Double?

  /// Makes assumptions; without arguments all is left to defaults.
  public init(
    demand: Demand = Demand(),
    attrition: Attrition = Attrition(),
    absence: Double? = nil,
    hiring: Hiring = Hiring(),
    pipeline: [Stage] = [],
    classes: Classes = Classes(),
    crossTraining: [CrossTraining] = [],
    mix: [ContractShare] = [],
    monthlyBudget: Double? = nil,
    totalBudget: Double? = nil,
    missingMonth: Double? = nil
  ) {
    self.demand = demand
    self.attrition = attrition
    self.absence = absence
    self.hiring = hiring
    self.pipeline = pipeline
    self.classes = classes
    self.crossTraining = crossTraining
    self.mix = mix
    self.monthlyBudget = monthlyBudget
    self.totalBudget = totalBudget
    self.missingMonth = missingMonth
  }
}

extension CapacityAssumptions {
  /// How contacts grow beyond what the forecast says.
  public struct Demand: Hashable, Sendable {
    /// Growth in a year, as a share; above −1.
    public var yearlyGrowth: Double?
    /// Growth of single queues, by name.
    public var queueGrowth: [Named]
    /// Relative standard deviation of the level of all contacts after a year.
    public var yearlySpread: Double?

    /// Makes it.
    public init(
      yearlyGrowth: Double? = nil,
      queueGrowth: [Named] = [],
      yearlySpread: Double? = nil
    ) {
      self.yearlyGrowth = yearlyGrowth
      self.queueGrowth = queueGrowth
      self.yearlySpread = yearlySpread
    }
  }

  /// A number that belongs to a queue or a contract.
  public struct Named: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// The number.
    public var value: Double

    /// Makes it.
    public init(_ name: String, _ value: Double) {
      self.name = name
      self.value = value
    }
  }

  /// Shares of people who leave in a month.
  public struct Attrition: Hashable, Sendable {
    /// Of everybody.
    public var monthly: Double?
    /// Of people in the pipeline.
    public var newcomers: Double?
    /// Of people with a contract.
    public var contracts: [Named]

    /// Makes it.
    public init(monthly: Double? = nil, newcomers: Double? = nil, contracts: [Named] = []) {
      self.monthly = monthly
      self.newcomers = newcomers
      self.contracts = contracts
    }
  }

  /// How people are found.
  public struct Hiring: Hashable, Sendable {
    /// Months from opening a position to the first day.
    public var leadMonths: Int?
    /// Price of finding one person.
    public var cost: Double?
    /// Most people who can start in a month.
    public var mostPerMonth: Int?
    /// What an employer pays on top of wages, as a share.
    public var onCosts: Double?
    /// What people can be hired for.
    public var positions: [Position]

    /// Makes it.
    public init(
      leadMonths: Int? = nil,
      cost: Double? = nil,
      mostPerMonth: Int? = nil,
      onCosts: Double? = nil,
      positions: [Position] = []
    ) {
      self.leadMonths = leadMonths
      self.cost = cost
      self.mostPerMonth = mostPerMonth
      self.onCosts = onCosts
      self.positions = positions
    }
  }

  /// A contract with the skills that the pipeline ends in.
  public struct Position: Hashable, Sendable {
    /// The contract's name.
    public var contract: String
    /// Names of the skills.
    public var skills: [String]

    /// Makes it.
    public init(contract: String, skills: [String]) {
      self.contract = contract
      self.skills = skills
    }
  }

  /// A stretch of what new people go through.
  public struct Stage: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// How long it takes, in months.
    public var months: Double
    /// What somebody in it counts for at work, 0…1, over equal parts of it; not empty.
    public var counts: [Double]
    /// Share of those who end it that pass.
    public var passRate: Double

    /// Makes it.
    public init(name: String, months: Double, counts: [Double], passRate: Double) {
      self.name = name
      self.months = months
      self.counts = counts
      self.passRate = passRate
    }
  }

  /// Classes of one kind.
  public struct Classes: Hashable, Sendable {
    /// People in a class.
    public var seats: Int?
    /// Classes that can begin in a month.
    public var perMonth: Int?
    /// Price of a class.
    public var cost: Double?

    /// Makes it.
    public init(seats: Int? = nil, perMonth: Int? = nil, cost: Double? = nil) {
      self.seats = seats
      self.perMonth = perMonth
      self.cost = cost
    }
  }

  /// Learning one skill more.
  public struct CrossTraining: Hashable, Sendable {
    /// The skill.
    public var skill: String
    /// The course of training.yaml that teaches it, if one does.
    public var course: String?
    /// Skills that people must have before; empty for any.
    public var from: [String]
    /// Hours away from work.
    public var hours: Double?
    /// Share that passes.
    public var passRate: Double?
    /// Its classes.
    public var classes: Classes

    /// Makes it.
    public init(
      skill: String,
      course: String? = nil,
      from: [String] = [],
      hours: Double? = nil,
      passRate: Double? = nil,
      classes: Classes = Classes()
    ) {
      self.skill = skill
      self.course = course
      self.from = from
      self.hours = hours
      self.passRate = passRate
      self.classes = classes
    }
  }

  /// The share of a contract among all people.
  public struct ContractShare: Hashable, Sendable {
    /// The contract's name.
    public var contract: String
    /// Least share.
    public var least: Double
    /// Greatest share.
    public var most: Double

    /// Makes it.
    public init(contract: String, least: Double, most: Double) {
      self.contract = contract
      self.least = least
      self.most = most
    }
  }
}
