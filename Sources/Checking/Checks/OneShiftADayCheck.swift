import Workforce

/// At most one shift starts on a date, and shifts do not overlap.
enum OneShiftADayCheck: PersonCheck {
  static let name = "one shift a day"

  static func findings(on person: CheckedPerson, in week: CheckedWeek) -> [Finding] {
    tooMany(person) + overlaps(person)
  }

  private static func tooMany(_ person: CheckedPerson) -> [Finding] {
    let counts = Dictionary(grouping: person.shifts, by: \.date).mapValues(\.count)
    return counts.filter { $0.value > 1 }.sorted { $0.key < $1.key }.map { date, count in
      Finding(date: date, detail: "\(counted(count, "shift")) start on \(date); 1 is allowed")
    }
  }

  private static func overlaps(_ person: CheckedPerson) -> [Finding] {
    zip(person.shifts, person.shifts.dropFirst()).filter { $0.end > $1.start }.map {
      let both = text(min($0.end, $1.end).since($1.start))
      let end = person.text($0.end)
      let start = person.text($1.start)
      return Finding(
        date: $1.date,
        detail: "a shift until \(end) and one from \(start) overlap by \(both); 0 min are allowed"
      )
    }
  }
}
