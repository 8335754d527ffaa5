public import Workforce

/// A change to a week's data that makes room.
public enum WeekChange: Hashable, Sendable {
  /// A contract's limit gets another value, in hours or days; for one person alone where one is named.
  case contract(String, ContractLimit, value: Double, only: String?)
  /// A contract's window for shifts; `nil` for any time.
  case shiftWindow(String, ClockWindow?, only: String?)
  /// An entry of the labor rules demands something else; `nil` where it may be missed for nothing. For one person
  /// alone, by an entry of their own, where one is named.
  case rule(Int, LaborRule?, only: String?)
  /// Somebody does not follow a rotation.
  case rotation(Int)
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
  /// A rule on presence or an entry of heads asks for so many.
  case presence(rule: Int, least: Int)
  /// So many people may be at work at once.
  case most(MostHeads, Int)
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
    case .rule(let position, let rule, let only): changed.edit(position, rule, only: only)
    case .rotation(let position):
      changed.inputs.rotationPlaces[position].until = LocalDate(daysSinceEpoch: 0)
    case .presence(let rule, let least): changed.ask(rule, for: least)
    case .most(let limit, let most): changed.limit(limit, to: most)
    case .minimumAgents(let queue, let least):
      changed.inputs.settings.queues[queue].target.minimumAgents = least
    case .maximumPay(let most): changed.inputs.settings.costs.maximumPay = most
    default: changed.apply(change)
    }
    return changed
  }

  /// Asks for other heads, of a rule on presence or an entry of heads.
  private mutating func ask(_ rule: Int, for least: Int) {
    let first = inputs.training.presence.count
    if rule < first {
      inputs.training.presence[rule].least = least
    } else {
      inputs.settings.labor.heads[rule - first].least = least
    }
  }

  private mutating func limit(_ limit: MostHeads, to most: Int) {
    switch limit {
    case .heads(let position): inputs.settings.labor.heads[position].most = most
    case .site(let name):
      for index in inputs.settings.sites.indices where inputs.settings.sites[index].name == name {
        inputs.settings.sites[index].seats = most
      }
    }
  }

  /// Changes an entry of the labor rules; for one person alone by an entry that names the person.
  private mutating func edit(_ position: Int, _ rule: LaborRule?, only person: String?) {
    inputs.settings.labor.sets = []
    let place = person.map { entry(of: position, for: $0) } ?? position
    if let rule {
      inputs.settings.labor.rules[place].rule = rule
    } else {
      inputs.settings.labor.rules[place].price = 0
    }
  }

  /// The entry that changes another one for a person alone: that itself where it names nobody else.
  private mutating func entry(of position: Int, for person: String) -> Int {
    let entry = inputs.settings.labor.rules[position]
    if entry.scope.employees == [person] { return position }
    if let known = own(position, for: person) { return known }
    inputs.settings.labor.rules[position].scope.employees.removeAll { $0 == person }
    var own = entry
    own.scope = RuleScope(employees: [person])
    origins[inputs.settings.labor.rules.count] = position
    inputs.settings.labor.rules.append(own)
    return inputs.settings.labor.rules.count - 1
  }

  /// The entry that was added in the place of another one for a person alone.
  private func own(_ position: Int, for person: String) -> Int? {
    inputs.settings.labor.rules.indices.first {
      origins[$0] == position && inputs.settings.labor.rules[$0].scope.employees == [person]
    }
  }

  /// An entry of the labor rules as it binds a person, where one is named.
  func entry(_ position: Int, for person: String?) -> RuleEntry {
    let place = person.flatMap { own(position, for: $0) } ?? position
    return inputs.settings.labor.rules[place]
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
