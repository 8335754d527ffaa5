import Workforce

extension Problem {
  static let missingChanges = Problem(
    "the file is missing.",
    "Write what has changed; docs/reference/changes-format.md shows an example."
  )

  static let emptyChanges = Problem(
    "the file is empty.",
    "Write what has changed; docs/reference/changes-format.md lists the keys."
  )

  static func nowAfterWeek(_ now: LocalDateTime, _ week: ISOWeek) -> Problem {
    Problem(
      "now is \(now), when \(week) is over: nothing can change any more.",
      "Write a moment before or in the roster's week."
    )
  }

  static func outsideWeek(_ from: LocalDateTime, _ until: LocalDateTime, _ week: ISOWeek)
    -> Problem
  {
    Problem(
      "the absence from \(from) to \(until) does not touch \(week), the roster's week.",
      "Correct the dates, or take the entry out."
    )
  }

  static func dateOutsideWeek(_ date: LocalDate, _ week: ISOWeek) -> Problem {
    Problem(
      "\(date) is not in \(week), the roster's week.",
      "Write a date from \(week.monday) to \(week.monday.adding(days: 6))."
    )
  }

  static func overrideOutsideWeek(_ from: LocalDateTime, _ until: LocalDateTime, _ week: ISOWeek)
    -> Problem
  {
    Problem(
      "the span from \(from) to \(until) lies partly outside \(week), the roster's week.",
      "Write times from \(week.monday) to the end of \(week.monday.adding(days: 6))."
    )
  }

  static func otherWeek(_ kind: ChangesReader.FileKind, _ week: ISOWeek, roster: ISOWeek)
    -> Problem
  {
    Problem(
      "the \(kind.rawValue) is of \(week), but the roster is for \(roster).",
      "Give a \(kind.rawValue) of the roster's week."
    )
  }

  static let noForecast = Problem(
    "forecast has neither a file, nor intraday, nor overrides.",
    "Write file: or intraday: with a path, or overrides: with a list of changes."
  )

  static func noChange(_ subject: String) -> Problem {
    Problem(
      "\(subject) has neither a factor nor a value.",
      "Write one: a factor multiplies the forecast, a value is the contacts of the whole span."
    )
  }

  static func bothChanges(_ subject: String) -> Problem {
    Problem(
      "\(subject) has both a factor and a value.",
      "Keep one: a factor multiplies the forecast, a value is the contacts of the whole span."
    )
  }
}
