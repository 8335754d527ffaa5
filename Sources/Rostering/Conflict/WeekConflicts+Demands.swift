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
      let people = desk.eligible(for: desk.week.inputs.training.presence[rule])
      return desk.stretches.allSatisfy { stretch in
        presenceDemand(rule, people, stretch).isMet(in: slots.clamped(to: stretch.slots), force)
      }
    case .agents(let queues, let from, let until):
      let slots = desk.slots(from, until)
      return desk.stretches.allSatisfy { stretch in
        agentsDemand(queues, stretch).isMet(in: slots.clamped(to: stretch.slots), force)
      }
    case .presenceTogether(let rule, let days):
      let people = desk.eligible(for: desk.week.inputs.training.presence[rule])
      return try program(rule, people, desk.stretches.filter { days.contains($0.day) })
        .isKept(keeping: force)
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
      for rule in inputs.training.presence.indices { all.insert(.presence(rule: rule, day: day)) }
      for queue in inputs.settings.queues.indices {
        all.insert(.minimumAgents(queue: queue, day: day))
      }
    }
    for session in inputs.training.sessions { all.insert(.seats(session.id)) }
    for site in inputs.settings.sites where site.overtimeBudget != nil {
      all.insert(.overtimeBudget(site.name))
    }
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
      week.holders(of: week.inputs.training.presence[rule].skill)
    case .seats(let employees, _): employees
    case .overtime(let site, _):
      week.inputs.employees.filter { $0.site == site }.map(\.id)
    case .agents, .pay: nil
    }
  }
}

extension FixedWeek {
  /// Everybody on record for a skill, at whatever time.
  fileprivate func holders(of skill: String) -> [String] {
    let held = Set(
      inputs.skills.filter { $0.skill == skill }.map(\.employee)
        + inputs.skillSpans.filter { $0.skill == skill }.map(\.employee)
    )
    return inputs.employees.map(\.id).filter(held.contains)
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
