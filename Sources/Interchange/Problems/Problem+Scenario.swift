import Workforce

extension Problem {
  /// A reference to a name that does not exist.
  static func unknown(_ what: String, _ name: String, _ known: [String]) -> Problem {
    Problem(
      "unknown \(what) '\(name)'.",
      Suggestion.didYouMean(name, among: known) + Suggestion.choice(known, of: what + "s")
    )
  }

  static func duplicateName(_ what: String, _ name: String, line: Int) -> Problem {
    Problem("a second \(what) is named '\(name)' (the first is in line \(line)).", "Rename one.")
  }

  static func slotMismatch(slot: Int, interval: Int) -> Problem {
    Problem(
      "roster_slot_minutes is \(slot) but interval_minutes is \(interval).",
      "One must divide the other. Write roster_slot_minutes: \(max(5, min(15, interval)))."
    )
  }

  static func startGrid(start: Int, slot: Int) -> Problem {
    Problem(
      "shift_start_minutes is \(start) but roster_slot_minutes is \(slot).",
      "Write a multiple of \(slot)."
    )
  }

  static func fallingTier(_ number: Int, _ cost: Double, _ before: Double) -> Problem {
    Problem(
      "cost_per_hour of understaffing tier \(number) is \(Numbers.text(cost)) "
        + "but the tier before costs \(Numbers.text(before)).",
      "The first missing people are the cheapest: order the tiers by rising cost."
    )
  }

  static func queueName(_ name: String) -> Problem {
    Problem(
      "the queue name '\(name)' begins with '(' or holds '+'.",
      "Rosters join queue names with '+': choose a name without it, such as phone_general."
    )
  }

  static func phoneConcurrency(_ subject: String, _ given: Int) -> Problem {
    Problem(
      "concurrency of \(subject) is \(given) but its channel is phone.",
      "One person has one call at a time: write 1, or channel: chat."
    )
  }

  static func openingHours(_ subject: String, isAbsent: Bool, key: String = "opening_hours")
    -> Problem
  {
    Problem(
      isAbsent ? "\(subject) are missing." : "\(subject) are not given by day.",
      "Write \(key): {mon-fri: \"08:00-20:00\", sat: \"09:00-17:00\", sun: closed}."
    )
  }

  static func openingGrid(_ label: String, _ window: ClockWindow, _ interval: Int) -> Problem {
    let start = window.start.minutes / interval * interval
    let end = (window.end.minutes + interval - 1) / interval * interval
    let wider = [start, end].compactMap { ClockTime(minutes: $0)?.description }
    return Problem(
      "\(label) is \(window), but interval_minutes is \(interval).",
      "Write times that are multiples of \(interval) minutes, such as "
        + "\(wider.joined(separator: "-")), or a smaller interval_minutes."
    )
  }

  static func openingDay(_ day: String, _ subject: String) -> Problem {
    let names = Weekday.allCases.map(\.abbreviation)
    return Problem(
      "unknown day '\(day)' in \(subject).",
      Suggestion.didYouMean(day, among: names) + "Write mon … sun, or a range such as mon-fri."
    )
  }

  static func openingDayTwice(_ day: String, _ subject: String) -> Problem {
    Problem(
      "\(subject) give '\(day)' twice.",
      "Write each day once; several windows of a day form a list."
    )
  }

  static func openingWindow(_ label: String, _ text: String) -> Problem {
    Problem(
      "\(label) is '\(text)'.",
      "Write closed, a window such as \"08:00-20:00\", or a list of windows."
    )
  }

  static func openingOverlap(_ label: String, _ first: ClockWindow, _ second: ClockWindow)
    -> Problem
  {
    Problem(
      "\(label) has \(second) after \(first), which overlap or are out of order.",
      "Write the windows in order, each after the end of the one before."
    )
  }
}
