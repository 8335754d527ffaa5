public import Workforce

/// A limit of a contract that can be part of a conflict.
public enum ContractLimit: String, CaseIterable, Hashable, Sendable {
  /// Least time between two shifts.
  case minimumRest = "minimum rest"
  /// Most working days in a row.
  case consecutiveDays = "consecutive days"
  /// Largest change of the start from date to date.
  case startChange = "start change"
  /// The window of the clock for shifts.
  case shiftWindow = "shift window"
  /// Least paid hours of a week.
  case leastHours = "least weekly hours"
  /// Most paid hours of a week.
  case mostHours = "most weekly hours"
  /// Fewest working days of a week.
  case fewestDays = "fewest working days"
  /// Most working days of a week.
  case mostDays = "most working days"
}

/// What limits how many people are at work at once.
public enum MostHeads: Hashable, Sendable {
  /// The seats of a site.
  case site(String)
  /// The most of an entry of heads, by its position.
  case heads(Int)
}

/// What a planner can change of a week and what may take part in a conflict.
///
/// Absences, skills, locks, labor rules and places in rotations are named by their position in the inputs,
/// dates by their position in the week. Rules on presence are counted before entries of heads, see
/// ``FixedWeek/asked(_:)``.
public enum WeekMember: Hashable, Sendable {
  /// A limit of a contract.
  case contract(String, ContractLimit)
  /// An entry of the labor rules.
  case rule(Int)
  /// Somebody's place in a rotation.
  case rotation(Int)
  /// The dates of somebody's employment.
  case employment(String)
  /// The hours in which somebody can work.
  case availability(String)
  /// A known absence.
  case absence(Int)
  /// A lock.
  case lock(Int)
  /// The first or last date of a skill.
  case skill(Int)
  /// The dates of somebody's certificates for a skill.
  case certificate(employee: String, skill: String)
  /// Somebody's class of a course, or the class that somebody teaches.
  case attendance(employee: String, course: String)
  /// A rule on who must be present or the least of an entry of heads, by position, on a date.
  case presence(rule: Int, day: Int)
  /// The most people at work at once.
  case most(MostHeads)
  /// The fewest agents of a queue, by position, on a date.
  case minimumAgents(queue: Int, day: Int)
  /// The seats of a class, by its identifier.
  case seats(String)
  /// The overtime budget of a site.
  case overtimeBudget(String)
  /// Most pay of the week.
  case maximumPay
}

/// A week that is asked for conflicts: a scenario's inputs and what is fixed beforehand.
public struct FixedWeek: Hashable, Sendable {
  /// The scenario.
  public var inputs: PlanningInputs
  /// What is fixed.
  public var locks: [RosterLock]
  /// The week.
  public var week: ISOWeek
  /// Of entries of the labor rules that were added for one person alone: the entry that they change, by
  /// positions.
  var origins: [Int: Int] = [:]

  /// Takes a scenario with locks.
  ///
  /// - Parameters:
  ///   - inputs: The scenario.
  ///   - locks: What is fixed; `nil` for the scenario's own locks.
  ///   - week: The week.
  public init(inputs: PlanningInputs, locks: [RosterLock]? = nil, week: ISOWeek) {
    self.inputs = inputs
    self.locks = locks ?? inputs.locks
    self.inputs.locks = []
    self.week = week
  }
}

/// How many people a rule on presence or an entry of heads asks for.
public struct AskedHeads: Hashable, Sendable {
  /// What an entry of heads is called; `nil` for a rule on presence.
  public let name: String?
  /// The skill that they hold in full; `nil` for any.
  public let skill: String?
  /// Where they work; `nil` for everywhere together.
  public let site: String?
  /// Who counts.
  public let scope: RuleScope
  /// How many.
  public let least: Int
}

extension FixedWeek {
  /// How many rules on presence and entries of heads there are.
  public var askedCount: Int {
    inputs.training.presence.count + inputs.settings.labor.heads.count
  }

  /// A rule on presence or, after all of those, an entry of heads.
  ///
  /// - Parameter rule: The position.
  /// - Returns: What it asks for; nobody where missing it has a price.
  public func asked(_ rule: Int) -> AskedHeads {
    let presence = inputs.training.presence
    guard rule >= presence.count else {
      let own = presence[rule]
      return AskedHeads(
        name: nil,
        skill: own.skill,
        site: own.site,
        scope: RuleScope(),
        least: own.least
      )
    }
    let own = inputs.settings.labor.heads[rule - presence.count]
    return AskedHeads(
      name: own.name,
      skill: own.skill,
      site: own.site,
      scope: own.scope,
      least: own.price == nil ? own.least : 0
    )
  }

  /// The meeting that a class is, by position, and its date; `nil` for a class of a course.
  public func meeting(_ course: String) -> (position: Int, date: LocalDate)? {
    for (position, meeting) in inputs.settings.labor.meetings.enumerated() {
      for date in week.dates where meeting.session(on: date) == course { return (position, date) }
    }
    return nil
  }

  /// The most people at work at once; `nil` for no limit that must be kept.
  public func most(_ limit: MostHeads) -> Int? {
    switch limit {
    case .site(let name): inputs.settings.sites.first { $0.name == name }?.seats
    case .heads(let position):
      inputs.settings.labor.heads[position].price == nil
        ? inputs.settings.labor.heads[position].most : nil
    }
  }
}

extension RosterLock {
  /// The time of the clock at which the locked shift starts; `nil` where none is asked.
  var start: ClockTime? {
    guard case .times(let start, _) = kind else { return nil }
    return ClockTime(minutes: start.minuteOfDay)
  }

  /// Moves the locked shift on the clock of its date, as long as before.
  mutating func begin(at time: ClockTime) {
    guard case .times(let start, let end) = kind else { return }
    let minutes = time.minutes - start.minuteOfDay
    kind = .times(start: start.adding(minutes: minutes), end: end.adding(minutes: minutes))
  }
}
