import Workforce

/// After shifts of certain kinds some dates are free before any other shift.
enum RestAfterCheck: LaborCheck {
  static let name = "rest after"

  private struct Rest {
    var kinds: [String]
    var days: Int
  }

  static func misses(of person: CheckedPerson, in week: CheckedWeek) -> [Miss] {
    person.facts.labor.inForce(on: week.frame.week.monday) { rule -> Rest? in
      guard case .restAfter(let kinds, let days) = rule else { return nil }
      return Rest(kinds: kinds, days: days)
    }.flatMap { entry in
      let shifts = person.labor.all
      return zip(shifts, shifts.dropFirst()).compactMap { earlier, later -> Miss? in
        let (kinds, days) = (entry.value.kinds, entry.value.days)
        guard !later.isPast, earlier.isOne(of: kinds), !later.isOne(of: kinds) else { return nil }
        let free = max(0, later.date.daysSinceEpoch - earlier.date.daysSinceEpoch - 1)
        guard free < days else { return nil }
        return Miss(
          date: later.date,
          units: Double(days - free),
          price: entry.price,
          detail: "\(counted(free, "free date")) after \(kinds.joined(separator: " or ")) on "
            + "\(earlier.date); at least \(days) required"
        )
      }
    }
  }
}
