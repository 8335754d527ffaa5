import Workforce

/// What the calendar says of one open day.
struct DayFeatures: Hashable, Sendable {
  /// Days since the epoch.
  let day: Int
  /// The weekday whose pattern it follows.
  let weekday: Int
  /// Position in the month, 0 on its first day, below 1.
  let monthPhase: Double
  /// Open days of the month before it.
  let openBefore: Int
  /// Open days of the month after it.
  let openAfter: Int
  /// 1, 2 or 3 for the first open days after a closure, 0 otherwise.
  let sinceClosure: Int
  /// The closure that ``sinceClosure`` counts from.
  let closure: Int
  /// True for the last open day before a closure.
  let isBeforeClosure: Bool
  /// Why it is no ordinary day.
  let special: SpecialDay?

  /// How far closures are looked for, in days.
  private static let reach = 14

  init(_ date: LocalDate, weekday: Weekday, special: SpecialDay?, calendar: DayCalendar) {
    day = date.daysSinceEpoch
    self.weekday = weekday.rawValue
    self.special = special
    let (year, month, dayOfMonth) = date.components
    let length = LocalDate.days(inMonth: month, of: year)
    monthPhase = Double(dayOfMonth - 1) / Double(length)
    openBefore = (1..<dayOfMonth).count { calendar.isOpen(on: date.adding(days: -$0)) }
    openAfter = (0..<length - dayOfMonth).count { calendar.isOpen(on: date.adding(days: $0 + 1)) }
    (sinceClosure, closure) = Self.closureBefore(date, calendar)
    isBeforeClosure = Self.isBeforeClosure(date, calendar)
  }

  private static func closureBefore(_ date: LocalDate, _ calendar: DayCalendar) -> (Int, Int) {
    var openDays = 1
    for back in 1...reach {
      let earlier = date.adding(days: -back)
      if calendar.isClosure(earlier) { return (openDays, earlier.daysSinceEpoch) }
      if calendar.isOpen(on: earlier) { openDays += 1 }
      if openDays > 3 { break }
    }
    return (0, 0)
  }

  private static func isBeforeClosure(_ date: LocalDate, _ calendar: DayCalendar) -> Bool {
    for ahead in 1...reach {
      let later = date.adding(days: ahead)
      if calendar.isClosure(later) { return true }
      if calendar.isOpen(on: later) { return false }
    }
    return false
  }
}
