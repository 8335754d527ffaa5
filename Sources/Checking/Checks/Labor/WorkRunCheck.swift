import Workforce

/// Neither too few nor too many dates in a row are worked.
enum WorkRunCheck: LaborCheck {
  static let name = "work run"

  static func misses(of person: CheckedPerson, in week: CheckedWeek) -> [Miss] {
    person.facts.labor.inForce(on: week.frame.week.monday) { rule -> Limits<Int>? in
      guard case .workRun(let least, let most) = rule else { return nil }
      return Limits(least: least, most: most)
    }.flatMap { entry in
      let judge = RunMisses(
        person: person,
        entry: entry,
        noun: "worked date",
        isFree: false
      )
      return person.labor.runs(from: person.labor.firstKnown, where: person.labor.isWorked)
        .flatMap(judge.misses)
    }
  }
}
