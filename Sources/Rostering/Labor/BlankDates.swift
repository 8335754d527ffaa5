import Workforce

extension EmployeeCompiler {
  /// Whether a date is a blank one: of absence for all of it, outside employment, or closed by the calendar.
  func isBlank(_ date: LocalDate) -> Bool {
    if inputs.calendarEntries(on: date).contains(where: { $0.kind == .closed }) { return true }
    guard index.isEmployed(employee, during: [date]) else { return true }
    let zone = clock.zone
    let (start, end) = (zone.startOfDay(date), zone.startOfDay(date.adding(days: 1)))
    return index.absences(of: employee).contains {
      zone.instant(at: $0.from) <= start && end <= zone.instant(at: $0.until)
    }
  }

  /// Whether each date of the week is a blank one.
  var blanks: [Bool] { frame.grid.dates.map(isBlank) }

  /// The share of a period's dates that are not blank, as counts.
  func presence(from first: LocalDate) -> (present: Int, all: Int) {
    let count = frame.grid.dates[0].daysSinceEpoch - first.daysSinceEpoch + frame.grid.dates.count
    let present = (0..<count).count { !isBlank(first.adding(days: $0)) }
    return (present, count)
  }
}
