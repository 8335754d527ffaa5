import Workforce

/// How long people handle contacts, compared with the mean of the queue: by the level of the skill
/// that they hold on the day, and by tenure.
struct HandleFactors {
  private let settings: ScenarioSettings
  private let hired: [String: LocalDate]
  private let grants: [String: [SkillGrant]]
  /// Spans of certified people and the zones that they live by; empty where grants say it.
  private let spans: [String: [SkillSpan]]
  private let zones: [String: Zone]
  private let hasCertificates: Bool

  init(_ inputs: PlanningInputs) {
    settings = inputs.settings
    hired = Dictionary(
      inputs.employees.compactMap { person in person.hired.map { (person.id, $0) } },
      uniquingKeysWith: { first, _ in first }
    )
    grants = Dictionary(grouping: inputs.skills, by: \.employee)
    hasCertificates = inputs.hasCertificates
    spans = inputs.skillSpansByEmployee
    zones = Dictionary(
      inputs.employees.map { ($0.id, inputs.settings.zone(ofSite: $0.site)) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// Shift by shift and queue by queue; empty when all are 1.
  func factors(of shifts: [SimulatedShift], _ employees: [String]) -> [Double] {
    guard !settings.proficiency.levels.isEmpty || !settings.proficiency.tenure.isEmpty else {
      return []
    }
    let factors = shifts.flatMap { shift in
      let date = LocalDate(daysSinceEpoch: shift.day)
      return settings.queues.map { factor(employees[shift.employee], $0.skill, on: date) }
    }
    return factors.allSatisfy { $0 == 1 } ? [] : factors
  }

  /// The factor of a person on a date; of several levels that they hold, the quickest counts.
  func factor(_ employee: String, _ skill: String, on date: LocalDate) -> Double {
    let held = levels(of: employee, skill, on: date)
    let levels = held.isEmpty ? [nil] : held
    let factors = levels.map {
      settings.proficiency.factor(level: $0, hired: hired[employee], on: date)
    }
    return factors.min() ?? 1
  }

  /// The levels at which a person holds a skill at some moment of a date.
  private func levels(of employee: String, _ skill: String, on date: LocalDate) -> [String?] {
    guard hasCertificates else {
      return (grants[employee] ?? []).filter { $0.skill == skill && $0.isHeld(on: date) }
        .map(\.level)
    }
    let zone = zones[employee] ?? settings.zone
    let (start, end) = (zone.startOfDay(date), zone.startOfDay(date.adding(days: 1)))
    return (spans[employee] ?? []).filter { span in
      span.skill == skill && (span.from.map { $0 < end } ?? true)
        && (span.until.map { start < $0 } ?? true)
    }.map(\.level)
  }
}
