import Workforce

/// How long the people of a roster handle a queue's contacts, compared with its mean.
struct ProficiencyMean {
  private let settings: ProficiencySettings
  private let roster: Roster
  private let held: SkillLevels
  private let hired: [String: LocalDate]

  init(inputs: PlanningInputs, roster: Roster) {
    settings = inputs.settings.proficiency
    self.roster = roster
    held = SkillLevels(inputs)
    hired = Dictionary(
      inputs.employees.compactMap { person in person.hired.map { (person.id, $0) } },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The mean over the people whose shifts serve the queue, each as on the first such day; those who
  /// count for nothing then are left out.
  ///
  /// `nil` when handle times depend neither on level nor on tenure, and without such people.
  func factor(of queue: QueueSettings) -> Double? {
    guard !settings.isEven else { return nil }
    let factors = roster.tours.compactMap { tour in
      tour.shifts.first { shift in
        shift.queues.contains(queue.name)
          && held.stage(of: tour.employee, on: shift.date)?.tenths != 0
      }.map { shift in
        settings.factor(
          levels: held.levels(of: tour.employee, queue.skill, on: shift.date),
          hired: hired[tour.employee],
          on: shift.date
        )
      }
    }
    return factors.isEmpty ? nil : factors.reduce(0, +) / Double(factors.count)
  }
}
