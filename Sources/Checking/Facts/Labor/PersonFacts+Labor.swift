import Workforce

extension PersonFacts {
  /// True on dates of absence, outside employment, or closed by the calendar.
  func isBlank(_ date: LocalDate) -> Bool {
    if !isEmployed(on: date) || labor.closedDates.contains(date) { return true }
    let (midnight, next) = (zone.startOfDay(date), zone.startOfDay(date.adding(days: 1)))
    return absences.contains { $0.from <= midnight && $0.until >= next }
  }

  /// The contract, with the numbers of the entries in force for a week's hours and days.
  func weeklyContract(on monday: LocalDate) -> WeeklyContract {
    let hours = labor.inForce(on: monday) { rule -> Limits<Duration>? in
      guard case .weeklyHours(let least, let most) = rule else { return nil }
      return Limits(least: least, most: most)
    }.first
    let days = labor.inForce(on: monday) { rule -> Limits<Int>? in
      guard case .weeklyDays(let least, let most) = rule else { return nil }
      return Limits(least: least, most: most)
    }.first
    var settings = contract.settings
    if let least = hours?.value.least { settings.minimumWeeklyHours = least }
    if let most = hours?.value.most { settings.maximumWeeklyHours = most }
    if let least = days?.value.least { settings.minimumDays = least }
    if let most = days?.value.most { settings.maximumDays = most }
    return WeeklyContract(settings: settings, hoursPrice: hours?.price, daysPrice: days?.price)
  }
}

/// What a person's contract comes to in a week.
struct WeeklyContract {
  let settings: ContractSettings
  /// Price of an hour missed; `nil` where hours must be kept.
  let hoursPrice: Double?
  /// Price of a shift missed; `nil` where days must be kept.
  let daysPrice: Double?
}
