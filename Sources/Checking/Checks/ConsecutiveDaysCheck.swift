import Workforce

/// Nobody works too many dates in a row, last week's included.
enum ConsecutiveDaysCheck: PersonCheck {
  static let name = "consecutive days"

  static func findings(on person: CheckedPerson, in week: CheckedWeek) -> [Finding] {
    let allowed = person.rules.maximumConsecutiveDays
    return runs(of: person, in: week).filter { $0.count > allowed }.map { run in
      let excess = max(run.lowerBound + allowed, week.frame.week.monday.daysSinceEpoch)
      let first = LocalDate(daysSinceEpoch: run.lowerBound)
      let last = LocalDate(daysSinceEpoch: run.upperBound - 1)
      let given = "\(run.count) days in a row from \(first) to \(last)"
      return Finding(
        date: LocalDate(daysSinceEpoch: excess),
        detail: "\(given); \(allowed) are allowed"
      )
    }
  }

  /// Runs of worked dates that reach into the week, as ranges of days since 1970.
  private static func runs(of person: CheckedPerson, in week: CheckedWeek) -> [Range<Int>] {
    let monday = week.frame.week.monday.daysSinceEpoch
    let past = Set(
      person.facts.pastDuties(before: week.frame.week.monday).map(\.start.date.daysSinceEpoch)
    )
    var runs: [Range<Int>] = []
    for day in Set(person.shifts.map(\.date.daysSinceEpoch)).sorted() {
      if let last = runs.last, last.upperBound == day {
        runs[runs.count - 1] = last.lowerBound..<day + 1
      } else {
        var first = day
        while first <= monday, past.contains(first - 1) { first -= 1 }
        runs.append(first..<day + 1)
      }
    }
    return runs
  }
}
