import Workforce

/// Nobody works before the first or after the last day of employment.
enum EmploymentCheck: PersonCheck {
  static let name = "employment"

  static func violations(in week: CheckedWeek) -> [Violation] {
    let unknown = week.strangers.flatMap { stranger in
      stranger.shifts.map {
        Violation(rule: name, employee: stranger.id, date: $0.date, detail: stranger.reason)
      }
    }
    let known = week.people.flatMap { person in
      findings(on: person, in: week).map {
        Violation(rule: name, employee: person.id, date: $0.date, detail: $0.detail)
      }
    }
    return unknown + known
  }

  static func findings(on person: CheckedPerson, in week: CheckedWeek) -> [Finding] {
    let from = person.facts.employee.hired?.description ?? "always"
    let until = person.facts.employee.leaves?.description ?? "open"
    return person.shifts.map(\.date).filter { !person.facts.isEmployed(on: $0) }.map { date in
      Finding(date: date, detail: "a shift on \(date); employed from \(from) until \(until)")
    }
  }
}
