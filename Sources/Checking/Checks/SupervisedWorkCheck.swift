import Workforce

/// Somebody whose certificate allows supervised work only serves a queue while a colleague of the
/// site who holds its skill freely works on it too.
enum SupervisedWorkCheck: RosterCheck {
  static let name = "supervised work"

  static func violations(in week: CheckedWeek) -> [Violation] {
    week.people.flatMap { person in
      person.shifts.flatMap { shift in
        shift.shift.queues.flatMap { queue in
          alone(person, shift, queue, week).map { stretch in
            Violation(
              rule: name,
              employee: person.id,
              date: shift.date,
              detail: "queue \(queue) from \(person.text(stretch.start)) until "
                + "\(person.text(stretch.end)) under grace; nobody at \(person.facts.employee.site) "
                + "who holds its skill in full works on it then"
            )
          }
        }
      }
    }
  }

  /// The supervised stretches of a shift on a queue without a colleague.
  private static func alone(
    _ person: CheckedPerson,
    _ shift: CheckedShift,
    _ queue: String,
    _ week: CheckedWeek
  ) -> [TimeStretch] {
    let own = stretches(person, shift, queue, .beside, week)
    guard !own.isEmpty else { return [] }
    let others = week.people.filter {
      $0.id != person.id && $0.facts.employee.site == person.facts.employee.site
    }
    let beside = others.flatMap { other in
      other.shifts.filter { $0.start < shift.end && shift.start < $0.end }.flatMap {
        stretches(other, $0, queue, .free, week)
      }
    }
    return own.flatMap { $0.less(beside) }
  }

  /// The stretches of work on a queue that are allowed to just this extent.
  private static func stretches(
    _ person: CheckedPerson,
    _ shift: CheckedShift,
    _ queue: String,
    _ extent: HeldCertificates.Extent,
    _ week: CheckedWeek
  ) -> [TimeStretch] {
    guard let held = person.facts.certificates, let position = week.index.queues[queue],
      shift.shift.queues.contains(queue)
    else { return [] }
    let skill = week.settings.queues[position].skill
    return shift.shift.segments.filter { $0.kind == .work }.flatMap { segment in
      held.pieces(from: segment.start, until: segment.end)
        .filter { held.extent(of: skill, at: $0.start) == extent }
        .map { TimeStretch(start: $0.start, end: $0.end) }
    }
  }
}
