import Workforce

/// While somebody in a stage that is never alone is at work, a colleague of the site who is past
/// such stages and shares a skill is at work too, breaks included.
enum NeverAloneCheck: PersonCheck {
  static let name = "never alone"

  static func findings(on person: CheckedPerson, in week: CheckedWeek) -> [Finding] {
    person.shifts.flatMap { shift -> [Finding] in
      guard let stage = person.facts.stages.stage(on: shift.date), stage.isNeverAlone else {
        return []
      }
      return alone(person, shift, week).map { gap in
        Finding(
          date: shift.date,
          detail: "stage \(stage.name): alone from \(person.text(gap.start)) until "
            + "\(person.text(gap.end)); nobody at \(person.facts.employee.site) who is past such "
            + "stages and shares a skill is at work then"
        )
      }
    }
  }

  /// The stretches of a shift beside nobody who counts.
  private static func alone(
    _ person: CheckedPerson,
    _ shift: CheckedShift,
    _ week: CheckedWeek
  ) -> [TimeStretch] {
    let granted = week.index.inputs.training.courses.flatMap { $0.grants.map(\.skill) }
    let names = Set(person.facts.skills.map(\.skill) + granted).sorted()
    let own = person.facts.heldSkills(names, on: shift.date)
    var gaps = [TimeStretch(start: shift.start, end: shift.end)]
    for other in week.people where other.facts.employee.site == person.facts.employee.site {
      guard other.id != person.id else { continue }
      let beside = other.shifts.filter { work in
        gaps.contains { work.start < $0.end && $0.start < work.end }
      }
      guard !beside.isEmpty, isCompanion(other, sharing: own, on: shift.date) else { continue }
      let stretches = beside.map { TimeStretch(start: $0.start, end: $0.end) }
      gaps = gaps.flatMap { $0.less(stretches) }
      if gaps.isEmpty { break }
    }
    return gaps
  }

  private static func isCompanion(
    _ other: CheckedPerson,
    sharing skills: [String],
    on date: LocalDate
  ) -> Bool {
    guard other.facts.isEmployed(on: date),
      other.facts.stages.stage(on: date)?.isNeverAlone != true
    else { return false }
    return skills.isEmpty || !other.facts.heldSkills(skills, on: date).isEmpty
  }
}

extension PersonFacts {
  /// Those of some skills that the person may use freely through the whole of a date.
  func heldSkills(_ names: [String], on date: LocalDate) -> [String] {
    guard let certificates else {
      return names.filter { name in skills.contains { $0.skill == name && $0.isHeld(on: date) } }
    }
    let (midnight, next) = (zone.startOfDay(date), zone.startOfDay(date.adding(days: 1)))
    return names.filter { certificates.isFree($0, from: midnight, until: next) }
  }
}
