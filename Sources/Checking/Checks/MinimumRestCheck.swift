import Workforce

/// Enough time passes between the end of a shift and the start of the next, the last past duty
/// included.
enum MinimumRestCheck: PersonCheck {
  static let name = "minimum rest"

  static func findings(on person: CheckedPerson, in week: CheckedWeek) -> [Finding] {
    let past = person.facts.pastDuties(before: week.frame.week.monday)
      .map { person.facts.zone.instant(at: $0.end) }.max()
    let ends = [past] + person.shifts.dropLast().map(\.end)
    let required = person.rules.minimumRest
    return zip(ends, person.shifts).compactMap { end, shift in
      guard let end, shift.start.since(end) < required else { return nil }
      let rest = text(shift.start.since(end))
      let given = "\(rest) between \(person.text(end)) and \(person.text(shift.start))"
      return Finding(date: shift.date, detail: "\(given); \(text(required)) are required")
    }
  }
}
