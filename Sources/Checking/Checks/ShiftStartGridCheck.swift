import Workforce

/// Shifts start on the grid of starts, in the week, and their segments lie on the roster's slots.
enum ShiftStartGridCheck: PersonCheck {
  static let name = "shift start grid"

  static func findings(on person: CheckedPerson, in week: CheckedWeek) -> [Finding] {
    person.shifts.flatMap { shift in
      [
        startFault(shift, person, week), dateFault(shift, person, week),
        slotFault(shift, person, week),
      ]
      .compactMap {
        $0.map { Finding(date: shift.date, detail: $0) }
      }
    }
  }

  private static func startFault(
    _ shift: CheckedShift,
    _ person: CheckedPerson,
    _ week: CheckedWeek
  ) -> String? {
    let grid = week.settings.shiftStartMinutes
    let second = person.facts.zone.local(at: shift.start).secondOfDay
    guard second % (grid * 60) != 0 else { return nil }
    return "starts at \(person.text(shift.start)); starts are every \(grid) min from 00:00"
  }

  private static func dateFault(_ shift: CheckedShift, _ person: CheckedPerson, _ week: CheckedWeek)
    -> String?
  {
    if shift.date != shift.shift.date {
      return "listed on \(shift.shift.date) but starts at \(person.text(shift.start))"
    }
    let last = week.frame.dates[6]
    guard week.frame.dates.contains(shift.date) else {
      return "starts on \(shift.date); the week is \(week.frame.dates[0]) to \(last)"
    }
    guard shift.start < week.frame.start || week.frame.end <= shift.start else { return nil }
    return "starts at \(person.text(shift.start)); the scenario's week is from "
      + "\(person.text(week.frame.start)) to \(person.text(week.frame.end)) on that clock"
  }

  private static func slotFault(_ shift: CheckedShift, _ person: CheckedPerson, _ week: CheckedWeek)
    -> String?
  {
    let moments = shift.shift.segments.flatMap { [$0.start, $0.end] }
    guard let off = moments.first(where: { !week.frame.isOnGrid($0) }) else { return nil }
    let slot = week.frame.slotMinutes
    return "a segment begins or ends at \(person.text(off)); roster slots are \(slot) min"
  }
}
