import Workforce

/// Not too many weekends in a row are worked.
enum WeekendsInARowCheck: LaborCheck {
  static let name = "weekends in a row"

  static func misses(of person: CheckedPerson, in week: CheckedWeek) -> [Miss] {
    person.facts.labor.inForce(on: week.frame.week.monday) { rule -> Int? in
      guard case .weekendsInARow(let most) = rule else { return nil }
      return most
    }.compactMap { entry in
      let monday = person.labor.monday
      guard week.isWeekendWorked(by: person, in: monday) else { return nil }
      var count = 1
      while week.isWeekendWorked(by: person, in: monday - 7 * count) { count += 1 }
      let units = missed(count, Limits(least: nil, most: entry.value), past: count - 1)
      guard units > 0 else { return nil }
      return Miss(
        date: nil,
        units: Double(units),
        price: entry.price,
        detail: "\(counted(count, "weekend")) in a row; at most \(entry.value) allowed"
      )
    }
  }
}
