extension Problem {
  static let missingCapacity = Problem(
    "the file is missing.",
    "Give --assumptions a file; docs/reference/capacity-format.md shows an example."
  )

  static func givenTwice(_ what: String, _ name: String, line: Int) -> Problem {
    Problem(
      "the \(what) '\(name)' stands here twice (first in line \(line)).",
      "Take one of the entries out."
    )
  }

  static func weeksOrMonths(_ subject: String) -> Problem {
    Problem("\(subject) needs either weeks or months.", "Write one of them, above 0.")
  }

  static func longStage(_ name: String) -> Problem {
    Problem("the stage '\(name)' takes more than 36 months.", "Write at most 36 months.")
  }

  static func courseWithoutSkill(_ course: String, _ skill: String) -> Problem {
    Problem(
      "the course '\(course)' does not grant the skill '\(skill)'.",
      "Name a course of training.yaml that grants it, or take the key out."
    )
  }

  static func skillBefore(_ skill: String) -> Problem {
    Problem(
      "people who learn '\(skill)' cannot need it before.",
      "Take it out of from."
    )
  }

  static func mixOrder(_ least: Double, _ most: Double) -> Problem {
    Problem(
      "the least share \(Numbers.text(least)) is above the greatest, \(Numbers.text(most)).",
      "Write least no larger than most."
    )
  }

  /// A sum of shares without the last digits, which adding makes up.
  private static func rounded(_ sum: Double) -> String { Numbers.text((sum * 1e6).rounded() / 1e6) }

  static func mixSum(_ sum: Double) -> Problem {
    Problem(
      "the least shares of contracts add up to \(rounded(sum)), more than 1.",
      "Lower some of them."
    )
  }

  static func mixMost(_ sum: Double) -> Problem {
    Problem(
      "the greatest shares of all contracts add up to \(rounded(sum)), less than 1.",
      "Raise some of them, or leave a contract out, which leaves it free."
    )
  }
}
