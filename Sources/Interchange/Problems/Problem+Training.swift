import Workforce

extension Problem {
  static func needsTraining(_ what: String) -> Problem {
    Problem(
      "there are \(what) but no training.yaml, which names the courses.",
      "Add training.yaml; docs/reference/training-formats.md shows an example."
    )
  }

  static func versionOrder(_ what: String, _ name: String, after: LocalDate?, line: Int)
    -> Problem
  {
    Problem(
      "\(what) '\(name)' stands a second time (the first is in line \(line)) without a later from.",
      after.map { "Write a from after \($0) for the new version, or rename it." }
        ?? "Write the first day of the new version as its from, or rename it."
    )
  }

  static func notName(_ label: String, _ kind: String, _ what: String) -> Problem {
    Problem("\(label) holds \(kind).", "Write the name of a \(what).")
  }

  static func validity(_ subject: String) -> Problem {
    Problem(
      "validity of \(subject) needs exactly one of months and until.",
      "Write {months: 12}, {until: \"12-31\"}, or leave validity out for ever."
    )
  }

  static func stageLength(_ subject: String) -> Problem {
    Problem(
      "\(subject) needs exactly one of length_days and length_months.",
      "Write one of them, such as length_days: 21."
    )
  }

  static func prerequisiteCircle(_ name: String) -> Problem {
    Problem(
      "course '\(name)' is needed before itself.",
      "Take one course out of the prerequisites that lead back to it."
    )
  }

  static func duplicateReference(_ what: String, _ reference: String, line: Int) -> Problem {
    Problem(
      "the \(what) '\(reference)' occurs a second time (the first is in line \(line)).",
      "Give every row a \(what) of its own, or delete the row."
    )
  }

  static func heldBeforeAttained(_ from: String, _ attained: LocalDate) -> Problem {
    Problem(
      "from is \(from) but attained is \(attained).",
      "A certificate holds from the day of the pass on, or later."
    )
  }

  static func reasonOfNothing(_ reason: String) -> Problem {
    Problem(
      "revocation_reason is '\(reason)', but revoked is not yes.",
      "Write yes into revoked, or leave the reason empty."
    )
  }

  static func lapsesBeforeFrom(_ lapses: String, _ from: LocalDateTime) -> Problem {
    Problem(
      "lapses is \(lapses) but from is \(from).",
      "Write the first day or moment at which it holds no longer, after the from."
    )
  }

  static func noLapse(_ course: String) -> Problem {
    Problem(
      "lapses is empty, but certificates of course '\(course)' lapse.",
      "Write the first day on which it holds no longer, or never."
    )
  }

  static func eitherOr(_ first: String, _ second: String) -> Problem {
    Problem(
      "the row needs exactly one of \(first) and \(second).",
      "Fill one of them and leave the other empty."
    )
  }

  static func sessionWithoutCourse(_ session: String) -> Problem {
    Problem(
      "the row has the session '\(session)' but no course.",
      "Only courses have sessions: write its course, or leave the session empty."
    )
  }

  static func otherCourse(_ session: String, _ own: String, _ given: String) -> Problem {
    Problem(
      "session '\(session)' is of course '\(own)', the row says '\(given)'.",
      "Write that course, or another session."
    )
  }

  static func tooManySeats(_ seats: Int, _ room: Room) -> Problem {
    Problem(
      "seats is \(seats), but room '\(room.name)' has \(room.seats).",
      "Write at most \(room.seats), or another room."
    )
  }

  static func attendeeTwice(_ employee: String) -> Problem {
    Problem("attendees names '\(employee)' twice.", "Name everybody once, joined by '+'.")
  }

  static func ownMentor(_ employee: String) -> Problem {
    Problem("employee '\(employee)' is their own mentor.", "Write somebody else as mentor.")
  }

  static let correctionReason = Problem(
    "corrects and reason go together: one of them is empty.",
    "A correction says what it replaces and why; leave both empty for a first entry."
  )

  static func unknownCorrection(_ reference: String, _ source: String) -> Problem {
    Problem(
      "corrects names '\(reference)', which no earlier row of source '\(source)' has.",
      "Write the reference of the row that this one replaces."
    )
  }

  static func correctedBefore(_ reference: String, line: Int) -> Problem {
    Problem(
      "corrects names '\(reference)', which line \(line) corrects already.",
      "Correct the correction: write its reference."
    )
  }

  static func strangeCorrection(_ reference: String) -> Problem {
    Problem(
      "corrects names '\(reference)', which is another person's or another course's.",
      "Write the reference of a row of the same employee and course."
    )
  }

  static func certifiedSkills(_ rows: Int, _ skills: [String]) -> Problem {
    Problem(
      "\(rows == 1 ? "1 row gives a skill" : "\(rows) rows give skills") that a course grants "
        + "(\(skills.joined(separator: ", "))); only certificates count for it.",
      "Delete the rows, or take the skill out of the course's grants."
    )
  }
}
