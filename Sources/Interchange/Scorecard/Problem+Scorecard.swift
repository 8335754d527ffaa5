import Workforce

extension Problem {
  static let missingFigures = Problem(
    "there is no such file.",
    "Give a file of weekly figures; docs/reference/scorecard-format.md shows an example."
  )

  static let missingComplaints = Problem(
    "there is no such file.",
    "Give a file of complaints, or leave --complaints out."
  )

  static let missingGoals = Problem(
    "there is no such file.",
    "Give a file of goals, or leave --goals out for the five that are known."
  )

  static let noFigures = Problem(
    "the file has a header and no rows.",
    "Add a row per week, measure and group."
  )

  static func secondFigure(
    _ measure: String,
    of kind: FigureGroupKind,
    _ group: String,
    _ week: ISOWeek,
    line: Int
  ) -> Problem {
    let whose = kind == .center ? "the center" : "\(kind.rawValue) '\(group)'"
    return Problem(
      "\(measure) of \(whose) in \(week) stands a second time (the first is in line \(line)).",
      "Keep one row per week, measure and group."
    )
  }

  static func unknownMeasure(_ name: String, _ known: [String]) -> Problem {
    let what = name.isEmpty ? "measure is empty." : "unknown measure '\(name)'."
    return Problem(
      what,
      Suggestion.didYouMean(name, among: known) + "The measures are: "
        + known.joined(separator: ", ") + "; more can be named in the goals file."
    )
  }

  static func emptyGroup(_ kind: FigureGroupKind) -> Problem {
    Problem("group is empty.", "Write the name of the \(kind.rawValue).")
  }

  static func moreThanAll(_ total: Double, _ cases: Double) -> Problem {
    Problem(
      "numerator is \(Numbers.text(total)) but denominator is \(Numbers.text(cases)).",
      "Those who count can't be more than all. Correct the row."
    )
  }

  static func wrongForm(_ measure: ScorecardMeasure, _ column: String) -> Problem {
    Problem(
      "\(column) is given, but \(measure.name) is a \(measure.form.rawValue).",
      measure.form == .share
        ? "Write numerator and denominator, and leave value, count and sd empty."
        : "Write value, count and sd, and leave numerator and denominator empty."
    )
  }

  static func beforeReceived(_ field: String, _ time: String, _ received: String) -> Problem {
    Problem(
      "\(field) is \(time), before received, \(received).",
      "Nothing is taken up before it came. Correct one of them."
    )
  }

  static func duplicateComplaint(_ id: String, line: Int) -> Problem {
    Problem(
      "complaint '\(id)' stands a second time (the first is in line \(line)).",
      "Keep one row per complaint."
    )
  }

  static func goalNeeds(_ subject: String, _ first: String, _ second: String, both: Bool)
    -> Problem
  {
    Problem(
      both
        ? "\(subject) has both \(first) and \(second)."
        : "\(subject) has neither \(first) nor \(second).",
      both ? "Keep one of them." : "Write one of them."
    )
  }

  static func wrongWay(_ subject: String, _ measure: ScorecardMeasure, _ change: Double) -> Problem
  {
    Problem(
      "change of \(subject) is \(Numbers.text(change)), but of \(measure.name) \(measure.better.rawValue) "
        + "is better.",
      measure.better == .lower
        ? "Write a change below 0: -0.2 is a fifth less."
        : "Write a change above 0: 0.2 is a fifth more."
    )
  }

  static func baselineOrder(_ from: ISOWeek, _ to: ISOWeek) -> Problem {
    Problem("baseline ends in \(to), before it begins in \(from).", "Write the earlier week first.")
  }

  static let boundOfShare = Problem(
    "bound of a share is above 1.",
    "Write a share between 0 and 1: write 0.85 for 85%."
  )

  static let noWeekRow = Problem(
    "there is no row with scope week.",
    "Give the folder of a run that 'plan' wrote."
  )

  static let runOfWhatIf = Problem(
    "the run answers a what-if: what it expects is not expected of the center as it is.",
    "Give the run that 'plan' wrote of the scenario itself, or leave this --run out."
  )

  static let missingSimulation = Problem(
    "there is no simulation.csv.",
    "Give the folder of a run that 'plan' wrote."
  )
}
