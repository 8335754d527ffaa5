import Workforce

extension LocalDate {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// `March`.
  var monthName: String { Self.months[components.month - 1] }

  /// `Mon 2 Mar`.
  var shortText: String {
    "\(weekday.shortName) \(components.day) \(monthName.prefix(3))"
  }

  /// `2 Mar`.
  var dayAndMonth: String { "\(components.day) \(monthName.prefix(3))" }

  /// `2 Mar 2026`.
  var mediumText: String { "\(dayAndMonth) \(components.year)" }

  /// `2 March 2026`.
  var longText: String { "\(components.day) \(monthName) \(components.year)" }
}

extension LocalDateTime {
  /// `2 Mar 2026, 11:30`; at midnight the day alone.
  var mediumText: String {
    secondOfDay == 0 ? date.mediumText : "\(date.mediumText), \(clock(minuteOfDay))"
  }
}

extension Weekday {
  /// `Mon`.
  var shortName: String { abbreviation.prefix(1).uppercased() + abbreviation.dropFirst() }

  /// `Monday`.
  var fullName: String {
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][rawValue - 1]
  }
}

extension ISOWeek {
  /// `2–8 March 2026`, with months and years where they differ.
  var rangeText: String {
    let last = monday.adding(days: 6)
    let (from, to) = (monday.components, last.components)
    if from.year != to.year { return "\(monday.longText) – \(last.longText)" }
    if from.month != to.month { return "\(from.day) \(monday.monthName) – \(last.longText)" }
    return "\(from.day)–\(last.longText)"
  }
}

/// `HH:MM`, or `HHMM` of a minute of the day; 1440 is `24:00`.
func clock(_ minuteOfDay: Int) -> String {
  "\(padded(minuteOfDay / 60, 2)):\(padded(minuteOfDay % 60, 2))"
}

extension Zone {
  /// What the wall clock shows, `HH:MM`.
  func clockText(at instant: Instant) -> String { clock(local(at: instant).minuteOfDay) }
}

extension TimeGrid {
  /// What the wall clock shows at the start of an interval, `HH:MM`; at a day's end `24:00`.
  func clockText(at index: Int, isEnd: Bool = false) -> String {
    let minute = local(at: index).minuteOfDay
    return clock(isEnd && minute == 0 ? 1440 : minute)
  }
}
