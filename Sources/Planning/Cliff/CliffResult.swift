public import Workforce

/// Heads, need and service of coming weeks, with and without renewals.
public struct CliffResult: Sendable {
  /// Lapses of a course that is compliance training.
  public struct Obliged: Hashable, Sendable {
    /// The course.
    public var course: String
    /// How many certificates.
    public var people: Int
  }

  /// A skill in a week.
  public struct SkillWeek: Hashable, Sendable {
    /// The skill.
    public var skill: String
    /// Heads when nobody renews.
    public var without: Double
    /// Heads when everybody renews in time.
    public var with: Double
    /// Heads under the renewal plan.
    public var planned: Double
    /// Heads that the forecast asks for.
    public var need: Double
  }

  /// A queue in a week: service levels with 95 % intervals; `nil` where the time did not suffice.
  public struct QueueWeek: Hashable, Sendable {
    /// The queue.
    public var queue: String
    /// When nobody renews.
    public var without: Estimate?
    /// When everybody renews in time.
    public var with: Estimate?
    /// Under the renewal plan; `nil` for weeks that were not played with it.
    public var planned: Estimate?
  }

  /// A week.
  public struct Week: Hashable, Sendable {
    /// The week.
    public var week: ISOWeek
    /// One entry per skill.
    public var skills: [SkillWeek]
    /// One entry per queue.
    public var queues: [QueueWeek]
    /// True where nothing that lapses changes the week.
    public var isSame: Bool
  }

  /// A renewal of the plan.
  public struct Renewal: Hashable, Sendable {
    /// The person's identifier.
    public var employee: String
    /// The course.
    public var course: String
    /// The week in which it is sat.
    public var week: ISOWeek
    /// When the certificate lapses.
    public var lapses: LocalDateTime
    /// Hours away, at pay and worth of that week.
    public var cost: Double
  }

  /// A week in which no plan keeps enough heads of a skill.
  public struct Short: Hashable, Sendable {
    /// The week.
    public var week: ISOWeek
    /// The skill.
    public var skill: String
    /// Heads that are missing.
    public var heads: Double
  }

  /// What the scenario was.
  public let inputs: PlanningInputs
  /// The weeks, in order.
  public var weeks: [Week]
  /// Certificates that lapse within them.
  public var lapsing: Int
  /// Lapses of compliance training that the plan leaves out: service does not need them, the rules do.
  public var obliged: [Obliged] = []
  /// The renewals of the plan, by week, person and course.
  public var renewals: [Renewal]
  /// Classes of the plan.
  public var classes: Int
  /// What the plan costs: hours away and classes.
  public var cost: Double
  /// The share of the cost by which it may miss the cheapest at most.
  public var gap: Double
  /// Where no plan suffices.
  public var short: [Short]
  /// What would help there, each found by solving again.
  public var remedies: [String]
  /// Heads that the plan keeps over the mean need, as a share, so that the worst week holds.
  public var margin: Double
  /// Weeks that were left without service, because the time was over.
  public var unplayed: Int
}
