import Workforce

/// Not too many weekends of a period are worked.
enum WeekendsCheck: LaborCheck {
  static let name = "weekends"

  private struct Period {
    var most: Int
    var weeks: Int
  }

  static func misses(of person: CheckedPerson, in week: CheckedWeek) -> [Miss] {
    person.facts.labor.inForce(on: week.frame.week.monday) { rule -> Period? in
      guard case .weekends(let most, let weeks) = rule else { return nil }
      return Period(most: most, weeks: weeks)
    }.compactMap { entry in
      let monday = person.labor.monday
      let (most, weeks) = (entry.value.most, max(1, entry.value.weeks))
      let past = (1..<weeks).count { week.isWeekendWorked(by: person, in: monday - 7 * $0) }
      let count = past + (week.isWeekendWorked(by: person, in: monday) ? 1 : 0)
      let units = missed(count, Limits(least: nil, most: most), past: past)
      guard units > 0 else { return nil }
      return Miss(
        date: nil,
        units: Double(units),
        price: entry.price,
        detail: "\(counted(count, "weekend")) in \(counted(weeks, "week")); "
          + "at most \(most) allowed"
      )
    }
  }
}
