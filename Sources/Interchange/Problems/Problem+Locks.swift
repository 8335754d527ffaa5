import Workforce

extension Problem {
  static func lockTwice(_ employee: String, _ date: LocalDate, line: Int) -> Problem {
    Problem(
      "employee '\(employee)' has a second lock on \(date) (the first is in line \(line)).",
      "Delete one of the rows."
    )
  }

  static let offWithTimes = Problem(
    "the lock off has a start or an end.",
    "Leave both empty, or write the kind shift."
  )

  static func halfLock(_ start: String, _ end: String) -> Problem {
    Problem(
      "start is '\(start)' and end is '\(end)'.",
      "Write both as HH:MM, or leave both empty for any shift."
    )
  }

  static func lockGrid(_ start: ClockTime, _ minutes: Int) -> Problem {
    Problem(
      "start is \(start) but shifts start every \(minutes) minutes from midnight.",
      "Write a start on that grid, or another shift_start_minutes in scenario.yaml."
    )
  }
}
