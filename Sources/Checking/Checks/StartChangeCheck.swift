import Workforce

/// Shifts of successive days start at about the same time on the clock.
enum StartChangeCheck: PersonCheck {
  static let name = "start change"

  static func findings(on person: CheckedPerson, in week: CheckedWeek) -> [Finding] {
    guard let allowed = person.rules.maximumStartChange else { return [] }
    return person.successive.compactMap { earlier, later in
      let change = Duration.minutes(abs(later.startMinute - earlier.startMinute))
      guard change > allowed else { return nil }
      let starts = "\(clock(earlier.startMinute)) to \(clock(later.startMinute))"
      return Finding(
        date: later.date,
        detail: "\(text(change)), from \(starts); \(text(allowed)) are allowed"
      )
    }
  }
}
