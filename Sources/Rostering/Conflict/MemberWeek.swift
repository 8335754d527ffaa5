import Workforce

/// One person's week with some members in force and the others lifted.
///
/// Members are lifted as constraints: what else follows from their data, such as the hours with which an
/// absence is credited, stays. So fewer members never leave fewer weeks.
struct MemberWeek: Sendable {
  let person: Employee
  /// The person's members, in the order in which conflicts name them.
  let members: [WeekMember]
  private let inputs: PlanningInputs
  private let locks: [OwnInputs.Lock]
  private let frame: WeekFrame
  private let ownRules: OwnRules
  private let index: PeopleIndex
  /// The inputs with skills held without dates, by the members that are lifted.
  private let undated: [Set<WeekMember>: PeopleIndex]
  private let compilers: [Set<WeekMember>: EmployeeCompiler]

  /// Takes the inputs of a person alone, with everybody's positions of absences and skills.
  init(_ person: Employee, in own: OwnInputs, frame: WeekFrame) {
    self.person = person
    inputs = own.inputs
    locks = own.locks
    self.frame = frame
    ownRules = OwnRules(of: person, in: own, dates: frame.grid.dates)
    index = PeopleIndex(inputs: own.inputs, week: frame.grid)
    let dated = own.datedSkills(in: frame.grid)
    var indices: [Set<WeekMember>: PeopleIndex] = [:]
    var compilers: [Set<WeekMember>: EmployeeCompiler] = [:]
    for chosen in Self.subsets(of: dated) {
      let free = chosen.isEmpty ? own.inputs : own.undated(chosen)
      let table = chosen.isEmpty ? index : PeopleIndex(inputs: free, week: frame.grid)
      indices[chosen] = table
      compilers[chosen] = EmployeeCompiler(
        employee: person,
        inputs: free,
        frame: frame,
        index: table
      )
    }
    undated = indices
    self.compilers = compilers
    members = own.members(of: person, dated: dated, in: frame)
  }

  /// All subsets of a few members; of many, none and all.
  private static func subsets(of members: [WeekMember]) -> [Set<WeekMember>] {
    guard members.count <= 4 else { return [[], Set(members)] }
    return members.reduce([[]]) { sets, member in sets + sets.map { $0.union([member]) } }
  }

  /// The numbers of the person with some members in force, and the training that shifts can hold; `nil`
  /// where the limits of hours or days contradict each other.
  func numbers(
    keeping active: Set<WeekMember>
  ) -> (employee: RosterEmployee, agendas: [Agenda])? {
    guard var contract = compilers[[]]?.contract,
      let weekly = weekly(contract, keeping: active)
    else { return nil }
    let lifted = Set(members.filter { isSkill($0) && !active.contains($0) })
    guard let compiler = compilers[lifted] ?? compilers[[]], var plain = compilers[[]] else {
      return nil
    }
    // on dates on which no entry stands in their place
    if !keeps(.minimumRest, active) { contract.rules.minimumRest = .zero }
    if !keeps(.startChange, active) { contract.rules.maximumStartChange = nil }
    plain.lifted = ownRules.lifted(keeping: active)
    let held = compiler.skills(compiler.heldQueues)
    let rules = plain.rules(contract: contract, weekly: weekly)
      .compactMap { rule -> (any TourRule)? in
        if rule is HeldSkills { return held }
        if rule is OpenQueue { return OpenQueue(queues: compiler.open(held)) }
        return kept(rule, keeping: active)
      }
    let shapes = frame.shapes(of: contract)
    var agendas = AgendaTable(frame.classes.sessions)
    var numbers = plain.numbers(
      rules: rules,
      contract: contract,
      weekly: weekly,
      shapes: shapes,
      queues: nil,
      agendas: &agendas
    )
    fix(&numbers, keeping: active)
    return (numbers.withoutRulePrices, agendas.agendas)
  }

  /// The queues that the person may serve, per date and on the date after.
  func queues(keeping active: Set<WeekMember>) -> [[Int]] {
    let lifted = Set(members.filter { isSkill($0) && !active.contains($0) })
    return (compilers[lifted] ?? compilers[[]])?.heldQueues ?? []
  }

  /// Whether the person holds a skill in full all through some time.
  func holds(_ skill: String, from: Instant, until: Instant, keeping active: Set<WeekMember>)
    -> Bool
  {
    let lifted = Set(members.filter { isSkill($0) && !active.contains($0) })
    let table = undated[lifted] ?? index
    if inputs.hasCertificates {
      return table.spans(of: person).allow(skill, from: from, until: until)
    }
    let zone = inputs.settings.zone(ofSite: person.site)
    let last = Instant(secondsSinceEpoch: until.secondsSinceEpoch - 1)
    return [from, last].allSatisfy { moment in
      let date = zone.local(at: moment).date
      return table.skills(of: person).contains { $0.skill == skill && $0.isHeld(on: date) }
    }
  }

  private func isSkill(_ member: WeekMember) -> Bool {
    switch member {
    case .skill, .certificate: true
    default: false
    }
  }

  private func weekly(
    _ contract: ContractSettings,
    keeping active: Set<WeekMember>
  ) -> WeeklyLimits? {
    let limits = { (contract: ContractSettings) in
      WeeklyLimits(
        contract: contract,
        fullTimeEquivalent: person.fullTimeEquivalent,
        creditedDates: compilers[[]]?.creditedDates ?? CreditedDates()
      )
    }
    if let own = limits(contract) { return own }
    var free = contract
    if !keeps(.leastHours, active) { free.minimumWeeklyHours = .zero }
    if !keeps(.mostHours, active) { free.maximumWeeklyHours = .hours(7 * 24) }
    if !keeps(.fewestDays, active) { free.minimumDays = 0 }
    if !keeps(.mostDays, active) { free.maximumDays = 7 }
    return limits(free)
  }

  /// Whether a limit of the contract, or the entry that stands in its place in the week's totals, is in force.
  private func keeps(_ limit: ContractLimit, _ active: Set<WeekMember>) -> Bool {
    active.contains(ownRules.owner(of: limit, contract: person.sharedContract))
  }
}

extension MemberWeek {
  /// A rule as far as its members are in force; `nil` where nothing of it is left.
  private func kept(_ rule: any TourRule, keeping active: Set<WeekMember>) -> (any TourRule)? {
    let keeps = { (limit: ContractLimit) in self.keeps(limit, active) }
    switch rule {
    case is MinimumRest: return keeps(.minimumRest) ? rule : nil
    case is ConsecutiveDays: return keeps(.consecutiveDays) ? rule : nil
    case is StartChange: return keeps(.startChange) ? rule : nil
    case is ShiftWindow: return keeps(.shiftWindow) ? rule : nil
    case is AvailableHours: return active.contains(.availability(person.id)) ? rule : nil
    case is Employment: return active.contains(.employment(person.id)) ? rule : nil
    case is KnownAbsence: return absence(keeping: active)
    case let rule as WeeklyHours:
      return WeeklyHours(
        minutes: (keeps(.leastHours) ? rule.minutes.lowerBound : 0)...(keeps(.mostHours)
          ? rule.minutes.upperBound : 7 * 1440)
      )
    case let rule as WorkingDays:
      return WorkingDays(
        days: (keeps(.fewestDays) ? rule.days.lowerBound : 0)...(keeps(.mostDays)
          ? rule.days.upperBound : 7)
      )
    case let rule as ClassDuty: return active.contains(attendance(rule)) ? rule : nil
    default: return rule
    }
  }

  private func attendance(_ duty: ClassDuty) -> WeekMember {
    let all = frame.classes
    let barred = all.attended(by: person.id).joined().first { position in
      all.classes[position].session.site.map { $0 != person.site } ?? false
    }
    let course = (duty.classes.first ?? barred).map { all.classes[$0].session.course }
    return .attendance(employee: person.id, course: course ?? "")
  }

  private func absence(keeping active: Set<WeekMember>) -> KnownAbsence? {
    let zone = inputs.settings.zone(ofSite: person.site)
    let spans = members.compactMap { member -> (from: Instant, until: Instant)? in
      guard case .absence(let position) = member, active.contains(member),
        let absence = inputs.absences.indices.contains(position) ? inputs.absences[position] : nil
      else { return nil }
      return (zone.instant(at: absence.from), zone.instant(at: absence.until))
    }
    return spans.isEmpty ? nil : KnownAbsence(spans: spans, demand: "")
  }

  /// Leaves on locked dates what they say.
  private func fix(_ numbers: inout RosterEmployee, keeping active: Set<WeekMember>) {
    var forced = numbers.days.map { _ in false }
    for entry in locks where active.contains(.lock(entry.position)) {
      let lock = entry.lock
      guard let day = frame.grid.dates.firstIndex(of: lock.date) else { continue }
      let options = numbers.days[day].options.filter { allows(lock, $0) }
      numbers.days[day] = EmployeeDay(group: numbers.days[day].group, options: options)
      if lock.kind != .off { forced[day] = true }
    }
    if forced.contains(true) {
      numbers.sequence = SequenceAutomaton(numbers.sequence, workingOn: forced)
    }
  }

  /// Whether a shift is one that a lock of its date leaves.
  private func allows(_ lock: RosterLock, _ option: ShiftOption) -> Bool {
    switch lock.kind {
    case .off: return false
    case .shift: return true
    case .times(let start, let end):
      let minutes = frame.shapes[option.shape].length * frame.grid.stepMinutes
      let zone = inputs.settings.zone(ofSite: person.site)
      let length =
        zone.instant(at: end).secondsSinceEpoch - zone.instant(at: start).secondsSinceEpoch
      return option.clock == start.minuteOfDay && length == minutes * 60
    }
  }
}
