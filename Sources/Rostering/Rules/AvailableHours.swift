import Workforce

/// Keeps shifts inside the hours in which the person can work.
struct AvailableHours: ShiftFilter {
  static let name = "availability"
  /// The windows of each date; `nil` where nothing is said.
  let windows: [[ClockWindow]?]

  var demand: String {
    let words = windows.map { day -> String in
      guard let day else { return "any time" }
      return day.isEmpty ? "never" : day.map(\.description).joined(separator: " or ")
    }
    let names = Weekday.allCases.map(\.abbreviation)
    return "can work " + zip(names, words).map { "\($0) \($1)" }.joined(separator: ", ")
  }

  func allows(_ shift: CandidateShift) -> Bool {
    guard let day = windows[shift.day] else { return true }
    return day.contains {
      $0.start.minutes <= shift.start.minuteOfDay && shift.endMinutes <= $0.endMinutes
    }
  }

  /// The lines that decide a date: a date's own, else its weekday's, else the every-day ones.
  static func windows(on date: LocalDate, lines: [Availability]) -> [ClockWindow]? {
    let levels: [[DayPattern]] = [[.date(date)], [.weekday(date.weekday)], [.everyDay]]
    for level in levels {
      let deciding = lines.filter { level.contains($0.days) }
      if !deciding.isEmpty { return deciding.compactMap(\.window) }
    }
    return nil
  }
}
