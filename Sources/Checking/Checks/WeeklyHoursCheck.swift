import Workforce

/// The week's paid time lies between the contract's limits, or an entry's, adjusted for the week.
enum WeeklyHoursCheck: LaborCheck {
  static let name = "weekly hours"

  static func misses(of person: CheckedPerson, in week: CheckedWeek) -> [Miss] {
    let paid = person.paidMinutes
    let least = person.limits.minimumMinutes
    let most = person.limits.maximumMinutes
    let allowed = "\(text(minutes: least)) to \(text(minutes: most)) are allowed"
    let detail = "\(text(minutes: paid)) of paid time; \(allowed)"
    // where the least is above the most, both are missed
    return [paid - most, least - paid].filter { $0 > 0 }.prefix(person.hoursPrice == nil ? 1 : 2)
      .map {
        Miss(date: nil, units: Double($0) / 60, price: person.hoursPrice, detail: detail)
      }
  }
}
