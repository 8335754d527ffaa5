import Workforce

/// The week's paid time lies between the contract's limits, adjusted for the week.
enum WeeklyHoursCheck: PersonCheck {
  static let name = "weekly hours"

  static func findings(on person: CheckedPerson, in week: CheckedWeek) -> [Finding] {
    let paid = person.paidMinutes
    let least = person.limits.minimumMinutes
    let most = person.limits.maximumMinutes
    guard paid > most || (paid < least && person.mustWork) else { return [] }
    let allowed = "\(text(minutes: least)) to \(text(minutes: most)) are allowed"
    return [Finding(date: nil, detail: "\(text(minutes: paid)) of paid time; \(allowed)")]
  }
}
