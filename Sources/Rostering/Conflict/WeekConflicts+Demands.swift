import Workforce

extension WeekConflicts {
  /// Whether a demand can be kept.
  ///
  /// - Parameters:
  ///   - demand: What is asked for.
  ///   - active: The members in force; all where it is `nil`.
  /// - Returns: True when it can.
  /// - Throws: `SolverError` when the solver fails, `ShiftwrightError` when the search is cancelled.
  func isKept(_ demand: WeekDemand, keeping active: Set<WeekMember>? = nil) throws -> Bool {
    try throwIfCancelled()
    let force = active ?? everything
    switch demand {
    case .week(let name):
      return desk.people.first { $0.week.person.id == name }?.hasWeek(force) ?? true
    case .presence(let rule, let from, let until):
      let slots = desk.slots(from, until)
      let people = desk.eligible(for: desk.week.asked(rule))
      return desk.stretches(of: rule).allSatisfy { stretch in
        presenceDemand(rule, people, stretch).isMet(in: slots.clamped(to: stretch.slots), force)
      }
    case .agents(let queues, let from, let until):
      let slots = desk.slots(from, until)
      return desk.stretches.allSatisfy { stretch in
        agentsDemand(queues, stretch).isMet(in: slots.clamped(to: stretch.slots), force)
      }
    case .presenceTogether(let rule, let days):
      let people = desk.eligible(for: desk.week.asked(rule))
      return try program(rule, people, desk.stretches(of: rule).filter { days.contains($0.day) })
        .isKept(keeping: force)
    case .tooMany(let limit, let from, let until):
      let slots = desk.slots(from, until)
      return crowds(of: limit).allSatisfy { crowd in
        crowdDemand(limit, crowd).isMet(in: slots.clamped(to: crowd.slots), force)
      }
    case .seats(let employees, _): return unplaced(employees, force) == nil
    case .overtime(let site, _): return excess(of: site, force) <= 0
    case .pay: return excessPay(force) <= 0
    }
  }

  /// Every member of the week.
  var everything: Set<WeekMember> {
    let inputs = desk.week.inputs
    var all = Set(desk.personal)
    for day in desk.frame.grid.dates.indices {
      for rule in 0..<desk.week.askedCount { all.insert(.presence(rule: rule, day: day)) }
      for queue in inputs.settings.queues.indices {
        all.insert(.minimumAgents(queue: queue, day: day))
      }
    }
    for session in inputs.training.sessions { all.insert(.seats(session.id)) }
    for site in inputs.settings.sites where site.overtimeBudget != nil {
      all.insert(.overtimeBudget(site.name))
    }
    for limit in desk.week.limits { all.insert(.most(limit)) }
    if inputs.settings.costs.maximumPay != nil { all.insert(.maximumPay) }
    return all
  }
}

extension WeekDesk {
  /// The slots between two moments.
  func slots(_ from: Instant, _ until: Instant) -> Range<Int> {
    frame.grid.index(of: from)..<frame.grid.index(of: until)
  }
}

extension WeekDemand {
  /// The people without whom it is not decided; `nil` for all.
  func people(in week: FixedWeek) -> [String]? {
    switch self {
    case .week(let employee): [employee]
    case .presence(let rule, _, _), .presenceTogether(let rule, _):
      week.people(of: week.asked(rule))
    case .tooMany(let limit, _, _): week.people(under: limit)
    case .seats(let employees, _): employees
    case .overtime(let site, _):
      week.inputs.employees.filter { $0.site == site }.map(\.id)
    case .agents, .pay: nil
    }
  }
}

extension FixedWeek {
  /// Everybody whom a rule can concern: on record for its skill, at whatever time.
  fileprivate func people(of rule: AskedHeads) -> [String]? {
    guard let skill = rule.skill else { return nil }
    let held = Set(
      inputs.skills.filter { $0.skill == skill }.map(\.employee)
        + inputs.skillSpans.filter { $0.skill == skill }.map(\.employee)
    )
    return inputs.employees.map(\.id).filter(held.contains)
  }

  /// The people of a site; `nil` for those of an entry of heads.
  fileprivate func people(under limit: MostHeads) -> [String]? {
    guard case .site(let name) = limit else { return nil }
    return inputs.employees.filter { $0.site == name }.map(\.id)
  }

  /// What limits how many people are at work at once.
  var limits: [MostHeads] {
    let sites = inputs.settings.sites.map { MostHeads.site($0.name) }
    let heads = inputs.settings.labor.heads.indices.map { MostHeads.heads($0) }
    return (sites + heads).filter { most($0) != nil }
  }

  /// The week with some of its people alone; lines keep their positions.
  func only(_ people: [String]?) -> FixedWeek {
    guard let people else { return self }
    var few = self
    let kept = Set(people)
    few.inputs.employees = inputs.employees.filter { kept.contains($0.id) }
    return few
  }
}
