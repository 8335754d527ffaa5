import Workforce

/// The week's number of shifts lies between the contract's limits, adjusted for the week.
enum WorkingDaysCheck: PersonCheck {
  static let name = "working days"

  static func findings(on person: CheckedPerson, in week: CheckedWeek) -> [Finding] {
    let shifts = person.shifts.count
    let least = person.limits.minimumDays
    let most = person.limits.maximumDays
    guard shifts > most || (shifts < least && person.mustWork) else { return [] }
    let given = counted(shifts, "shift")
    return [Finding(date: nil, detail: "\(given); \(least) to \(most) are allowed")]
  }
}
