public import Workforce

/// A change to a week's data that makes room.
public enum WeekChange: Hashable, Sendable {
  /// A contract's limit gets another value, in hours or days; for one person alone where one is named.
  case contract(String, ContractLimit, value: Double, only: String?)
  /// A contract's window for shifts; `nil` for any time.
  case shiftWindow(String, ClockWindow?, only: String?)
  /// Somebody is employed all the week.
  case employment(String)
  /// Somebody can work at any time of a date; of all dates where it is `nil`.
  case availability(String, date: LocalDate?)
  /// An absence lasts from one moment to another; `nil` where it falls away.
  case absence(Int, from: LocalDateTime?, until: LocalDateTime?)
  /// A lock's shift starts at another time; `nil` where the date is free.
  case lock(Int, start: ClockTime?)
  /// A skill is held all the week.
  case skill(Int)
  /// Certificates for a skill are in force all the week.
  case certificate(employee: String, skill: String)
  /// Somebody need not come to classes of a course.
  case attendance(employee: String, course: String)
  /// A rule on presence asks for so many.
  case presence(rule: Int, least: Int)
  /// A queue asks for so many agents at least.
  case minimumAgents(queue: Int, least: Int)
  /// A class has so many seats.
  case seats(String, Int)
  /// A site has so many hours of overtime.
  case overtimeBudget(String, hours: Double)
  /// The week may cost so much pay.
  case maximumPay(Double)
}

extension FixedWeek {
  /// The week with a change.
  ///
  /// - Parameter change: What is changed; lines keep their positions.
  /// - Returns: The week after it.
  public func with(_ change: WeekChange) -> FixedWeek {
    var changed = self
    switch change {
    case .contract(let name, let limit, let value, let only):
      changed.edit(name, only: only) { Self.set(limit, value, of: &$0) }
    case .shiftWindow(let name, let window, let only):
      changed.edit(name, only: only) { $0.shiftWindow = window }
    case .absence(let position, let from, let until):
      let never = LocalDateTime(date: LocalDate(daysSinceEpoch: 0), time: .midnight)
      changed.inputs.absences[position].from = from ?? never
      changed.inputs.absences[position].until = until ?? never
    case .lock(let position, let start):
      // a lock on a date that never comes is none
      if let start {
        changed.locks[position].begin(at: start)
      } else {
        changed.locks[position].date = LocalDate(daysSinceEpoch: 0)
      }
    case .skill(let position):
      changed.inputs.skills[position].from = nil
      changed.inputs.skills[position].until = nil
    case .presence(let rule, let least): changed.inputs.training.presence[rule].least = least
    case .minimumAgents(let queue, let least):
      changed.inputs.settings.queues[queue].target.minimumAgents = least
    case .maximumPay(let most): changed.inputs.settings.costs.maximumPay = most
    default: changed.apply(change)
    }
    return changed
  }

  /// Changes of people, classes and sites.
  private mutating func apply(_ change: WeekChange) {
    switch change {
    case .employment(let name):
      for index in inputs.employees.indices where inputs.employees[index].id == name {
        inputs.employees[index].hired = nil
        inputs.employees[index].leaves = nil
      }
    case .availability(let name, let date): free(name, on: date)
    case .certificate(let name, let skill):
      let level = inputs.skillSpans.last { $0.employee == name && $0.skill == skill }?.level
      inputs.skillSpans.removeAll { $0.employee == name && $0.skill == skill }
      inputs.skillSpans.append(SkillSpan(employee: name, skill: skill, level: level))
    case .attendance(let name, let course):
      for index in inputs.training.sessions.indices
      where inputs.training.sessions[index].course == course {
        inputs.training.sessions[index].attendees.removeAll { $0 == name }
        if inputs.training.sessions[index].trainer == name {
          inputs.training.sessions[index].trainer = nil
        }
      }
    case .seats(let id, let seats):
      for index in inputs.training.sessions.indices where inputs.training.sessions[index].id == id {
        inputs.training.sessions[index].seats = seats
      }
    case .overtimeBudget(let site, let hours):
      for index in inputs.settings.sites.indices where inputs.settings.sites[index].name == site {
        inputs.settings.sites[index].overtimeBudget = .hours(hours)
      }
    default: break
    }
  }

  private mutating func free(_ name: String, on date: LocalDate?) {
    guard let date else {
      inputs.availability.removeAll { $0.employee == name }
      return
    }
    inputs.availability.removeAll { $0.employee == name && $0.days == .date(date) }
    inputs.availability.append(
      Availability(
        employee: name,
        days: .date(date),
        window: ClockWindow(start: .midnight, end: .midnight)
      )
    )
  }

  /// Changes a contract; for one person alone by a contract of their own.
  private mutating func edit(
    _ name: String,
    only person: String?,
    _ body: (inout ContractSettings) -> Void
  ) {
    guard let person else {
      for index in inputs.settings.contracts.indices
      where inputs.settings.contracts[index].name == name {
        body(&inputs.settings.contracts[index])
      }
      return
    }
    guard let index = inputs.employees.firstIndex(where: { $0.id == person }),
      var own = inputs.settings.contract(named: inputs.employees[index].contract)
    else { return }
    let title = name + Employee.ownContractMark + person
    body(&own)
    own.name = title
    inputs.settings.contracts.removeAll { $0.name == title }
    inputs.settings.contracts.append(own)
    inputs.employees[index].contract = title
  }

  private static func set(
    _ limit: ContractLimit,
    _ value: Double,
    of contract: inout ContractSettings
  ) {
    switch limit {
    case .minimumRest: contract.rules.minimumRest = .hours(value)
    case .consecutiveDays: contract.rules.maximumConsecutiveDays = Int(value)
    case .startChange: contract.rules.maximumStartChange = .hours(value)
    case .shiftWindow: break
    case .leastHours: contract.minimumWeeklyHours = .hours(value)
    case .mostHours:
      contract.maximumWeeklyHours = .hours(value)
    case .fewestDays: contract.minimumDays = Int(value)
    case .mostDays: contract.maximumDays = Int(value)
    }
  }
}

extension Employee {
  /// What stands between the name of a contract and the only person for whom it was changed.
  static let ownContractMark = " of "

  /// The contract's name before it was changed for this person alone.
  var sharedContract: String {
    let mark = Self.ownContractMark + id
    return contract.hasSuffix(mark) ? String(contract.dropLast(mark.count)) : contract
  }
}
