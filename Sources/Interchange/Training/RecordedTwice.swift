import Workforce

extension AssessmentsFile {
  /// A try of a person at a course at a moment, which no two rows may be.
  private struct Key: Hashable {
    let employee: String
    let course: String
    let sat: LocalDateTime
    let attempt: Int
  }

  /// Reports rows that are the same try as an earlier row; rows that a correction replaces, and
  /// corrections, count for nothing here.
  static func reportRepeated(
    _ attempts: [AssessmentAttempt],
    _ lines: [Int],
    _ findings: FileFindings
  ) {
    let corrected = Set(attempts.compactMap { row in row.corrects.map { [row.source, $0] } })
    var first = FirstLines<Key>()
    for (attempt, line) in zip(attempts, lines)
    where attempt.corrects == nil && !corrected.contains([attempt.source, attempt.reference]) {
      let key = Key(
        employee: attempt.employee,
        course: attempt.course,
        sat: attempt.sat,
        attempt: attempt.attempt
      )
      guard let other = first.earlier(key, line: line) else { continue }
      findings.report("repeated try", line: line, .repeatedTry(attempt, line: other))
    }
  }
}

extension TrainingInputs {
  /// Gives somebody who is enrolled in a class a seat on its list; says what is wrong when it is full.
  mutating func seat(_ enrolment: CourseEnrolment) -> Problem? {
    guard let id = enrolment.session, let index = sessions.firstIndex(where: { $0.id == id }),
      sessions[index].trainer != enrolment.employee,
      !sessions[index].attendees.contains(enrolment.employee)
    else { return nil }
    guard sessions[index].attendees.count < sessions[index].seats else {
      return .fullClass(sessions[index])
    }
    sessions[index].attendees.append(enrolment.employee)
    return nil
  }
}

extension Problem {
  static func repeatedTry(_ attempt: AssessmentAttempt, line: Int) -> Problem {
    Problem(
      "try \(attempt.attempt) of employee '\(attempt.employee)' at '\(attempt.course)' of "
        + "\(attempt.sat) stands in line \(line) already.",
      "Delete the row; or fill corrects and reason where it replaces that one."
    )
  }

  static func fullClass(_ session: ClassSession) -> Problem {
    Problem(
      "class '\(session.id)' is full: seats \(session.seats), people on its list "
        + "\(session.attendees.count).",
      "Write another session, or leave it empty until there is a seat."
    )
  }

  static func nobodyHolds(_ skill: String) -> Problem {
    Problem(
      "presence asks for the skill '\(skill)', which nobody holds and no course grants.",
      "Correct the name, or give the skill to people in skills.csv."
    )
  }

  static func nightHours(_ hours: ClockWindow) -> Problem {
    Problem(
      "hours of placement is \(hours), which runs past midnight.",
      "Write the earlier time first, unless classes are held at night."
    )
  }
}
