public import Workforce

/// Who may use which skill when: by grants where no course has a say, else by certificates.
///
/// A skill that some course grants is held only with a certificate in force; a course that guards a
/// skill must be in force besides. Midnights are those of the person's site.
public struct SkillHolding: Sendable {
  let inputs: PlanningInputs
  let rules: CourseRules
  let stages: StageOnDate
  let grants: [String: [SkillGrant]]
  let certificates: [String: [Certification]]
  private let people: [String: Employee]

  /// Takes the inputs.
  public init(_ inputs: PlanningInputs) {
    self.inputs = inputs
    rules = CourseRules(inputs.training)
    stages = StageOnDate(inputs.training)
    grants = Dictionary(grouping: inputs.skills, by: \.employee)
    certificates = Dictionary(grouping: inputs.training.certifications, by: \.employee)
    people = Dictionary(inputs.employees.map { ($0.id, $0) }) { first, _ in first }
  }

  /// The spans of everybody, by person, skill and time; none where the grants say it all.
  public func spans() -> [SkillSpan] {
    guard inputs.hasCertificates else { return [] }
    let skills = skills
    return inputs.employees.flatMap { employee in
      let timeline = PersonTimeline(employee, of: self)
      let cuts = timeline.cuts
      return skills.flatMap { spans(of: $0, timeline, cuts) }
    }
  }

  /// How a person holds a skill at a moment; not at all for somebody unknown.
  public func holds(_ employee: String, _ skill: String, at moment: Instant) -> Holding {
    guard let person = people[employee] else { return .none }
    return PersonTimeline(person, of: self).state(of: skill, at: moment).holding
  }

  /// What a person's certificates of a course allow at a moment.
  public func holds(_ employee: String, course: String, at moment: Instant) -> Holding {
    guard let person = people[employee] else { return .none }
    return PersonTimeline(person, of: self).holding(of: course, at: moment)
  }

  /// All skills that are named somewhere: those of queues first, then the others by name.
  private var skills: [String] {
    let ofQueues = inputs.settings.queues.map(\.skill)
    let others = Set(
      inputs.skills.map(\.skill) + inputs.training.courses.flatMap { $0.grants.map(\.skill) }
    )
    var seen: Set<String> = []
    return (ofQueues + others.sorted()).filter { seen.insert($0).inserted }
  }

  private func spans(
    of skill: String,
    _ timeline: PersonTimeline,
    _ cuts: [Instant]
  ) -> [SkillSpan] {
    let before = cuts.first.map { Instant(secondsSinceEpoch: $0.secondsSinceEpoch - 1) }
    let moments = [before ?? Instant(secondsSinceEpoch: 0)] + cuts
    var spans: [SkillSpan] = []
    var last = PersonTimeline.State(holding: .none)
    for (index, moment) in moments.enumerated() {
      let state = timeline.state(of: skill, at: moment)
      guard state != last else { continue }
      if last.holding > .none { spans[spans.count - 1].until = moment }
      if state.holding > .none {
        spans.append(
          SkillSpan(
            employee: timeline.employee.id,
            skill: skill,
            level: state.level,
            from: index == 0 ? nil : moment,
            isSupervised: state.holding == .supervised
          )
        )
      }
      last = state
    }
    return spans
  }
}
