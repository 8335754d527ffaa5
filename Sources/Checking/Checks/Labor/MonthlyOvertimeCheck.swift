import Workforce

/// Not too much overtime in the weeks of a month.
enum MonthlyOvertimeCheck: LaborCheck {
  static let name = "monthly overtime"

  static func misses(of person: CheckedPerson, in week: CheckedWeek) -> [Miss] {
    person.facts.labor.inForce(on: week.frame.week.monday) { rule -> Duration? in
      guard case .monthlyOvertime(let most) = rule else { return nil }
      return most
    }.compactMap { entry in
      let past = overtime(of: person, before: week.frame.week)
      let overtime = past + person.overtimeMinutes
      let limits = Limits(least: nil, most: entry.value.wholeMinutes)
      let units = missed(overtime, limits, past: past)
      guard units > 0 else { return nil }
      return Miss(
        date: nil,
        units: Double(units) / 60,
        price: entry.price,
        detail: "\(text(minutes: overtime)) of overtime in the month; "
          + "at most \(text(entry.value)) allowed"
      )
    }
  }

  /// Overtime of the weeks before whose Thursday lies in the month of the week's.
  private static func overtime(of person: CheckedPerson, before week: ISOWeek) -> Int {
    let usual = Int(
      (person.contract.overtimeAfter.inMinutes * person.facts.employee.fullTimeEquivalent.value)
        .rounded()
    )
    var sum = 0
    var earlier = week.adding(weeks: -1)
    while month(of: earlier) == month(of: week) {
      let shifts = person.labor.past.filter { ISOWeek(containing: $0.date) == earlier }
      sum += max(0, shifts.reduce(0) { $0 + $1.paidMinutes } - usual)
      earlier = earlier.adding(weeks: -1)
    }
    return sum
  }

  private static func month(of week: ISOWeek) -> [Int] {
    let thursday = week.monday.adding(days: 3).components
    return [thursday.year, thursday.month]
  }
}
