import Workforce

/// A shift starts in the window of its weekday.
enum StartWindowCheck: LaborCheck {
  static let name = "start window"

  static func misses(of person: CheckedPerson, in week: CheckedWeek) -> [Miss] {
    person.shifts.flatMap { shift in
      person.facts.labor.inForce(on: shift.date) { rule -> ClockWindow? in
        guard case .startWindow(let window, _) = rule else { return nil }
        return window
      }.filter { !$0.value.includes(shift.startMinute) }.map { entry in
        Miss(
          date: shift.date,
          units: 1,
          price: entry.price,
          detail: "a start at \(clock(shift.startMinute)); \(entry.value) is allowed"
        )
      }
    }
  }
}
