import Workforce

/// The most that a contract lets one person work in the week, absences credited.
struct WeeklyAllowance {
  /// Most paid minutes.
  var maximumMinutes: Int
  /// Most shifts.
  var maximumDays: Int

  /// Scales the contract by the person's share of full time and takes off credited days.
  init(_ employee: Employee, _ contract: ContractSettings, creditedDays: Int) {
    let scaled = { (limit: Duration) in
      Int((limit.inMinutes * employee.fullTimeEquivalent.value).rounded())
    }
    let days = min(creditedDays, contract.maximumDays)
    let credit =
      contract.minimumDays > 0 ? scaled(contract.minimumWeeklyHours) / contract.minimumDays : 0
    maximumMinutes = max(0, scaled(contract.maximumWeeklyHours) - days * credit)
    maximumDays = max(0, contract.maximumDays - days)
  }
}

extension Employee {
  /// Whether the person is employed on a date.
  func isEmployed(on date: LocalDate) -> Bool {
    (hired.map { $0 <= date } ?? true) && (leaves.map { date <= $0 } ?? true)
  }
}

extension Absence {
  /// Whether the absence overlaps a stretch of the wall clock.
  func overlaps(_ start: LocalDateTime, _ end: LocalDateTime) -> Bool {
    from < end && start < until
  }

  /// Whether the absence covers a whole date.
  func covers(_ date: LocalDate) -> Bool {
    from <= LocalDateTime(date: date, secondOfDay: 0)
      && LocalDateTime(date: date.adding(days: 1), secondOfDay: 0) <= until
  }
}

extension [Availability] {
  /// Whether a person's lines let them work in a stretch of a date, in minutes of the clock; the
  /// most specific lines for the date decide.
  func allow(_ date: LocalDate, minutes: Range<Int>) -> Bool {
    let levels: [(DayPattern) -> Bool] = [
      { $0 == .date(date) }, { $0 == .weekday(date.weekday) }, { $0 == .everyDay },
    ]
    for isLevel in levels {
      let lines = filter { isLevel($0.days) }
      guard !lines.isEmpty else { continue }
      return lines.compactMap(\.window).contains { window in
        window.start.minutes <= minutes.lowerBound && minutes.upperBound <= window.endMinutes
      }
    }
    return true
  }
}
