import Workforce

extension Problem {
  /// A name that does not exist; says what to do where there are none at all.
  static func unknownName(_ what: String, _ name: String, _ known: [String]) -> Problem {
    guard known.isEmpty || (what == "shift kind" && known == ["off", "any"]) else {
      return .unknown(what, name, known)
    }
    let advice =
      what == "shift kind"
      ? "Describe it in shift_kinds by times, such as {name: \(name), starts: \"HH:MM-HH:MM\"}, or take it out."
      : "There are no \(what)s. Take it out."
    return Problem("unknown \(what) '\(name)'.", advice)
  }

  static func noBound(_ subject: String) -> Problem {
    Problem("\(subject) has neither least nor most.", "Write one of them, or both.")
  }

  static func boundOrder(_ subject: String) -> Problem {
    Problem("most of \(subject) is below its least.", "Write a most at or above the least.")
  }

  static func notTwoKinds(_ label: String) -> Problem {
    Problem("\(label) are not two different kinds.", "Write two, such as [early, late].")
  }

  static func reservedKind(_ name: String) -> Problem {
    Problem(
      "a shift kind is named '\(name)', a word of rotations.",
      "Give it another name."
    )
  }

  static func kindOfRuleSet(_ name: String) -> Problem {
    Problem(
      "a second shift kind is named '\(name)' (the first is of a rule set).",
      "Rename one, or use that of the rule set."
    )
  }

  static func emptyKind(_ subject: String) -> Problem {
    Problem(
      "\(subject) has none of starts, ends and covers.",
      "Write at least one window, such as starts: \"05:00-09:00\"."
    )
  }

  static func minutesOfNothing(_ subject: String) -> Problem {
    Problem(
      "least_minutes of \(subject) has no covers beside it.",
      "Write covers, such as \"23:00-06:00\", or take least_minutes out."
    )
  }

  static func minutesBeyond(_ subject: String, _ least: Duration, _ window: ClockWindow) -> Problem
  {
    Problem(
      "least_minutes of \(subject) is \(least.wholeMinutes) "
        + "but the window \(window) has only \(window.endMinutes - window.start.minutes).",
      "Write fewer minutes, or a wider covers."
    )
  }

  static func notRuleSet(_ given: String) -> Problem {
    Problem(
      "rule_sets holds \(given).",
      "Write names of YAML files in the scenario's folder, such as eu-working-time.yaml."
    )
  }

  static func ruleSetTwice(_ name: String, line: Int) -> Problem {
    Problem(
      "the rule set '\(name)' is named a second time (the first is in line \(line)).",
      "Delete one of them."
    )
  }

  static func missingRuleSet(_ name: String) -> Problem {
    Problem(
      "the rule set '\(name)' is not in the folder.",
      "Put the file there ('shiftwright rules list' names those that ship), or take it out."
    )
  }

  static func meetingWindow(_ subject: String, _ window: ClockWindow, _ length: Duration)
    -> Problem
  {
    Problem(
      "\(subject) takes \(length.wholeMinutes) minutes but its hours \(window) have only "
        + "\(window.endMinutes - window.start.minutes).",
      "Widen the hours, or shorten the meeting."
    )
  }

  static func stepOrder(_ subject: String, _ after: Duration, _ before: Duration) -> Problem {
    Problem(
      "after_hours of \(subject) is \(Numbers.text(after.inHours)) but that of the step before "
        + "is \(Numbers.text(before.inHours)).",
      "Order the steps by rising hours."
    )
  }

  static func fallingStep(_ subject: String, _ premium: Double, _ before: Double) -> Problem {
    Problem(
      "premium of \(subject) is \(Numbers.text(premium)) but \(Numbers.text(before)) before it.",
      "Premiums rise with the hours: write one of \(Numbers.text(before)) or more."
    )
  }

  static func earlyStep(_ subject: String, _ after: Duration, _ contract: ContractSettings)
    -> Problem
  {
    Problem(
      "\(subject) begins after \(Numbers.text(after.inHours)) hours but overtime of contract "
        + "'\(contract.name)' after \(Numbers.text(contract.overtimeAfter.inHours)).",
      "Write an after_hours at or above the contract's overtime_after."
    )
  }

  static func fairnessOfNothing(_ key: String, _ kinds: String) -> Problem {
    Problem(
      "\(key) of the fairness of costs has no \(kinds) beside it.",
      "Name the kinds of shift that count, such as \(kinds): [\(key.dropLast())]."
    )
  }
}
