/// How long the people who can serve a queue need for its contacts, compared with its forecast.
///
/// A forecast tells the handle time of the queue; people take it times a factor by the level of their
/// skill and by their tenure. Need and cover values count with the mean factor of all who are employed
/// on a date and hold the queue's skill on it, each weighted by their full-time equivalent and by the
/// tenths of a person that they count for in a stage of a curriculum. It is 1
/// where nobody holds the skill.
///
/// Everything that turns a forecast into people takes its handle times from here, and the forecast
/// divides what was recorded by it. The simulation knows who takes a contact and needs no mean.
public struct ProficiencyMix: Sendable {
  private let settings: ScenarioSettings
  private let employees: [Employee]
  private let held: SkillLevels

  /// Takes the people of a scenario, placeholders too.
  public init(_ inputs: PlanningInputs) {
    settings = inputs.settings
    employees = inputs.employees
    held = SkillLevels(inputs)
  }

  /// The forecast with the handle times of the people there are; the same forecast where all factors
  /// are 1.
  public func stretched(_ forecast: Forecast) -> Forecast {
    guard !settings.proficiency.isEven else { return forecast }
    var stretched = forecast
    for (place, queue) in settings.queues.enumerated() {
      for (date, day) in zip(forecast.grid.dates, forecast.grid.days) {
        let factor = factor(of: queue.skill, on: date)
        for index in day where factor != 1 {
          let seconds = forecast.queues[place].averageHandleTime[index].inSeconds
          stretched.queues[place].averageHandleTime[index] = .seconds(seconds * factor)
        }
      }
    }
    return stretched
  }

  /// The mean factor of those who hold a skill on a date; 1 where nobody does.
  public func factor(of skill: String, on date: LocalDate) -> Double {
    guard !settings.proficiency.isEven else { return 1 }
    return Self.mean(of: members(of: skill, on: date))
  }

  /// The mean over dates of the mean factor of those who hold a skill; 1 without dates.
  public func factor(of skill: String, over dates: [LocalDate]) -> Double {
    guard !settings.proficiency.isEven, !dates.isEmpty else { return 1 }
    return dates.reduce(0) { $0 + factor(of: skill, on: $1) } / Double(dates.count)
  }

  /// Who holds a skill on a date, and with which factors; `nil` where the settings give no factors.
  public func mix(of skill: String, on date: LocalDate) -> HandleTimeMix? {
    guard !settings.proficiency.isEven else { return nil }
    let members = members(of: skill, on: date)
    let levels = settings.proficiency.levels.map(Optional.init) + [nil]
    let stretches = settings.proficiency.tenure.map(Optional.init) + [nil]
    let groups = levels.flatMap { level in
      stretches.compactMap { tenure -> HandleTimeMix.Group? in
        let alike = members.filter { $0.level == level && $0.tenure == tenure }
        guard !alike.isEmpty else { return nil }
        return HandleTimeMix.Group(
          level: level?.name,
          levelFactor: level?.factor ?? 1,
          tenure: tenure,
          people: alike.count,
          fullTimeEquivalents: alike.reduce(0) { $0 + $1.weight }
        )
      }
    }
    return HandleTimeMix(
      skill: skill,
      date: date,
      groups: groups,
      factor: Self.mean(of: members)
    )
  }

  /// Somebody who holds a skill.
  private struct Member {
    var level: ProficiencySettings.Level?
    var tenure: ProficiencySettings.Tenure?
    var weight: Double
    var factor: Double
  }

  private func members(of skill: String, on date: LocalDate) -> [Member] {
    employees.compactMap { person in
      let levels = held.levels(of: person.id, skill, on: date)
      guard !levels.isEmpty, (person.hired ?? date) <= date, date <= (person.leaves ?? date) else {
        return nil
      }
      let proficiency = settings.proficiency
      let factor = proficiency.factor(levels: levels, hired: person.hired, on: date)
      let counting = levels.first {
        proficiency.factor(level: $0, hired: person.hired, on: date) == factor
      }
      return Member(
        level: proficiency.levels.first { $0.name == counting ?? nil },
        tenure: proficiency.tenure(hired: person.hired, on: date),
        weight: person.fullTimeEquivalent.value
          * Double(held.stage(of: person.id, on: date)?.tenths ?? 10) / 10,
        factor: factor
      )
    }
  }

  private static func mean(of members: [Member]) -> Double {
    let weight = members.reduce(0) { $0 + $1.weight }
    guard weight > 0 else { return 1 }
    return members.reduce(0) { $0 + $1.weight * $1.factor } / weight
  }
}
