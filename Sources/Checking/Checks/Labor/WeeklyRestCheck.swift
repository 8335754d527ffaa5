import Workforce

/// Once in the week a long stretch without a shift.
enum WeeklyRestCheck: LaborCheck {
  static let name = "weekly rest"

  static func misses(of person: CheckedPerson, in week: CheckedWeek) -> [Miss] {
    let monday = week.frame.week.monday
    return person.facts.labor.inForce(on: monday) { rule -> Duration? in
      guard case .weeklyRest(let time) = rule else { return nil }
      return time
    }.compactMap { entry in
      let longest = longest(of: person, from: monday)
      guard longest < entry.value else { return nil }
      return Miss(
        date: nil,
        units: (entry.value - longest).inHours,
        price: entry.price,
        detail: "\(text(longest)) without a shift at most; \(text(entry.value)) are required"
      )
    }
  }

  /// The longest stretch of the week on the person's clock in which there is no shift.
  private static func longest(of person: CheckedPerson, from monday: LocalDate) -> Duration {
    let whole = TimeStretch(
      start: person.facts.zone.startOfDay(monday),
      end: person.facts.zone.startOfDay(monday.adding(days: 7))
    )
    let work = person.labor.all.map { TimeStretch(start: $0.start, end: $0.end) }
    return whole.less(work).map { $0.end.since($0.start) }.max() ?? .zero
  }
}
