import Workforce

/// Neither too few nor too many dates in a row are without a shift.
enum FreeRunCheck: LaborCheck {
  static let name = "free run"

  static func misses(of person: CheckedPerson, in week: CheckedWeek) -> [Miss] {
    person.facts.labor.inForce(on: week.frame.week.monday) { rule -> Limits<Int>? in
      guard case .freeRun(let least, let most) = rule else { return nil }
      return Limits(least: least, most: most)
    }.flatMap { entry in
      let judge = RunMisses(
        person: person,
        entry: entry,
        noun: "free date",
        isFree: true
      )
      return person.labor.runs(from: person.labor.firstKnown) { !person.labor.isWorked($0) }
        .flatMap(judge.misses)
    }
  }
}
