import Workforce

/// Enough time passes between the end of a shift and the start of the next, the last past duty
/// included.
enum MinimumRestCheck: LaborCheck {
  static let name = "minimum rest"

  static func misses(of person: CheckedPerson, in week: CheckedWeek) -> [Miss] {
    let past = person.facts.pastDuties(before: week.frame.week.monday)
      .map { person.facts.zone.instant(at: $0.end) }.max()
    let ends = [past] + person.shifts.dropLast().map(\.end)
    return zip(ends, person.shifts).compactMap { end, shift in
      let (required, price) = asked(of: person, on: shift.date)
      guard let end, shift.start.since(end) < required else { return nil }
      let rest = text(shift.start.since(end))
      let given = "\(rest) between \(person.text(end)) and \(person.text(shift.start))"
      return Miss(
        date: shift.date,
        units: (required - shift.start.since(end)).inHours,
        price: price,
        detail: "\(given); \(text(required)) are required"
      )
    }
  }

  private static func asked(of person: CheckedPerson, on date: LocalDate) -> (Duration, Double?) {
    let entry = person.facts.labor.inForce(on: date) { rule -> Duration? in
      guard case .minimumRest(let rest) = rule else { return nil }
      return rest
    }.first
    return entry.map { ($0.value, $0.price) } ?? (person.rules.minimumRest, nil)
  }
}
