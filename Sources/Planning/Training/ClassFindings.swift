import Workforce

/// What stands in the way of the week's classes: people who are away, or not employed, when they
/// should teach or attend.
struct ClassFindings {
  private struct Lesson {
    let session: ClassSession
    let start: Instant
    let end: Instant
  }

  private let inputs: PlanningInputs
  private let people: [String: Employee]
  private let absences: [String: [Absence]]
  private let lessons: [Lesson]

  /// Looks at the classes that begin in a week.
  init(_ inputs: PlanningInputs, _ week: ISOWeek) {
    let zone = inputs.settings.zone
    let first = zone.startOfDay(week.monday)
    let last = zone.startOfDay(week.monday.adding(days: 7))
    self.inputs = inputs
    people = Dictionary(
      inputs.employees.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    absences = Dictionary(grouping: inputs.absences, by: \.employee)
    lessons = inputs.training.sessions.compactMap { session in
      let room = inputs.training.rooms.first { $0.name == session.room }
      let clock = room.map { inputs.settings.zone(ofSite: $0.site) } ?? zone
      let start = clock.instant(at: session.start)
      guard first <= start, start < last else { return nil }
      return Lesson(session: session, start: start, end: clock.instant(at: session.end))
    }
  }

  /// The findings, class by class.
  var all: [Diagnostic] {
    lessons.flatMap { [trainer($0), attendees($0)].compactMap(\.self) }
  }

  private func isMissing(_ person: String, _ lesson: Lesson) -> Bool {
    guard let employee = people[person] else { return true }
    let zone = inputs.settings.zone(ofSite: employee.site)
    let date = zone.local(at: lesson.start).date
    return date < employee.hired ?? date || employee.leaves ?? date < date
      || (absences[person] ?? []).contains {
        zone.instant(at: $0.from) < lesson.end && lesson.start < zone.instant(at: $0.until)
      }
  }

  private func trainer(_ lesson: Lesson) -> Diagnostic? {
    let session = lesson.session
    guard let trainer = session.trainer, isMissing(trainer, lesson) else { return nil }
    return Diagnostic(
      .warning,
      file: "sessions.csv",
      message: "class '\(session.id)' on \(session.start): the trainer \(trainer) is away.",
      suggestion: "Give it another trainer or move it; without one the checker objects."
    )
  }

  /// Said once per course, at the first of its classes that lists somebody.
  private func attendees(_ lesson: Lesson) -> Diagnostic? {
    let session = lesson.session
    let lacking = session.attendees.filter { person in
      let listed = lessons.filter {
        $0.session.course == session.course && $0.session.attendees.contains(person)
      }
      return listed.first?.session.id == session.id
        && listed.allSatisfy { isMissing(person, $0) }
    }
    guard !lacking.isEmpty else { return nil }
    return Diagnostic(
      .warning,
      file: "sessions.csv",
      message: "course '\(session.course)': away during each of the week's classes that list them: "
        + "\(lacking.joined(separator: ", ")).",
      suggestion: "List them in another week's class; they attend none in this one."
    )
  }
}
