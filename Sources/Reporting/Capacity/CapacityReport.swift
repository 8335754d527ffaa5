public import Workforce

/// A capacity plan as a page and as text for a terminal.
public struct CapacityReport: Sendable {
  /// A skill, one entry per month.
  public struct Skill: Sendable {
    let name: String
    let need: [[Double]]
    let agents: [[Double]]
    let nothing: [Double]
    let chance: [Chance]
    let chanceOfNothing: [Double]
    let enough: [Double]

    /// Makes a skill.
    ///
    /// - Parameters:
    ///   - name: Its name.
    ///   - need: Need at 10, 50 and 90 %.
    ///   - agents: Full-time people at work at 10, 25, 50, 75 and 90 %.
    ///   - nothing: Their median when nothing is done.
    ///   - chance: How likely the targets of its queues are met over the month.
    ///   - chanceOfNothing: The same when nothing is done.
    ///   - enough: How likely they are as many as the need.
    public init(
      name: String,
      need: [[Double]],
      agents: [[Double]],
      nothing: [Double],
      chance: [Chance],
      chanceOfNothing: [Double],
      enough: [Double]
    ) {
      self.name = name
      self.need = need
      self.agents = agents
      self.nothing = nothing
      self.chance = chance
      self.chanceOfNothing = chanceOfNothing
      self.enough = enough
    }
  }

  /// A share with its 95 % interval.
  public struct Chance: Sendable {
    let share: Double
    let low: Double
    let high: Double

    /// Makes it.
    public init(share: Double, low: Double, high: Double) {
      self.share = share
      self.low = low
      self.high = high
    }
  }

  /// Something to do.
  public struct Action: Sendable {
    let month: CalendarMonth
    let begin: CalendarMonth
    let kind: String
    let what: String
    let count: Int
    let cost: Double

    /// Makes it: `kind` is `hire`, `train`, `renew` or `classes`.
    public init(
      month: CalendarMonth,
      begin: CalendarMonth,
      kind: String,
      what: String,
      count: Int,
      cost: Double
    ) {
      self.month = month
      self.begin = begin
      self.kind = kind
      self.what = what
      self.count = count
      self.cost = cost
    }
  }

  /// What the plan costs.
  public struct Money: Sendable {
    let recruiting: Double
    let classes: Double
    let pay: Double
    let missing: Double
    let gap: Double
    let isCutShort: Bool

    /// Makes it: what is spent, the price of what is missing, the gap, and whether the clock ended
    /// the search.
    public init(
      recruiting: Double,
      classes: Double,
      pay: Double,
      missing: Double,
      gap: Double,
      isCutShort: Bool
    ) {
      self.recruiting = recruiting
      self.classes = classes
      self.pay = pay
      self.missing = missing
      self.gap = gap
      self.isCutShort = isCutShort
    }

    var spent: Double { recruiting + classes + pay }
  }

  /// An assumption with where it comes from.
  public struct Assumption: Sendable {
    let name: String
    let text: String
    let source: String

    /// Makes it.
    public init(name: String, text: String, source: String) {
      self.name = name
      self.text = text
      self.source = source
    }
  }

  /// A week staffed without names beside a roster with names.
  public struct WeekCheck: Sendable {
    let week: ISOWeek
    let needed: Double
    let dedicated: Double
    let people: Double
    let uncovered: Double
    let rostered: Double
    let hours: Double

    /// Makes it.
    ///
    /// - Parameters:
    ///   - week: The week.
    ///   - needed: The fewest people without names, skills shared.
    ///   - dedicated: The same with each skill by itself.
    ///   - people: The people there are in that week.
    ///   - uncovered: Agent-hours that they cannot cover without names.
    ///   - rostered: Agent-hours that the roster with names leaves uncovered.
    ///   - hours: Agent-hours needed.
    public init(
      week: ISOWeek,
      needed: Double,
      dedicated: Double,
      people: Double,
      uncovered: Double,
      rostered: Double,
      hours: Double
    ) {
      self.week = week
      self.needed = needed
      self.dedicated = dedicated
      self.people = people
      self.uncovered = uncovered
      self.rostered = rostered
      self.hours = hours
    }
  }

  let title: String
  let currency: String
  let months: [CalendarMonth]
  let skills: [Skill]
  let all: [Chance]
  let allOfNothing: [Double]
  let actions: [Action]
  let money: Money
  let assumptions: [Assumption]
  let warnings: [String]
  let check: WeekCheck?

  /// Makes a report; `all` is the chance that the targets of every skill are met.
  public init(
    title: String,
    currency: String,
    months: [CalendarMonth],
    skills: [Skill],
    all: [Chance],
    allOfNothing: [Double],
    actions: [Action],
    money: Money,
    assumptions: [Assumption],
    warnings: [String],
    check: WeekCheck?
  ) {
    self.title = title
    self.currency = currency
    self.months = months
    self.skills = skills
    self.all = all
    self.allOfNothing = allOfNothing
    self.actions = actions
    self.money = money
    self.assumptions = assumptions
    self.warnings = warnings
    self.check = check
  }
}
