/// Which demand decided how many agents an interval needs.
public enum BindingTarget: String, CaseIterable, Sendable {
  /// The queue is closed or nothing is expected.
  case none
  /// The service level.
  case serviceLevel = "service_level"
  /// The mean wait of answered contacts.
  case speedOfAnswer = "speed_of_answer"
  /// The share of contacts that leave.
  case abandonment
  /// The cap on occupancy.
  case occupancy
  /// The least service level in every interval.
  case intervalFloor = "interval_floor"
  /// The fewest agents in every open interval.
  case minimumAgents = "minimum_agents"

  /// The target that a demand belongs to.
  public init(_ demand: ServiceDemand) {
    self =
      switch demand {
      case .serviceLevel: .serviceLevel
      case .speedOfAnswer: .speedOfAnswer
      case .abandonment: .abandonment
      case .occupancy: .occupancy
      case .intervalFloor: .intervalFloor
      case .minimumAgents: .minimumAgents
      }
  }
}

/// How many people one queue needs in one interval, and why.
public struct IntervalRequirement: Hashable, Sendable {
  /// Agents handling contacts at once.
  public var agents: Int
  /// People to roster: `agents ÷ (1 − shrinkage)`, rounded up.
  public var rostered: Int
  /// Offered load in erlangs (contacts at once for chat, before sharing among slots).
  public var offeredLoad: Double
  /// Service level that the queue model expects with `agents`, by the target's definition, 0…1.
  public var serviceLevel: Double
  /// Share of time that `agents` spend on contacts, 0…1.
  public var occupancy: Double
  /// What decided.
  public var bindingTarget: BindingTarget

  /// Makes a requirement.
  public init(
    agents: Int,
    rostered: Int,
    offeredLoad: Double,
    serviceLevel: Double,
    occupancy: Double,
    bindingTarget: BindingTarget
  ) {
    self.agents = agents
    self.rostered = rostered
    self.offeredLoad = offeredLoad
    self.serviceLevel = serviceLevel
    self.occupancy = occupancy
    self.bindingTarget = bindingTarget
  }
}

/// How many people one queue needs over a horizon.
public struct QueueRequirement: Hashable, Sendable {
  /// The queue's name.
  public var queue: String
  /// One entry per interval of the grid.
  public var intervals: [IntervalRequirement]

  /// Makes a requirement.
  public init(queue: String, intervals: [IntervalRequirement]) {
    self.queue = queue
    self.intervals = intervals
  }
}

/// How many people all queues need over a horizon.
public struct Requirement: Hashable, Sendable {
  /// The planning intervals.
  public var grid: TimeGrid
  /// One entry per queue, in the order of the settings.
  public var queues: [QueueRequirement]

  /// Makes a requirement.
  public init(grid: TimeGrid, queues: [QueueRequirement]) {
    self.grid = grid
    self.queues = queues
  }
}

/// The price of the people given to one queue in one roster slot.
///
/// Convex, decreasing and piecewise linear in their number: Φ of the roster formulation.
public struct CoverCost: Hashable, Sendable {
  /// A step: so many people more, each worth so much.
  public struct Step: Hashable, Sendable {
    /// How many people the step takes, at least 1.
    public var people: Int
    /// What each of them saves in this slot, at least 0.
    public var worth: Double

    /// Makes a step.
    public init(people: Int, worth: Double) {
      self.people = people
      self.worth = worth
    }
  }

  /// Steps from the first person on; `worth` never increases.
  public var steps: [Step]

  /// Makes a price; the steps' worth must not increase.
  public init(steps: [Step]) {
    precondition(
      zip(steps, steps.dropFirst()).allSatisfy { $0.worth >= $1.worth },
      "cover costs must be convex"
    )
    self.steps = steps
  }

  /// People after whom another is worth nothing.
  public var capacity: Int { steps.reduce(0) { $0 + $1.people } }

  /// Φ(n): what is still lost with `people` at work.
  public func cost(of people: Int) -> Double {
    var left = people
    var cost = 0.0
    for step in steps {
      let used = min(left, step.people)
      left -= used
      cost += Double(step.people - used) * step.worth
    }
    return cost
  }
}

/// The price of people in every slot of the roster grid.
public struct CoverCosts: Hashable, Sendable {
  /// The roster slots.
  public var grid: TimeGrid
  /// Prices per queue (order of the settings) and slot.
  public var queues: [[CoverCost]]

  /// Makes prices.
  public init(grid: TimeGrid, queues: [[CoverCost]]) {
    self.grid = grid
    self.queues = queues
  }
}
