import Workforce

/// A shift names queues whose skills are held on every date that it touches.
enum SkillsCheck: PersonCheck {
  static let name = "skills"

  static func findings(on person: CheckedPerson, in week: CheckedWeek) -> [Finding] {
    person.shifts.flatMap { shift -> [Finding] in
      guard !shift.shift.queues.isEmpty else {
        if mayServeNothing(shift, person) { return [] }
        return [Finding(date: shift.date, detail: "names 0 queues; at least 1 is required")]
      }
      return shift.shift.queues.flatMap { faults(of: $0, shift, person, week) }
    }
  }

  /// In a stage that counts for nothing, and in a shift with a class of the person's.
  private static func mayServeNothing(_ shift: CheckedShift, _ person: CheckedPerson) -> Bool {
    person.facts.stages.tenths(on: shift.date) == 0
      || shift.shift.segments.contains { $0.kind == .training }
        && person.facts.hasClass(on: shift.date)
  }

  private static func faults(
    of queue: String,
    _ shift: CheckedShift,
    _ person: CheckedPerson,
    _ week: CheckedWeek
  ) -> [Finding] {
    guard let position = week.index.queues[queue] else {
      return [Finding(date: shift.date, detail: "queue \(queue) is not in the scenario")]
    }
    let skill = week.settings.queues[position].skill
    let dates = [shift.date] + (shift.runsPastMidnight ? [shift.date.adding(days: 1)] : [])
    return dates.filter { !person.facts.holds(skill, on: $0) }.map { date in
      let held = heldSkills(person, on: date)
      return Finding(
        date: shift.date,
        detail: "queue \(queue) needs skill \(skill) on \(date); held then: \(held)"
      )
    }
  }

  private static func heldSkills(_ person: CheckedPerson, on date: LocalDate) -> String {
    let held = Set(person.facts.skills.filter { $0.isHeld(on: date) }.map(\.skill)).sorted()
    return held.isEmpty ? "none" : held.joined(separator: ", ")
  }
}
