import Workforce

/// Neither too few nor too many shifts of a period are of certain kinds.
enum KindCountCheck: LaborCheck {
  static let name = "kind count"

  private struct Period {
    var kinds: [String]
    var limits: Limits<Int>
    var weeks: Int
  }

  static func misses(of person: CheckedPerson, in week: CheckedWeek) -> [Miss] {
    person.facts.labor.inForce(on: week.frame.week.monday) { rule -> Period? in
      guard case .kindCount(let kinds, let least, let most, let weeks) = rule else { return nil }
      return Period(kinds: kinds, limits: Limits(least: least, most: most), weeks: weeks)
    }.compactMap { entry in
      let (kinds, weeks) = (entry.value.kinds, max(1, entry.value.weeks))
      let past = person.labor.past(ofWeeks: weeks).count { $0.isOne(of: kinds) }
      let count = past + person.labor.shifts.count { $0.isOne(of: kinds) }
      var limits = entry.value.limits
      if !isEmployed(person, throughWeeks: weeks) { limits.least = nil }
      let units = missed(count, limits, past: past)
      guard units > 0 else { return nil }
      return Miss(
        date: nil,
        units: Double(units),
        price: entry.price,
        detail: "\(counted(count, "shift")) of \(kinds.joined(separator: " or ")) in "
          + "\(counted(weeks, "week")); \(words(entry.value.limits))"
      )
    }
  }

  private static func isEmployed(_ person: CheckedPerson, throughWeeks weeks: Int) -> Bool {
    let labor = person.labor
    return [labor.monday - 7 * (weeks - 1), labor.sunday].allSatisfy {
      person.facts.isEmployed(on: LocalDate(daysSinceEpoch: $0))
    }
  }
}
