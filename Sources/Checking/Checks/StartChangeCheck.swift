import Workforce

/// Shifts of successive days start at about the same time on the clock.
enum StartChangeCheck: LaborCheck {
  static let name = "start change"

  static func misses(of person: CheckedPerson, in week: CheckedWeek) -> [Miss] {
    person.successive.compactMap { earlier, later in
      let change = Duration.minutes(abs(later.startMinute - earlier.startMinute))
      let (most, price) = asked(of: person, on: later.date)
      guard let most, change > most else { return nil }
      let starts = "\(clock(earlier.startMinute)) to \(clock(later.startMinute))"
      return Miss(
        date: later.date,
        units: (change - most).inHours,
        price: price,
        detail: "\(text(change)), from \(starts); \(text(most)) are allowed"
      )
    }
  }

  private static func asked(of person: CheckedPerson, on date: LocalDate) -> (Duration?, Double?) {
    let entry = person.facts.labor.inForce(on: date) { rule -> Duration? in
      guard case .startChange(let most) = rule else { return nil }
      return most
    }.first
    return entry.map { ($0.value, $0.price) } ?? (person.rules.maximumStartChange, nil)
  }
}
