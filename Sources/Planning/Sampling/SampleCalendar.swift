import Workforce

/// The calendar of an English bank: holidays, pay days, month ends and a campaign.
enum SampleCalendar {
  /// The entries of a stretch of dates, ascending.
  static func entries(from first: LocalDate, through last: LocalDate) -> [CalendarEntry] {
    let years = first.components.year...last.components.year
    var entries = years.flatMap { holidays(of: $0) }
    let closed = Set(entries.map(\.date))
    for year in years {
      for month in 1...12 { entries += monthly(year, month, closed) }
    }
    entries += campaign(from: first, closed)
    return entries.filter { first <= $0.date && $0.date <= last }
      .sorted { ($0.date, $0.kind.rawValue) < ($1.date, $1.kind.rawValue) }
  }

  private static func entry(
    _ date: LocalDate,
    _ kind: CalendarEntry.Kind,
    _ name: String,
    _ factor: Double? = nil
  ) -> CalendarEntry {
    CalendarEntry(date: date, kind: kind, name: name, factor: factor)
  }

  private static func date(_ year: Int, _ month: Int, _ day: Int) -> LocalDate {
    LocalDate(year: year, month: month, day: day) ?? LocalDate(daysSinceEpoch: 0)
  }

  private static func holidays(of year: Int) -> [CalendarEntry] {
    let easter = easterSunday(year)
    return [
      entry(date(year, 1, 1), .closed, "New Year's Day"),
      entry(easter.adding(days: -2), .closed, "Good Friday"),
      entry(easter.adding(days: 1), .holiday, "Easter Monday", 0.55),
      entry(firstMonday(year, 5), .holiday, "Early May bank holiday", 0.6),
      entry(lastMonday(year, 5), .holiday, "Spring bank holiday", 0.6),
      entry(lastMonday(year, 8), .holiday, "Summer bank holiday", 0.6),
      entry(date(year, 12, 25), .closed, "Christmas Day"),
      entry(date(year, 12, 26), .closed, "Boxing Day"),
    ]
  }

  /// Pay day is the 28th or the working day before it; month end the last working day.
  private static func monthly(
    _ year: Int,
    _ month: Int,
    _ closed: Set<LocalDate>
  ) -> [CalendarEntry] {
    let last = date(year, month, LocalDate.days(inMonth: month, of: year))
    return [
      entry(workingDay(upTo: date(year, month, 28), closed), .payDay, "Pay day", 1.12),
      entry(workingDay(upTo: last, closed), .monthEnd, "Month end", 1.06),
    ]
  }

  private static func campaign(from first: LocalDate, _ closed: Set<LocalDate>) -> [CalendarEntry] {
    let monday = ISOWeek(containing: first.adding(days: 27)).monday
    return (0..<3).map { monday.adding(days: $0) }.filter { !closed.contains($0) }
      .map { entry($0, .campaign, "Savings campaign", 1.18) }
  }

  private static func workingDay(upTo date: LocalDate, _ closed: Set<LocalDate>) -> LocalDate {
    var day = date
    while day.weekday.isWeekend || closed.contains(day) { day = day.adding(days: -1) }
    return day
  }

  private static func firstMonday(_ year: Int, _ month: Int) -> LocalDate {
    ISOWeek(containing: date(year, month, 7)).monday
  }

  private static func lastMonday(_ year: Int, _ month: Int) -> LocalDate {
    ISOWeek(containing: date(year, month, 31)).monday
  }

  /// Easter by the anonymous Gregorian computus (Meeus 1991, chapter 8).
  static func easterSunday(_ year: Int) -> LocalDate {
    let a = year % 19
    let (b, c) = (year / 100, year % 100)
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let sum = h + l - 7 * m + 114
    return date(year, sum / 31, sum % 31 + 1)
  }
}
