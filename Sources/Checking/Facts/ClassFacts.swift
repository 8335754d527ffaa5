import Workforce

/// A class with its moments, from the raw file.
struct ClassFacts: Sendable {
  let session: ClassSession
  let start: Instant
  let end: Instant

  init(_ session: ClassSession, _ inputs: PlanningInputs) {
    self.session = session
    var zone = inputs.settings.zone
    for room in inputs.training.rooms where room.name == session.room {
      zone = inputs.settings.zone(ofSite: room.site)
    }
    start = zone.instant(at: session.start)
    end = zone.instant(at: session.end)
  }

  /// Whether a person takes a seat in the class: a trainer among the attendees only teaches.
  func seats(_ person: String) -> Bool {
    session.attendees.contains(person) && session.trainer != person
  }

  /// The classes that list each person, or that they teach.
  static func byPerson(_ classes: [ClassFacts]) -> [String: [ClassFacts]] {
    var own: [String: [ClassFacts]] = [:]
    for item in classes {
      for person in Set(item.session.attendees + [item.session.trainer].compactMap(\.self)) {
        own[person, default: []].append(item)
      }
    }
    return own
  }

  /// `class s1 of course aml, 2026-03-03 10:00 until 2026-03-03 11:30`.
  func words(_ person: PersonFacts) -> String {
    let times = [start, end].map {
      person.zone.local(at: $0).description.replacing("T", with: " ")
    }
    return "class \(session.id) of course \(session.course), \(times[0]) until \(times[1])"
  }
}

extension CheckedWeek {
  /// The classes that begin in the week.
  var classes: [ClassFacts] {
    index.classes.filter { frame.start <= $0.start && $0.start < frame.end }
  }
}

extension CheckedPerson {
  /// Whether training of one of the shifts takes in a class from its start to its end.
  func isAt(_ item: ClassFacts) -> Bool {
    shifts.contains { shift in
      let parts = shift.shift.segments.filter { $0.kind == .training }
      let isMeant = parts.contains {
        $0.start < item.end && item.start < $0.end
          && $0.session ?? item.session.id == item.session.id
      }
      guard isMeant else { return false }
      var reached = item.start
      for part in parts where part.start <= reached && reached < part.end { reached = part.end }
      return reached >= item.end
    }
  }

  /// Whether the person is employed, and not away, during a class.
  func canCome(to item: ClassFacts) -> Bool {
    facts.isEmployed(on: facts.zone.local(at: item.start).date)
      && !facts.absences.contains { $0.from < item.end && item.start < $0.until }
  }
}

extension PersonFacts {
  /// Whether a class that begins on the date lists the person, or is taught by them.
  func hasClass(on date: LocalDate) -> Bool {
    classes.contains {
      !$0.session.isForThoseAtWork && zone.local(at: $0.start).date == date
    }
  }
}
