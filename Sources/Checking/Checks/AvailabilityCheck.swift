import Workforce

/// A shift lies inside one window in which the person is available.
enum AvailabilityCheck: PersonCheck {
  static let name = "availability"

  static func findings(on person: CheckedPerson, in week: CheckedWeek) -> [Finding] {
    person.shifts.compactMap { shift in
      guard let windows = windows(person, on: shift.date) else { return nil }
      guard !windows.contains(where: shift.isInside) else { return nil }
      let listed = windows.map(\.description).joined(separator: ", ")
      let allowed = windows.isEmpty ? "not available that day" : "available \(listed)"
      return Finding(date: shift.date, detail: "\(shift.clockText); \(allowed)")
    }
  }

  /// The windows of the most specific lines for a date; `nil` when there is no line.
  private static func windows(_ person: CheckedPerson, on date: LocalDate) -> [ClockWindow]? {
    let levels: [DayPattern] = [.date(date), .weekday(date.weekday), .everyDay]
    for level in levels {
      let lines = person.facts.availability.filter { $0.days == level }
      if !lines.isEmpty { return lines.compactMap(\.window) }
    }
    return nil
  }
}
