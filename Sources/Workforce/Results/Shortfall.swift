/// What is missing when no roster of the people there meets every target.
public struct Shortfall: Hashable, Sendable {
  /// A promise beside the service level that is not kept.
  public struct Gap: Hashable, Sendable {
    /// What was promised and measured.
    public var judgment: TargetJudgment
    /// Contacts of the week too many or too few; `nil` where contacts do not measure it.
    public var contacts: Double?
    /// Hours at work that lack in the week; `nil` where hours do not measure it.
    public var hours: Double?
    /// Intervals in which it lacks, those first where it lacks most; empty where intervals do not
    /// measure it.
    public var intervals: [Int]

    /// Makes an entry.
    public init(
      judgment: TargetJudgment,
      contacts: Double? = nil,
      hours: Double? = nil,
      intervals: [Int] = []
    ) {
      self.judgment = judgment
      self.contacts = contacts
      self.hours = hours
      self.intervals = intervals
    }
  }

  /// A queue whose target is missed.
  public struct Queue: Hashable, Sendable {
    /// The queue's name.
    public var queue: String
    /// The service of the roster that was kept.
    public var service: Estimate
    /// The service level promised.
    public var target: Double
    /// Contacts of the week that would have to be answered in time in addition.
    public var contacts: Double
    /// Intervals with less than the target, those first that lack most contacts.
    public var intervals: [Int]
    /// The best service that any number of people reaches, where that is certainly less than
    /// promised; `nil` else.
    public var mostReachable: Double?
    /// The other promises that are not kept.
    public var gaps: [Gap]

    /// Makes an entry.
    public init(
      queue: String,
      service: Estimate,
      target: Double,
      contacts: Double,
      intervals: [Int],
      mostReachable: Double? = nil,
      gaps: [Gap] = []
    ) {
      self.queue = queue
      self.service = service
      self.target = target
      self.contacts = contacts
      self.intervals = intervals
      self.mostReachable = mostReachable
      self.gaps = gaps
    }
  }

  /// People to add, all with one skill and on one contract.
  public struct Addition: Hashable, Sendable {
    /// The skill that they hold.
    public var skill: String
    /// Their contract's name.
    public var contract: String
    /// How many.
    public var people: Int
    /// Hours a week of all of them, as the contract has them at least.
    public var weeklyHours: Double

    /// Makes an entry.
    public init(skill: String, contract: String, people: Int, weeklyHours: Double) {
      self.skill = skill
      self.contract = contract
      self.people = people
      self.weeklyHours = weeklyHours
    }
  }

  /// What was tried, each time with another roster and another simulation.
  public struct Trial: Hashable, Sendable {
    /// Who was added.
    public var additions: [Addition]
    /// Service per queue, in the order of the settings.
    public var service: [Estimate]
    /// True when every target was met.
    public var isMet: Bool

    /// Makes an entry.
    public init(additions: [Addition], service: [Estimate], isMet: Bool) {
      self.additions = additions
      self.service = service
      self.isMet = isMet
    }

    /// How many people were added.
    public var people: Int { additions.reduce(0) { $0 + $1.people } }
  }

  /// The queues whose targets are missed.
  public var queues: [Queue]
  /// What was tried, in order.
  public var trials: [Trial]

  /// Makes a shortfall.
  public init(queues: [Queue], trials: [Trial]) {
    self.queues = queues
    self.trials = trials
  }

  /// True when some target is out of reach of any number of people.
  public var isOutOfReach: Bool { queues.contains { $0.mostReachable != nil } }

  /// The fewest people found with whom all targets are met.
  public var remedy: Trial? { trials.filter(\.isMet).min { $0.people < $1.people } }

  /// The most people found that are not enough.
  public var notEnough: Trial? { trials.filter { !$0.isMet }.max { $0.people < $1.people } }
}
