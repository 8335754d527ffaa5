import Workforce

extension Problem {
  static let noEmployees = Problem("the file has no employees.", "Add one row per person.")

  static func duplicateEmployee(_ id: String, line: Int) -> Problem {
    Problem(
      "employee '\(id)' occurs a second time (the first is in line \(line)).",
      "Give every person an identifier of their own, or delete the row."
    )
  }

  static func leavesBeforeHired(_ id: String, _ hired: LocalDate, _ leaves: LocalDate) -> Problem {
    Problem(
      "employee '\(id)' leaves on \(leaves) but is hired on \(hired).",
      "Write a last day on or after the first."
    )
  }

  static func untilBeforeFrom(_ from: String, _ until: String) -> Problem {
    Problem(
      "until is \(until) but from is \(from).",
      "Write an until after the from; a date counts to its end."
    )
  }

  static func endBeforeStart(_ start: LocalDateTime, _ end: LocalDateTime) -> Problem {
    Problem(
      "end is \(end) but start is \(start).",
      "Write an end after the start; past midnight it has the next date."
    )
  }

  static func endBeforeStart(_ what: String, _ start: LocalDateTime, _ end: LocalDateTime)
    -> Problem
  {
    Problem(
      "\(what)_end is \(end) but \(what)_start is \(start).",
      "Write an end after the start; past midnight it has the next date."
    )
  }

  static func duplicateDay(_ date: LocalDate, _ kind: String, line: Int) -> Problem {
    Problem(
      "\(date) is '\(kind)' a second time (the first is in line \(line)).",
      "Delete one of the rows."
    )
  }

  static func halfWindow(_ from: String, _ to: String) -> Problem {
    Problem(
      "from is '\(from)' and to is '\(to)'.",
      "Write both as HH:MM, or leave both empty for not available."
    )
  }

  static let startAtEnd = Problem("from is 24:00.", "Write 00:00 of the next day.")

  static let dayOffBand = Problem(
    "the wish day_off has a from or a to.",
    "Leave both empty, or write the wish start."
  )

  static func bandOrder(_ from: ClockTime, _ to: ClockTime) -> Problem {
    Problem("from is \(from) but to is \(to).", "Write a to at or after the from.")
  }

  static func overlappingAbsences(_ absence: Absence, _ other: Absence, line: Int) -> Problem {
    Problem(
      "the absence of employee '\(absence.employee)' from \(absence.from) to \(absence.until) "
        + "overlaps the one in line \(line) (\(other.from) to \(other.until)).",
      "Shorten one of them, or make them one row."
    )
  }

  static func noSkill(_ id: String) -> Problem {
    Problem(
      "employee '\(id)' has no skill and can serve no queue.",
      "Add a row to \(SkillsFile.name), or take the person out of \(EmployeesFile.name)."
    )
  }

  static func noServer(_ queue: String, skill: String) -> Problem {
    Problem(
      "nobody has the skill '\(skill)', so queue '\(queue)' cannot be served.",
      "Give the skill to someone in \(SkillsFile.name)."
    )
  }
}
