public import Workforce

/// Reads the ends of an absence from the command line, as `absences.csv` has them.
public enum AbsenceMoment {
  /// A date (as the end: its last moment) or a local time that exists on a person's clock.
  ///
  /// - Parameters:
  ///   - text: What was given.
  ///   - field: Whose it is, for messages.
  ///   - isEnd: Whether it is the first moment back.
  ///   - zone: The person's zone; `nil` when it is not known.
  /// - Returns: The moment, or what is wrong.
  public static func read(_ text: String, _ field: String, isEnd: Bool, zone: Zone?)
    -> Loaded<LocalDateTime>
  {
    if let date = LocalDate(text) {
      let moment = LocalDateTime(date: date.adding(days: isEnd ? 1 : 0), secondOfDay: 0)
      return Loaded(moment, diagnostics: [])
    }
    guard let local = LocalDateTime(text) else {
      let reader = TextValue<LocalDateTime>(
        accepted: "a date as YYYY-MM-DD or a local time as YYYY-MM-DDTHH:MM",
        read: { _ in nil },
        hint: TextValue<LocalDate>.date.hint
      )
      return Loaded(nil, diagnostics: [diagnostic(reader.problem(field, given: text))])
    }
    let problem = zone.flatMap { LocalTimes(zone: $0).skippedProblem(local, field) }
    return Loaded(local, diagnostics: problem.map { [diagnostic($0)] } ?? [])
  }

  private static func diagnostic(_ problem: Problem) -> Diagnostic {
    Diagnostic(file: "", message: problem.message, suggestion: problem.suggestion)
  }

  /// `2026-03-03`, `2026-03-03 to 2026-03-05`, or with times where it is not whole dates.
  public static func text(of absence: Absence) -> String {
    guard absence.from.secondOfDay == 0, absence.until.secondOfDay == 0 else {
      return "\(absence.from) to \(absence.until)"
    }
    let last = absence.until.date.adding(days: -1)
    return last <= absence.from.date ? "\(absence.from.date)" : "\(absence.from.date) to \(last)"
  }
}
