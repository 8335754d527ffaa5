import Workforce

/// How long the people of a roster handle a queue's contacts, compared with its mean.
struct ProficiencyMean {
  let inputs: PlanningInputs
  let roster: Roster

  /// The mean over the people whose shifts serve the queue, each as on the first such day.
  ///
  /// `nil` when handle times depend neither on level nor on tenure, and without such people.
  func factor(of queue: QueueSettings) -> Double? {
    let settings = inputs.settings.proficiency
    guard !settings.levels.isEmpty || !settings.tenure.isEmpty else { return nil }
    let factors = roster.tours.compactMap { tour in
      tour.shifts.first { $0.queues.contains(queue.name) }
        .map { factor(of: tour.employee, queue.skill, on: $0.date) }
    }
    return factors.isEmpty ? nil : factors.reduce(0, +) / Double(factors.count)
  }

  /// The factor of one person; of several levels held, the quickest counts.
  private func factor(of employee: String, _ skill: String, on date: LocalDate) -> Double {
    let held = inputs.skills.filter {
      $0.employee == employee && $0.skill == skill && $0.isHeld(on: date)
    }
    let hired = inputs.employees.first { $0.id == employee }?.hired
    let levels = held.isEmpty ? [nil] : held.map(\.level)
    return levels.map {
      inputs.settings.proficiency.factor(level: $0, hired: hired, on: date)
    }.min() ?? 1
  }
}
