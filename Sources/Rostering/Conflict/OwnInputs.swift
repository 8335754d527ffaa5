import Workforce

/// The lines of the inputs that are about one person, at their places in the whole.
struct OwnInputs: Sendable, Equatable {
  /// A lock at its place.
  struct Lock: Hashable {
    let position: Int
    let lock: RosterLock
  }

  var inputs: PlanningInputs
  let locks: [Lock]
  /// Of entries of the labor rules that were added for one person alone: the entry that they change.
  var origins: [Int: Int] = [:]

  /// What decides the person's weeks: without prices, targets and what is about others.
  var ground: OwnInputs {
    var ground = self
    let person = inputs.employees[0]
    ground.inputs.settings.contracts.removeAll { $0.name != person.contract }
    ground.inputs.settings.costs = CostSettings()
    for index in inputs.settings.sites.indices {
      ground.inputs.settings.sites[index].overtimeBudget = nil
      ground.inputs.settings.sites[index].seats = nil
    }
    ground.inputs.settings.labor = labor(of: person)
    for index in inputs.settings.queues.indices {
      ground.inputs.settings.queues[index].target.minimumAgents = 0
    }
    ground.inputs.training.presence = []
    for index in inputs.training.sessions.indices {
      ground.inputs.training.sessions[index].seats = 0
      ground.inputs.training.sessions[index].attendees.removeAll { $0 != person.id }
    }
    return ground
  }

  /// The labor rules that bind the person; meal breaks of all, since they decide which shapes there are.
  private func labor(of person: Employee) -> LaborSettings {
    var own = inputs.settings.labor
    own.sets = []
    (own.heads, own.meetings, own.onCall, own.fairness) = ([], [], [], nil)
    own.rules = own.rules.map { entry in
      let isMeal = entry.rule.name == "meal break"
      return isMeal || entry.scope.speaks(of: person) ? entry : Self.noRule
    }
    while own.rules.last == Self.noRule { own.rules.removeLast() }
    return own
  }

  private static let noRule = RuleEntry(.workRun(least: nil, most: nil))

  /// Divides a week by person, in the order of the people; lines of others are blanked, not removed, so
  /// that positions stay.
  static func divided(_ week: FixedWeek) -> [OwnInputs] {
    let inputs = week.inputs
    let absences = Dictionary(grouping: inputs.absences.enumerated(), by: \.element.employee)
    let skills = Dictionary(grouping: inputs.skills.enumerated(), by: \.element.employee)
    let spans = inputs.skillSpansByEmployee
    let availability = Dictionary(grouping: inputs.availability, by: \.employee)
    let past = Dictionary(grouping: inputs.pastDuties, by: \.employee)
    let stages = Dictionary(grouping: inputs.traineeSpans, by: \.employee)
    let certificates = Dictionary(grouping: inputs.training.certifications, by: \.employee)
    let locks = Dictionary(grouping: week.locks.enumerated(), by: \.element.employee)
    let places = Dictionary(grouping: inputs.rotationPlaces.enumerated(), by: \.element.employee)
    var base = inputs
    base.history = []
    base.preferences = []
    base.overrides = []
    (base.ledger, base.pastOnCall) = ([], [])
    return inputs.employees.map { person in
      var own = base
      own.employees = [person]
      own.availability = availability[person.id] ?? []
      own.pastDuties = past[person.id] ?? []
      own.traineeSpans = stages[person.id] ?? []
      own.skillSpans = spans[person.id] ?? []
      own.training.certifications = certificates[person.id] ?? []
      let (mine, held) = (absences[person.id] ?? [], skills[person.id] ?? [])
      own.absences = Self.placed(mine.map { ($0.offset, $0.element) }, blank: Self.noAbsence)
      own.skills = Self.placed(held.map { ($0.offset, $0.element) }, blank: Self.noSkill)
      let turns = (places[person.id] ?? []).map { ($0.offset, $0.element) }
      own.rotationPlaces = Self.placed(turns, blank: Self.noPlace)
      return OwnInputs(
        inputs: own,
        locks: (locks[person.id] ?? []).map { Lock(position: $0.offset, lock: $0.element) },
        origins: week.origins
      )
    }
  }

  private static let noPlace = RotationPlace(employee: "", rotation: "")
  private static let noSkill = SkillGrant(employee: "", skill: "")
  private static var noAbsence: Absence {
    let never = LocalDateTime(date: LocalDate(daysSinceEpoch: 0), time: .midnight)
    return Absence(employee: "", from: never, until: never, kind: "")
  }

  private static func placed<Line>(_ lines: [(Int, Line)], blank: Line) -> [Line] {
    guard let last = lines.last else { return [] }
    var all = [Line](repeating: blank, count: last.0 + 1)
    for (position, line) in lines { all[position] = line }
    return all
  }

  /// Skills that do not hold all through the week because of their dates.
  func datedSkills(in grid: TimeGrid) -> [WeekMember] {
    let person = inputs.employees[0]
    let last = grid.dates[grid.dates.count - 1]
    guard inputs.hasCertificates else {
      return inputs.skills.indices.filter { position in
        let grant = inputs.skills[position]
        return grant.employee == person.id
          && !(grant.isHeld(on: grid.dates[0]) && grant.isHeld(on: last.adding(days: 1)))
      }.map { .skill($0) }
    }
    let zone = inputs.settings.zone(ofSite: person.site)
    let start = zone.startOfDay(grid.dates[0])
    let end = zone.startOfDay(last.adding(days: 2))
    var skills: [String] = []
    for span in inputs.skillSpans where !skills.contains(span.skill) { skills.append(span.skill) }
    return skills.filter { !inputs.skillSpans.allow($0, from: start, until: end) }
      .map { .certificate(employee: person.id, skill: $0) }
  }

  /// The inputs in which some skills are held at any time.
  func undated(_ members: Set<WeekMember>) -> PlanningInputs {
    var free = inputs
    for member in members {  // order: each is about a skill of its own
      switch member {
      case .skill(let position):
        free.skills[position].from = nil
        free.skills[position].until = nil
      case .certificate(let employee, let skill):
        let level = free.skillSpans.last { $0.skill == skill }?.level
        free.skillSpans.removeAll { $0.skill == skill }
        free.skillSpans.append(SkillSpan(employee: employee, skill: skill, level: level))
      default: break
      }
    }
    return free
  }

  /// What of a person can take part in a conflict; what is kept rather stands last.
  func members(of person: Employee, dated: [WeekMember], in frame: WeekFrame) -> [WeekMember] {
    let settings = inputs.settings
    guard let contract = settings.contract(named: person.contract) else { return [] }
    let rules = OwnRules(of: person, in: self, dates: frame.grid.dates)
    var members = ContractLimit.allCases.filter { limit in
      guard rules.leavesContract(limit) else { return false }
      return switch limit {
      case .startChange: contract.rules.maximumStartChange != nil
      case .shiftWindow: contract.shiftWindow != nil
      case .minimumRest: contract.rules.minimumRest > .zero
      case .leastHours: contract.minimumWeeklyHours > .zero
      case .fewestDays: contract.minimumDays > 0
      case .mostDays: contract.maximumDays < 7
      default: true
      }
    }.map { WeekMember.contract(person.sharedContract, $0) }
    members += rules.members
    if person.hired != nil || person.leaves != nil { members.append(.employment(person.id)) }
    if !inputs.availability.isEmpty { members.append(.availability(person.id)) }
    let dates = frame.grid.dates
    let first = LocalDateTime(date: dates[0], time: .midnight)
    let last = first.adding(minutes: (dates.count + 1) * 1440)
    members += inputs.absences.indices.filter { position in
      let absence = inputs.absences[position]
      return absence.employee == person.id && absence.from < last && first < absence.until
    }.map { .absence($0) }
    members += dated
    var courses: [String] = []
    for position in (frame.classes.attended(by: person.id) + [frame.classes.taught(by: person.id)])
      .joined()
    {
      let course = frame.classes.classes[position].session.course
      if !courses.contains(course) { courses.append(course) }
    }
    members += courses.map { .attendance(employee: person.id, course: $0) }
    members += locks.filter { dates.contains($0.lock.date) }.map { .lock($0.position) }
    return members
  }
}
