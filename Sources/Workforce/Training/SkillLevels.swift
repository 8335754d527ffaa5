/// At which levels people hold skills on a date, by grants or, where certificates decide, by spans.
public struct SkillLevels: Sendable {
  private let hasCertificates: Bool
  private let grants: [String: [SkillGrant]]
  private let spans: [String: [SkillSpan]]
  private let zones: [String: Zone]
  private let zone: Zone
  private let trainees: [String: [TraineeSpan]]

  /// Takes the people of a scenario.
  public init(_ inputs: PlanningInputs) {
    hasCertificates = inputs.hasCertificates
    grants = hasCertificates ? [:] : Dictionary(grouping: inputs.skills, by: \.employee)
    spans = inputs.skillSpansByEmployee
    zone = inputs.settings.zone
    trainees = Dictionary(grouping: inputs.traineeSpans, by: \.employee)
    zones = Dictionary(
      inputs.employees.map { ($0.id, inputs.settings.zone(ofSite: $0.site)) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The levels at which a person holds a skill at some moment of a date, `nil` for none in
  /// particular; empty when they do not hold it.
  ///
  /// In a stage with a level, it is that.
  public func levels(of employee: String, _ skill: String, on date: LocalDate) -> [String?] {
    let own = ownLevels(of: employee, skill, on: date)
    guard !own.isEmpty, let stage = stage(of: employee, on: date), let level = stage.level else {
      return own
    }
    return [level]
  }

  /// The stage of a curriculum in which a person is on a date; `nil` for somebody in service.
  public func stage(of employee: String, on date: LocalDate) -> Curriculum.Stage? {
    trainees[employee]?.last { $0.contains(date) }?.stage
  }

  private func ownLevels(of employee: String, _ skill: String, on date: LocalDate) -> [String?] {
    guard hasCertificates else {
      return (grants[employee] ?? []).filter { $0.skill == skill && $0.isHeld(on: date) }
        .map(\.level)
    }
    let zone = zones[employee] ?? zone
    let (start, end) = (zone.startOfDay(date), zone.startOfDay(date.adding(days: 1)))
    return (spans[employee] ?? []).filter { span in
      span.skill == skill && (span.from.map { $0 < end } ?? true)
        && (span.until.map { start < $0 } ?? true)
    }.map(\.level)
  }
}
