import Workforce

extension Problem {
  static let missingWhatIf = Problem(
    "the file is missing.",
    "Write what changes; docs/reference/whatif-format.md shows an example."
  )

  static let emptyWhatIf = Problem(
    "the file is empty.",
    "Write what changes; docs/reference/whatif-format.md shows an example."
  )

  static func fileNameIsNoName(_ stem: String) -> Problem {
    Problem(
      "the file has no name, and '\(stem)' of its own cannot be one.",
      "Write name: with letters, digits, '-', '_' and '+', but not base."
    )
  }

  static let longAgo = Problem(
    "since is more than ten years before the end of the history.",
    "Write a date within ten years, and the growth since then."
  )

  static func severalKinds(_ keys: [String]) -> Problem {
    keys.isEmpty
      ? Problem("the change is empty.", "Write one kind of change: \(kinds).")
      : Problem(
        "the change has \(keys.count) kinds: \(keys.joined(separator: ", ")).",
        "Write one kind after each '- '; changes act in their order."
      )
  }

  private static var kinds: String { WhatIfKeys.kinds.joined(separator: ", ") }

  static func lastBeforeFirst(_ from: LocalDate, _ until: LocalDate) -> Problem {
    Problem("until is \(until) but from is \(from).", "Write a last day on or after the first.")
  }

  static func notOneOfLaborRule(_ given: [String]) -> Problem {
    Problem(
      given.isEmpty
        ? "the change 'labor_rule' has neither change, remove nor rule."
        : "the change 'labor_rule' has \(given.joined(separator: " and ")).",
      "Write 'change' with the number of an entry and what is to be another, 'remove' with the number of an entry, "
        + "or 'rule' and its keys for one entry more."
    )
  }

  static func noLaborRule(_ number: Int, of count: Int) -> Problem {
    Problem(
      "there is no labor rule \(number): the scenario has \(count).",
      count == 0
        ? "Write 'rule' and its keys for one entry more."
        : "Write a number from 1 to \(count); those of rule sets come first."
    )
  }

  static func notBoth(_ first: String, _ second: String, _ subject: String) -> Problem {
    Problem("\(subject) has both \(first) and \(second).", "Keep one of them.")
  }

  static func neither(_ first: String, _ second: String, _ subject: String) -> Problem {
    Problem("\(subject) has neither \(first) nor \(second).", "Write one of them.")
  }

  static func needs(_ key: String, _ other: String, _ subject: String) -> Problem {
    Problem("\(subject) has \(key) without \(other).", "Write \(other) too, or take \(key) out.")
  }

  static func migratesToItself(_ queue: String) -> Problem {
    Problem("contacts of '\(queue)' go to '\(queue)'.", "Write another queue.")
  }

  static func nobodyLeaves(_ queue: String) -> Problem {
    Problem(
      "items of '\(queue)' wait until they are done; they have no patience.",
      "Write a queue for calls or chats."
    )
  }

  static func notChanged(_ key: String, _ subject: String) -> Problem {
    Problem(
      "\(subject) has \(key), which a what-if does not change.",
      "Take it out: by another definition the two sides could not be compared."
    )
  }

  static func emptyChange(_ subject: String, _ keys: [String]) -> Problem {
    Problem("\(subject) changes nothing.", "Write one of \(keys.joined(separator: ", ")).")
  }

  static func arrivalsUnknown(_ queue: String) -> Problem {
    Problem(
      "queue '\(queue)' would open at times of which its history knows nothing.",
      "Write arrivals_per_hour: how many contacts to expect in each new hour."
    )
  }

  static func namedTwice(_ subject: String) -> Problem {
    Problem("\(subject) names somebody twice.", "Name everybody once.")
  }

  static func sameContract(_ contract: String) -> Problem {
    Problem(
      "people on '\(contract)' change to '\(contract)'.",
      "Write another contract in 'to' or 'contract'."
    )
  }

  static func payOfAllSites(_ subject: String) -> Problem {
    Problem("\(subject) caps the pay of one site.", "Leave site out: pay is that of all sites.")
  }

  static func contradiction(_ what: String, line: Int) -> Problem {
    Problem(
      "\(what) is changed in line \(line) already, and not both can hold.",
      "Keep one of the two changes."
    )
  }
}
