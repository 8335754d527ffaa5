import Workforce

/// A class of the week that lists one person, or that the person teaches.
struct BruteForceLesson {
  let id: String
  let course: String
  let start: Instant
  let end: Instant
  let isTaught: Bool
  /// False while the person is away or not employed.
  let isOpen: Bool

  /// The classes of a person, in file order.
  static func all(_ employee: Employee, _ inputs: PlanningInputs, _ week: ISOWeek)
    -> [BruteForceLesson]
  {
    let own = inputs.settings.zone(ofSite: employee.site)
    let first = inputs.settings.zone.startOfDay(week.monday)
    let last = inputs.settings.zone.startOfDay(week.monday.adding(days: 7))
    return inputs.training.sessions.compactMap { session in
      let isTaught = session.trainer == employee.id
      guard isTaught || session.attendees.contains(employee.id) else { return nil }
      let site = inputs.training.rooms.first { $0.name == session.room }?.site
      let zone = site.map { inputs.settings.zone(ofSite: $0) } ?? inputs.settings.zone
      let (start, end) = (zone.instant(at: session.start), zone.instant(at: session.end))
      guard start >= first, start < last else { return nil }
      let date = own.local(at: start).date
      let isAway = inputs.absences.contains {
        $0.employee == employee.id && own.instant(at: $0.from) < end
          && own.instant(at: $0.until) > start
      }
      return BruteForceLesson(
        id: session.id,
        course: session.course,
        start: start,
        end: end,
        isTaught: isTaught,
        isOpen: !isAway && (employee.hired ?? date) <= date && date <= (employee.leaves ?? date)
      )
    }
  }

  /// Whether classes that are taken in the whole week are those that must be: one of each course,
  /// and all that are taught.
  static func areMet(_ lessons: [BruteForceLesson], by taken: [String]) -> Bool {
    let courses = Set(lessons.filter { !$0.isTaught }.map(\.course))
    return courses.allSatisfy { course in
      let listed = lessons.filter { !$0.isTaught && $0.course == course }
      let wanted = listed.contains(where: \.isOpen) ? 1 : 0
      return taken.count { id in listed.contains { $0.id == id } } == wanted
    }
      && lessons.filter(\.isTaught).allSatisfy { lesson in
        taken.count { $0 == lesson.id } == (lesson.isOpen ? 1 : 0)
      }
  }
}

extension Shift {
  /// The shift with some classes in its work, in whole slots; `nil` when one does not fit.
  func holding(_ lessons: [BruteForceLesson], slotSeconds: Int) -> Shift? {
    var changed = self
    for (index, lesson) in lessons.enumerated() {
      guard !lessons[..<index].contains(where: { $0.start < lesson.end && lesson.start < $0.end })
      else { return nil }
    }
    for lesson in lessons.sorted(by: { $0.start < $1.start }) {
      let origin = start.secondsSinceEpoch
      let low = (lesson.start.secondsSinceEpoch - origin) / slotSeconds * slotSeconds
      let high = (lesson.end.secondsSinceEpoch - origin + slotSeconds - 1) / slotSeconds
      guard lesson.start >= start, origin + high * slotSeconds <= end.secondsSinceEpoch else {
        return nil
      }
      var slot = low
      while slot < high * slotSeconds {
        guard changed.take(Instant(secondsSinceEpoch: origin + slot), slotSeconds, lesson.id)
        else { return nil }
        slot += slotSeconds
      }
      guard changed.segments.contains(where: { $0.session == lesson.id }) else { return nil }
    }
    return changed
  }

  /// Turns a slot of work into one of training; one that is training already may stay.
  private mutating func take(_ slot: Instant, _ seconds: Int, _ id: String) -> Bool {
    let until = Instant(secondsSinceEpoch: slot.secondsSinceEpoch + seconds)
    guard let place = segments.firstIndex(where: { $0.start <= slot && until <= $0.end }) else {
      return false
    }
    let part = segments[place]
    if part.kind == .training { return true }
    guard part.kind == .work else { return false }
    var parts: [ShiftSegment] = []
    if part.start < slot { parts.append(ShiftSegment(kind: .work, start: part.start, end: slot)) }
    parts.append(ShiftSegment(kind: .training, start: slot, end: until, session: id))
    if until < part.end { parts.append(ShiftSegment(kind: .work, start: until, end: part.end)) }
    segments.replaceSubrange(place...place, with: parts)
    if place > 0, segments[place - 1].kind == .training, segments[place - 1].session == id {
      segments[place - 1].end = until
      segments.remove(at: place)
    }
    return true
  }
}
