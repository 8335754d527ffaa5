import Workforce

/// A shift has the length and the breaks of one of the contract's templates.
enum ShiftLengthCheck: PersonCheck {
  static let name = "shift length"

  static func findings(on person: CheckedPerson, in week: CheckedWeek) -> [Finding] {
    person.shifts.filter { $0.template == nil }.map { shift in
      guard shift.shape.isContiguous else {
        let from = person.text(shift.start)
        let until = person.text(shift.end)
        return Finding(
          date: shift.date,
          detail: "its segments do not fill the time from \(from) to \(until) without gaps"
        )
      }
      let allowed = person.facts.contract.templates.map(described).joined(separator: ", ")
      return Finding(date: shift.date, detail: "\(described(shift)); allowed are \(allowed)")
    }
  }

  private static func described(_ shift: CheckedShift) -> String {
    let breaks = shift.shape.breaks.map {
      "\($0.kind.rawValue) \(text($0.end.since($0.start)))"
    }
    return described(shift.shape.length, breaks)
  }

  private static func described(_ template: ShiftTemplate) -> String {
    let breaks = template.breaks.map { "\($0.kind.rawValue) \(text($0.length))" }
    return "\(template.name) (\(described(template.length, breaks)))"
  }

  private static func described(_ length: Duration, _ breaks: [String]) -> String {
    text(length) + (breaks.isEmpty ? " without break" : " with " + breaks.joined(separator: " + "))
  }
}
