import Workforce

/// Nobody works while away.
enum AbsenceCheck: PersonCheck {
  static let name = "absence"

  static func findings(on person: CheckedPerson, in week: CheckedWeek) -> [Finding] {
    person.shifts.flatMap { shift in
      person.facts.absences.filter { overlap(shift, $0) > .zero }.map { away in
        let both = text(overlap(shift, away))
        let time = "from \(person.text(away.from)) until \(person.text(away.until))"
        return Finding(
          date: shift.date,
          detail: "\(shift.clockText) overlaps \(away.absence.kind) \(time) by \(both); "
            + "0 min are allowed"
        )
      }
    }
  }

  private static func overlap(_ shift: CheckedShift, _ away: TimeAway) -> Duration {
    min(shift.end, away.until).since(max(shift.start, away.from))
  }
}
