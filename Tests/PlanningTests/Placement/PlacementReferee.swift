import Workforce

@testable import Planning

/// Judges a placement by the scenario alone, without anything of what made it.
struct PlacementReferee {
  let inputs: PlanningInputs
  let result: PlacementResult

  /// Everything that is wrong.
  func faults() -> [String] {
    let before = Set(inputs.training.sessions.map(\.id))
    let sessions = result.sessions
    var faults: [String] = []
    for session in sessions {
      if session.attendees.count > session.seats { faults.append("\(session.id): seats") }
      if let room = inputs.training.rooms.first(where: { $0.name == session.room }),
        session.seats > room.seats
      {
        faults.append("\(session.id): room seats")
      }
      guard !before.contains(session.id) else { continue }
      let course = inputs.training.course(session.course, on: session.start.date)
      let length = minutes(session).count
      if length != course?.lengthMinutes { faults.append("\(session.id): length") }
      if let hours = inputs.training.placement?.hours,
        session.start.minuteOfDay < hours.start.minutes
          || session.start.minuteOfDay + length > hours.endMinutes
      {
        faults.append("\(session.id): hours")
      }
      if course?.trainers.isEmpty == false, session.trainer == nil {
        faults.append("\(session.id): no trainer")
      }
    }
    return faults + clashes(sessions) + people() + weeks(sessions)
  }

  private func zone(_ session: ClassSession) -> Zone {
    let room = inputs.training.rooms.first { $0.name == session.room }
    return room.map { inputs.settings.zone(ofSite: $0.site) } ?? inputs.settings.zone
  }

  private func minutes(_ session: ClassSession) -> Range<Int> {
    let zone = zone(session)
    return zone.instant(at: session.start).secondsSinceEpoch / 60..<zone.instant(at: session.end)
      .secondsSinceEpoch / 60
  }

  private func clashes(_ sessions: [ClassSession]) -> [String] {
    var faults: [String] = []
    for (index, first) in sessions.enumerated() {
      for second in sessions[(index + 1)...] where minutes(first).overlaps(minutes(second)) {
        if let room = first.room, room == second.room { faults.append("room \(room)") }
        let one = Set(first.attendees + [first.trainer].compactMap(\.self))
        let other = Set(second.attendees + [second.trainer].compactMap(\.self))
        if !one.isDisjoint(with: other) { faults.append("\(first.id) and \(second.id): people") }
      }
    }
    return faults
  }

  private func people() -> [String] {
    var faults: [String] = []
    for placed in result.placed {
      guard let session = result.sessions.first(where: { $0.id == placed.session }),
        session.attendees.contains(placed.employee), session.course == placed.course,
        let employee = inputs.employees.first(where: { $0.id == placed.employee })
      else {
        faults.append("\(placed.employee) is not in \(placed.session)")
        continue
      }
      let course = inputs.training.course(placed.course, on: placed.by.date)
      let own = minutes(session)
      let zone = inputs.settings.zone(ofSite: employee.site)
      let due = zone.instant(at: placed.by).secondsSinceEpoch / 60
      if due > zone.startOfDay(result.weeks[0].monday).secondsSinceEpoch / 60, own.upperBound > due
      {
        faults.append("\(placed.employee): after the lapse")
      }
      if let window = course?.renewalWindowDays, window > 0,
        session.start.date < placed.by.date.adding(days: -window)
      {
        faults.append("\(placed.employee): before the window")
      }
      for absence in inputs.absences where absence.employee == placed.employee {
        let from = zone.instant(at: absence.from).secondsSinceEpoch / 60
        let until = zone.instant(at: absence.until).secondsSinceEpoch / 60
        if from < own.upperBound, own.lowerBound < until {
          faults.append("\(placed.employee): away")
        }
      }
      if let window = inputs.settings.contract(named: employee.contract)?.shiftWindow,
        session.start.minuteOfDay < window.start.minutes
          || session.end.minuteOfDay > window.endMinutes
      {
        faults.append("\(placed.employee): shift window")
      }
      if session.site.map({ $0 != employee.site }) ?? false {
        faults.append("\(placed.employee): site")
      }
      let twice = result.sessions.count {
        $0.course == placed.course && $0.attendees.contains(placed.employee)
      }
      if twice != 1 { faults.append("\(placed.employee): in \(twice) classes") }
    }
    return faults
  }

  private func weeks(_ sessions: [ClassSession]) -> [String] {
    guard let most = inputs.training.placement?.sessionsPerWeek else { return [] }
    let own = sessions.filter { result.weeks.contains(ISOWeek(containing: $0.start.date)) }
    let groups = Dictionary(grouping: own) {
      [$0.course, "\(ISOWeek(containing: $0.start.date))"]
    }
    return groups.keys.sorted { $0.lexicographicallyPrecedes($1) }.filter {
      (groups[$0]?.count ?? 0) > most
    }.map { "\($0): too many classes" }
  }
}
