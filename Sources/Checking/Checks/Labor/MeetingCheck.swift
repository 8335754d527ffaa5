import Workforce

/// Everybody meant is in a meeting together, at some time of its hours.
enum MeetingCheck: RosterCheck {
  static let name = "meeting"

  static func violations(in week: CheckedWeek) -> [Violation] {
    week.settings.labor.meetings.flatMap { meeting in
      week.frame.dates.flatMap { date -> [Violation] in
        guard meeting.weekdays.contains(date.weekday),
          week.index.inputs.operatingWeekday(on: date) != nil
        else { return [] }
        return missing(meeting, date, week)
      }
    }
  }

  /// Who is missing at the first of the times at which the fewest are.
  private static func missing(
    _ meeting: Meeting,
    _ date: LocalDate,
    _ week: CheckedWeek
  ) -> [Violation] {
    let people = week.people.filter { meeting.scope.means($0.facts.employee) && $0.mustWork }
    let tries = times(of: meeting, date, week).map { time in
      (time: time, missing: people.filter { isMissing($0, from: time, meeting, date) })
    }
    guard let best = tries.min(by: { $0.missing.count < $1.missing.count }) else { return [] }
    return best.missing.map { person in
      let times = "\(person.text(best.time.start)) until \(person.text(best.time.end))"
      return Violation(
        rule: name,
        employee: person.id,
        date: date,
        detail: "\(meeting.name): no shift without a break from \(times), when the most others can"
      )
    }
  }

  /// The times on the slot grid at which a meeting may be held on a date.
  private static func times(
    of meeting: Meeting,
    _ date: LocalDate,
    _ week: CheckedWeek
  ) -> [TimeStretch] {
    let zone = week.settings.zone
    let ends = [meeting.hours.start.minutes, meeting.hours.endMinutes].map {
      zone.instant(at: LocalDateTime(date: date, secondOfDay: 60 * $0))
    }
    return (0..<week.frame.slotCount).compactMap { slot in
      let start = week.frame.start.adding(minutes: slot * week.frame.slotMinutes)
      let end = start.adding(minutes: meeting.length.wholeMinutes)
      return start < ends[0] || end > ends[1] ? nil : TimeStretch(start: start, end: end)
    }
  }

  private static func isMissing(
    _ person: CheckedPerson,
    from time: TimeStretch,
    _ meeting: Meeting,
    _ date: LocalDate
  ) -> Bool {
    let isAway = person.facts.absences.contains { $0.from < time.end && time.start < $0.until }
    let isAsked =
      person.facts.isEmployed(on: date) && !isAway
      && (meeting.attendance == .all || person.shifts.contains { $0.date == date })
    return isAsked
      && !person.shifts.contains { shift in
        shift.start <= time.start && time.end <= shift.end
          && shift.shape.breaks.allSatisfy { $0.end <= time.start || time.end <= $0.start }
      }
  }
}
