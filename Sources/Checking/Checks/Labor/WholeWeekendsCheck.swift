import Workforce

/// All dates of a weekend are worked, or none.
enum WholeWeekendsCheck: LaborCheck {
  static let name = "whole weekends"

  static func misses(of person: CheckedPerson, in week: CheckedWeek) -> [Miss] {
    person.facts.labor.inForce(on: week.frame.week.monday) { rule -> Bool? in
      guard case .wholeWeekends = rule else { return nil }
      return true
    }.compactMap { entry in
      let dates = week.weekend(of: person.labor.monday).filter { !person.facts.isBlank($0) }
      let worked = dates.filter { person.labor.isWorked($0.daysSinceEpoch) }
      guard let first = worked.first, worked.count < dates.count else { return nil }
      return Miss(
        date: first,
        units: 1,
        price: entry.price,
        detail: "\(worked.count) of \(counted(dates.count, "date")) of the weekend worked; "
          + "none or all are allowed"
      )
    }
  }
}

extension CheckedWeek {
  /// The weekend's dates of the week of a Monday, given in days since 1970.
  func weekend(of monday: Int) -> [LocalDate] {
    (0..<7).map { LocalDate(daysSinceEpoch: monday + $0) }.filter {
      settings.labor.weekend.contains($0.weekday)
    }
  }

  /// Whether a person works on a weekend's date of the week of a Monday.
  func isWeekendWorked(by person: CheckedPerson, in monday: Int) -> Bool {
    weekend(of: monday).contains { person.labor.isWorked($0.daysSinceEpoch) }
  }
}
