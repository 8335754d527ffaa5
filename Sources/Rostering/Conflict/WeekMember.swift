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

/// What a planner can change of a week and what may take part in a conflict.
///
/// Absences, skills and locks are named by their position in the inputs, dates by their position in the
/// week.
public enum WeekMember: Hashable, Sendable {
  /// A limit of a contract.
  case contract(String, ContractLimit)
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
  /// A rule on who must be present, by position, on a date.
  case presence(rule: Int, day: Int)
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

  /// Takes a scenario with locks.
  public init(inputs: PlanningInputs, locks: [RosterLock] = [], week: ISOWeek) {
    self.inputs = inputs
    self.locks = locks
    self.week = week
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
