import Workforce

/// The week's number of shifts lies between the contract's limits, or an entry's, adjusted for the
/// week.
enum WorkingDaysCheck: LaborCheck {
  static let name = "working days"

  static func misses(of person: CheckedPerson, in week: CheckedWeek) -> [Miss] {
    let shifts = person.shifts.count
    let least = person.limits.minimumDays
    let most = person.limits.maximumDays
    let detail = "\(counted(shifts, "shift")); \(least) to \(most) are allowed"
    // where the least is above the most, both are missed
    return [shifts - most, least - shifts].filter { $0 > 0 }
      .prefix(person.daysPrice == nil ? 1 : 2)
      .map { Miss(date: nil, units: Double($0), price: person.daysPrice, detail: detail) }
  }
}
