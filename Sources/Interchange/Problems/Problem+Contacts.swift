import Workforce

extension Problem {
  static func negative(_ column: String, _ value: Double, place: String) -> Problem {
    Problem(
      "\(column) is \(Numbers.text(value)) (\(place)).",
      "A count can't be negative. Write a number of 0 or more, or delete the row."
    )
  }

  static func partAboveArrivals(
    _ column: String,
    _ part: Double,
    arrivals: Double,
    at start: String,
    _ rule: String
  ) -> Problem {
    Problem(
      "\(column) is \(Numbers.text(part)) but arrivals is \(Numbers.text(arrivals)) (\(start)).",
      "\(rule) Correct the row."
    )
  }

  static func noHistory(_ queue: String) -> Problem {
    Problem(
      "the file has no row for queue '\(queue)'.",
      "Add its past intervals, or take the queue out of scenario.yaml."
    )
  }

  static func strangerHandleTime(
    _ seconds: Double,
    _ outcome: ContactRecord.Outcome,
    at arrived: String
  ) -> Problem {
    Problem(
      "handle_seconds is \(Numbers.text(seconds)) but the contact was \(outcome.rawValue)"
        + " (\(arrived)).",
      "Only answered contacts have a handle time. Leave it empty, or correct the outcome."
    )
  }

  static func likeItself(_ subject: String) -> Problem {
    Problem("\(subject) is like itself.", "Write the name of another queue.")
  }

  static func withoutLike(_ label: String) -> Problem {
    Problem(
      "\(label) is given but like is not.",
      "Name the queue that it resembles in like, or delete the key."
    )
  }

  static func twoLevels(_ subject: String) -> Problem {
    Problem("\(subject) has both like_factor and daily_arrivals.", "Keep one of them.")
  }

  static func needlessAbandonment(_ subject: String) -> Problem {
    Problem(
      "\(subject) has an abandonment, but its records are of contacts offered.",
      "Write records: handled if those that left are missing, or delete abandonment."
    )
  }

  static func oneRow(_ queue: String) -> Problem {
    Problem(
      "queue '\(queue)' has only one row, so its interval length cannot be told.",
      "It is taken as interval_minutes. Add more rows."
    )
  }

  static func duplicateInterval(_ queue: String, _ start: LocalDateTime, line: Int) -> Problem {
    Problem(
      "queue '\(queue)' has a second row for \(start) (the first is in line \(line)).",
      "Delete one of them, or add their counts up in one row."
    )
  }

  static func intervalLength(_ queue: String, seconds: Int) -> Problem {
    let length = seconds % 60 == 0 ? "\(seconds / 60) minutes" : "\(seconds) seconds"
    return Problem(
      "two rows of queue '\(queue)' lie \(length) apart, "
        + "so that is taken as its interval length.",
      "Use intervals of 5, 10, 15, 30 or 60 minutes."
    )
  }

  static func offGrid(_ queue: String, _ start: LocalDateTime, interval: Int) -> Problem {
    Problem(
      "interval_start is \(start), not on the \(interval)-minute grid of queue '\(queue)'.",
      "Write a start at a multiple of \(interval) minutes after the full hour."
    )
  }

  static func mixedLengths(_ queue: String, _ date: LocalDate, length: Int, interval: Int)
    -> Problem
  {
    Problem(
      "the rows of queue '\(queue)' on \(date) are \(length) minutes apart "
        + "but others are \(interval).",
      "Use one interval length for a queue: split these rows, or add up the others."
    )
  }
}
