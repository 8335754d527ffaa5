import Workforce

/// The paid time of a period lies between limits, less for blank dates.
enum PeriodHoursCheck: LaborCheck {
  static let name = "period hours"

  private struct Period {
    var limits: Limits<Duration>
    var weeks: Int
  }

  static func misses(of person: CheckedPerson, in week: CheckedWeek) -> [Miss] {
    person.facts.labor.inForce(on: week.frame.week.monday) { rule -> Period? in
      guard case .periodHours(let least, let most, let weeks) = rule else { return nil }
      return Period(limits: Limits(least: least, most: most), weeks: max(1, weeks))
    }.compactMap { entry in
      let weeks = entry.value.weeks
      let limits = Limits(
        least: entry.value.limits.least.map { scaled($0, person, weeks: weeks) },
        most: entry.value.limits.most.map { scaled($0, person, weeks: weeks) }
      )
      let past = person.labor.past(ofWeeks: weeks).reduce(0) { $0 + $1.paidMinutes }
      let paid = past + person.paidMinutes
      let units = missed(paid, limits, past: past)
      guard units > 0 else { return nil }
      return Miss(
        date: nil,
        units: Double(units) / 60,
        price: entry.price,
        detail: "\(text(minutes: paid)) of paid time in \(counted(weeks, "week")); "
          + words(minutes: limits)
      )
    }
  }

  /// Whole minutes of a limit for the person's working time and the dates that are not blank.
  private static func scaled(_ time: Duration, _ person: CheckedPerson, weeks: Int) -> Int {
    let first = person.labor.monday - 7 * (weeks - 1)
    let days = (first...person.labor.sunday).count {
      !person.facts.isBlank(LocalDate(daysSinceEpoch: $0))
    }
    let full = time.inMinutes * person.facts.employee.fullTimeEquivalent.value
    return Int((full * Double(days) / Double(7 * weeks)).rounded())
  }
}
