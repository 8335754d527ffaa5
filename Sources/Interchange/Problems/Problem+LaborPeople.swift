import Workforce

extension Problem {
  static func heldByNobody(_ skill: String, _ subject: String, _ known: [String]) -> Problem {
    let unknown = Problem.unknown("skill", skill, known)
    return Problem(
      "\(subject) asks for the skill '\(skill)', which no queue needs and nobody holds.",
      "Give it to somebody in \(SkillsFile.name), or correct it. \(unknown.suggestion)"
    )
  }

  static func twoOfOneRank(_ word: String, _ place: String) -> Problem {
    Problem(
      "the rule \(word) and the one in \(place) bind the same people on the same dates, "
        + "and neither is more specific.",
      "Take one out, part them by from and until, or name contracts, teams or employees in one."
    )
  }

  static func bindsNobody(_ subject: String) -> Problem {
    Problem(
      "\(subject) means nobody.",
      "Somebody must have all of the contracts, teams, employees and the site that it names; "
        + "correct them, or take it out."
    )
  }

  static func looserRule(
    _ word: String,
    _ place: String,
    _ source: String,
    isPriced: Bool
  ) -> Problem {
    let replaced = "the one in \(place)" + (source.isEmpty ? "" : " (\(source))")
    guard !isPriced else {
      return Problem(
        "the rule \(word) may be missed at its price, where \(replaced), which it replaces, must be kept.",
        "See that it is allowed, or take the price out."
      )
    }
    return Problem(
      "the rule \(word) is looser than \(replaced), which it replaces.",
      "See that it is allowed, or write the stricter bound."
    )
  }

  static func stricterContract(_ rest: Duration, _ contract: ContractSettings) -> Problem {
    Problem(
      "the rule minimum_rest of \(Numbers.text(rest.inHours)) hours stands in place of the "
        + "\(Numbers.text(contract.rules.minimumRest.inHours)) of contract '\(contract.name)'.",
      "Write another entry for the contract where its longer rest is to hold."
    )
  }

  static func unfitTemplates(
    _ word: String,
    _ contract: String,
    _ templates: [String],
    isAll: Bool
  ) -> Problem {
    let names = templates.joined(separator: ", ")
    return Problem(
      isAll
        ? "the rule \(word) leaves contract '\(contract)' without a shift: no template of it can keep "
          + "the rule (\(names))."
        : "no shift of contract '\(contract)' is made from \(names): the rule \(word) forbids it.",
      "Change the template, or write another entry for the contract where it may differ."
    )
  }

  static func paidBeyond(_ paid: Int, _ length: Int) -> Problem {
    Problem(
      "paid_minutes is \(paid) but the shift lasts \(length).",
      "Write at most the length of the shift, or leave the field empty."
    )
  }

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

  static func placesOverlap(_ employee: String, line: Int) -> Problem {
    Problem(
      "employee '\(employee)' is in a rotation on dates of line \(line) too.",
      "Part the rows by from and until."
    )
  }

  static func ledgerTwice(_ employee: String, line: Int) -> Problem {
    Problem(
      "employee '\(employee)' occurs a second time (the first is in line \(line)).",
      "Keep one row of each person."
    )
  }

  static func countedTwice(_ employee: String, _ until: LocalDate, _ start: LocalDateTime)
    -> Problem
  {
    Problem(
      "the ledger of employee '\(employee)' counts up to \(until), but \(HistoryFile.name) has the "
        + "person's shift of \(start.date) too.",
      "Write an until before the first shift there, or take those shifts out."
    )
  }
}
