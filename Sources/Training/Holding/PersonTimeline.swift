import Workforce

/// What one person may do when.
struct PersonTimeline {
  /// How a skill is held, and at which level.
  struct State: Hashable {
    var holding: Holding
    var level: String?
  }

  let employee: Employee
  private let grants: [SkillGrant]
  private let zone: Zone
  private let rules: CourseRules
  private let ruleStarts: [Instant]
  private let lines: [String: StepLine]
  private let proficiency: ProficiencySettings
  /// Levels of stages, from moment to moment.
  private let stageLevels: [(from: Instant, until: Instant, level: String)]

  init(_ employee: Employee, of holding: SkillHolding) {
    let settings = holding.inputs.settings
    let zone = settings.zone(ofSite: employee.site)
    self.employee = employee
    self.zone = zone
    rules = holding.rules
    ruleStarts = holding.rules.starts.map(zone.startOfDay)
    proficiency = settings.proficiency
    grants = holding.grants[employee.id, default: []]
    let certificates = holding.certificates[employee.id, default: []].filter { !$0.isRevoked }
    lines = Dictionary(grouping: certificates, by: \.course).mapValues { own in
      StepLine(own.map { Self.span($0, holding.rules, zone) })
    }
    stageLevels = holding.stages.stages(of: employee.id).compactMap { stage in
      stage.stage.level.map { (zone.startOfDay(stage.from), zone.startOfDay(stage.until), $0) }
    }
  }

  private static func span(
    _ certificate: Certification,
    _ rules: CourseRules,
    _ zone: Zone
  ) -> StepLine.Span {
    let grace =
      certificate.lapses.map { rules.grace(of: certificate.course, on: $0.date) } ?? Course.Grace()
    return StepLine.Span(
      from: zone.instant(at: certificate.from),
      lapses: certificate.lapses.map(zone.instant(at:)),
      graceUntil: certificate.lapses.map {
        zone.startOfDay($0.date.adding(days: grace.days))
      },
      grace: grace.mode == .full ? .full : grace.mode == .supervised ? .supervised : .none
    )
  }

  /// The moments at which something can change, ascending.
  var cuts: [Instant] {
    var cuts: Set<Instant> = []
    for grant in grants {
      if let from = grant.from { cuts.insert(zone.startOfDay(from)) }
      if let until = grant.until { cuts.insert(zone.startOfDay(until.adding(days: 1))) }
    }
    for level in stageLevels { cuts.formUnion([level.from, level.until]) }
    if employee.isPlaceholder { return cuts.sorted() }
    cuts.formUnion(ruleStarts)
    // A set of moments: the order in which lines are added makes no difference.
    for course in lines.keys.sorted() { cuts.formUnion(lines[course]?.cuts ?? []) }
    return cuts.sorted()
  }

  /// How a skill is held at a moment.
  func state(of skill: String, at moment: Instant) -> State {
    if employee.isPlaceholder { return leveled(granted(skill, at: moment), at: moment) }
    let epoch = rules.epoch(afterChanges: ruleStarts.beginning(by: moment))
    var state =
      epoch.granting[skill].map { certified($0, at: moment) } ?? granted(skill, at: moment)
    for course in epoch.guards(of: skill) where state.holding > .none {
      state.holding = min(state.holding, holding(of: course, at: moment))
    }
    return leveled(state, at: moment)
  }

  /// What the certificates of a course allow at a moment.
  func holding(of course: String, at moment: Instant) -> Holding {
    lines[course]?.holding(at: moment) ?? .none
  }

  private func certified(_ courses: [(course: String, level: String?)], at moment: Instant) -> State
  {
    let states = courses.map { State(holding: holding(of: $0.course, at: moment), level: $0.level) }
    return best(states)
  }

  private func granted(_ skill: String, at moment: Instant) -> State {
    let date = zone.local(at: moment).date
    return best(
      grants.filter { $0.skill == skill && $0.isHeld(on: date) }.map {
        State(holding: .full, level: $0.level)
      }
    )
  }

  /// Of the widest, the quickest.
  private func best(_ states: [State]) -> State {
    let most = states.map(\.holding).max() ?? .none
    let held = states.filter { $0.holding == most && most > .none }
    let factor = { (state: State) in
      self.proficiency.levels.first { $0.name == state.level }?.factor ?? 1
    }
    return held.min { factor($0) < factor($1) } ?? State(holding: .none)
  }

  private func leveled(_ state: State, at moment: Instant) -> State {
    guard state.holding > .none else { return State(holding: .none) }
    let stage = stageLevels.first { $0.from <= moment && moment < $0.until }
    return State(holding: state.holding, level: stage?.level ?? state.level)
  }
}
