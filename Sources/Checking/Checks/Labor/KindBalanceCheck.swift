import Workforce

/// Shifts of two kinds are about as many in a period.
enum KindBalanceCheck: LaborCheck {
  static let name = "kind balance"

  private struct Balance {
    var one: String
    var other: String
    var most: Int
    var weeks: Int
  }

  static func misses(of person: CheckedPerson, in week: CheckedWeek) -> [Miss] {
    person.facts.labor.inForce(on: week.frame.week.monday) { rule -> Balance? in
      guard case .kindBalance(let one, let other, let most, let weeks) = rule else { return nil }
      return Balance(one: one, other: other, most: most, weeks: max(1, weeks))
    }.compactMap { entry in
      let (one, other) = (entry.value.one, entry.value.other)
      let past = person.labor.past(ofWeeks: entry.value.weeks)
      let all = past + person.labor.shifts
      let (ones, others) = (all.count { $0.isOne(of: [one]) }, all.count { $0.isOne(of: [other]) })
      let before = past.count { $0.isOne(of: [one]) } - past.count { $0.isOne(of: [other]) }
      let limits = Limits(least: nil, most: entry.value.most)
      let units = missed(abs(ones - others), limits, past: abs(before))
      guard units > 0 else { return nil }
      return Miss(
        date: nil,
        units: Double(units),
        price: entry.price,
        detail: "\(counted(ones, "shift")) of \(one) and \(others) of \(other) in "
          + "\(counted(entry.value.weeks, "week")); a difference of \(entry.value.most) is allowed"
      )
    }
  }
}
