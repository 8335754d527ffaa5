import Workforce

extension PlanningInputs {
  /// Makes a class of each meeting whose time is settled: people attend it inside their shifts, clear of
  /// breaks, and serve nobody then.
  mutating func seatMeetings() {
    for time in meetingTimes {
      guard let meeting = settings.labor.meetings.first(where: { $0.name == time.meeting }) else {
        continue
      }
      let id = "\(meeting.name) \(time.start.date)"
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
}

extension RuleScope {
  /// Whether all names that are given apply to a person.
  func speaks(of person: Employee) -> Bool {
    (employees.isEmpty || employees.contains(person.id))
      && (teams.isEmpty || teams.contains(person.team))
      && (contracts.isEmpty || contracts.contains(person.contract))
  }
}
