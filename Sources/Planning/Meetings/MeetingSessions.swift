import Workforce

extension PlanningInputs {
  /// Makes a class of each meeting whose time is settled: people attend it inside their shifts, clear of
  /// breaks, and serve nobody then.
  mutating func seatMeetings() {
    for time in meetingTimes {
      guard let meeting = settings.labor.meetings.first(where: { $0.name == time.meeting }) else {
        continue
      }
      let id = meeting.session(on: time.start.date)
      guard !training.sessions.contains(where: { $0.id == id }) else { continue }
      let people = employees.filter { meeting.scope.speaks(of: $0) }.map(\.id)
      var session = ClassSession(
        id: id,
        course: id,
        start: time.start,
        end: time.end,
        seats: max(1, people.count),
        attendees: people
      )
      session.isForThoseAtWork = meeting.attendance == .atWork
      training.sessions.append(session)
    }
  }

  /// Makes classes of the meetings whose time is not settled but by a roster: most people's time counts,
  /// the earliest of equals.
  mutating func seatMeetings(of roster: Roster) {
    let known = Set(training.sessions.map(\.id))
    for date in roster.week.dates {
      for meeting in settings.labor.meetings where !known.contains(meeting.session(on: date)) {
        guard let time = roster.time(of: meeting, on: date, settings.zone) else { continue }
        meetingTimes.append(time)
      }
    }
    seatMeetings()
  }
}

extension Roster {
  /// When most people have a meeting; `nil` where nobody has.
  fileprivate func time(of meeting: Meeting, on date: LocalDate, _ zone: Zone) -> MeetingTime? {
    let session = meeting.session(on: date)
    let segments = tours.flatMap(\.shifts).flatMap(\.segments).filter { $0.session == session }
    let times = segments.map {
      MeetingTime(
        meeting: meeting.name,
        start: zone.local(at: $0.start),
        end: zone.local(at: $0.end)
      )
    }
    let counts = times.map { time in times.count { $0 == time } }
    return times.indices.min { first, second in
      (-counts[first], times[first].start) < (-counts[second], times[second].start)
    }.map { times[$0] }
  }
}

extension RuleScope {
  /// Whether all names that are given apply to a person.
  func speaks(of person: Employee) -> Bool {
    (employees.isEmpty || employees.contains(person.id))
      && (teams.isEmpty || teams.contains(person.team))
      && (contracts.isEmpty || contracts.contains(person.contract))
  }
}
