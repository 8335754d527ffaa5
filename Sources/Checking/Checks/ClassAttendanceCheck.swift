import Workforce

/// Everybody attends exactly one of the week's classes of each course that list them, from start to
/// end, and no others.
enum ClassAttendanceCheck: PersonCheck {
  static let name = "class attendance"

  static func findings(on person: CheckedPerson, in week: CheckedWeek) -> [Finding] {
    missing(person, week) + strange(person, week)
  }

  private static func missing(_ person: CheckedPerson, _ week: CheckedWeek) -> [Finding] {
    let listed = week.classes.filter { $0.seats(person.id) }
    var courses: [String] = []
    for item in listed where !courses.contains(item.session.course) {
      courses.append(item.session.course)
    }
    return courses.compactMap { course in
      let open = listed.filter {
        $0.session.course == course && person.canCome(to: $0) && isAsked(of: person, $0)
      }
      guard !open.isEmpty, person.mustWork else { return nil }
      let attended = open.filter(person.isAt)
      guard attended.count != 1 else { return nil }
      let words = open.map { $0.words(person.facts) }.joined(separator: "; ")
      return Finding(
        date: person.facts.zone.local(at: (attended.first ?? open[0]).start).date,
        detail: "attends \(attended.count) of these from start to end; exactly 1 is required: "
          + words
      )
    }
  }

  /// A meeting of those at work is asked only of people with a shift on its date.
  private static func isAsked(of person: CheckedPerson, _ item: ClassFacts) -> Bool {
    guard item.session.isForThoseAtWork else { return true }
    let date = person.facts.zone.local(at: item.start).date
    return person.shifts.contains { $0.date == date }
  }

  /// Training that is no class of the person's.
  private static func strange(_ person: CheckedPerson, _ week: CheckedWeek) -> [Finding] {
    person.shifts.flatMap { shift in
      shift.shift.segments.filter { $0.kind == .training }.compactMap { part -> Finding? in
        let own = week.classes.contains { item in
          (item.session.attendees.contains(person.id) || item.session.trainer == person.id)
            && item.start < part.end && part.start < item.end
            && part.session ?? item.session.id == item.session.id
        }
        guard !own else { return nil }
        return Finding(
          date: shift.date,
          detail: "training \(part.session ?? "without a name") from \(person.text(part.start)) "
            + "until \(person.text(part.end)) is no class that lists the person"
        )
      }
    }
  }
}
