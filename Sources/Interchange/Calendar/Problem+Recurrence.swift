import Workforce

extension Problem {
  private static let ruleParts =
    "FREQ, INTERVAL, COUNT or UNTIL, BYMONTH, BYMONTHDAY, BYDAY, BYSETPOS and WKST"

  static func rulePart(_ part: String) -> Problem {
    Problem("RRULE has '\(part)', which is no NAME=value.", "Write parts such as FREQ=YEARLY.")
  }

  static func rulePartTwice(_ name: String) -> Problem {
    Problem("RRULE has \(name) twice.", "Keep one of them.")
  }

  static func ruleWithoutFrequency(_ text: String) -> Problem {
    Problem("RRULE is '\(text)', without FREQ.", "Add FREQ=YEARLY, MONTHLY, WEEKLY or DAILY.")
  }

  static func ruleFrequency(_ value: String) -> Problem {
    Problem(
      "FREQ of RRULE is '\(value)'.",
      "Write YEARLY, MONTHLY, WEEKLY or DAILY; days do not repeat more often."
    )
  }

  static func ruleValue(_ name: String, _ value: String, accepted: String) -> Problem {
    Problem("\(name) of RRULE is '\(value)'.", "Write \(accepted).")
  }

  static func ruleUnsupported(_ name: String) -> Problem {
    Problem(
      "RRULE has \(name), which is not read.",
      "Use \(ruleParts), or list the days as RDATE."
    )
  }

  static let ruleCountAndUntil = Problem(
    "RRULE has both COUNT and UNTIL.",
    "Keep the one that is meant."
  )

  static func ruleOrdinal(_ frequency: String) -> Problem {
    Problem(
      "BYDAY of RRULE counts weekdays but FREQ is \(frequency).",
      "Write weekdays without a number, or FREQ=MONTHLY or YEARLY."
    )
  }

  static let ruleWeeklyMonthDay = Problem(
    "RRULE has BYMONTHDAY but FREQ is WEEKLY.",
    "Write FREQ=MONTHLY, or leave BYMONTHDAY out."
  )

  static let rulePositionAlone = Problem(
    "RRULE has BYSETPOS but nothing to choose from.",
    "Add BYDAY, BYMONTHDAY or BYMONTH, or leave BYSETPOS out."
  )

  static func ruleOffStart(_ date: LocalDate) -> Problem {
    Problem(
      "the RRULE does not name the day of DTSTART, \(date), which counts all the same.",
      "Move DTSTART to the first day of the rule, or exclude it with EXDATE."
    )
  }
}
