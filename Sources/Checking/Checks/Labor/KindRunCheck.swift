import Workforce

/// Not too many dates in a row have shifts of certain kinds.
enum KindRunCheck: LaborCheck {
  static let name = "kind run"

  private struct Run {
    var kinds: [String]
    var most: Int
  }

  static func misses(of person: CheckedPerson, in week: CheckedWeek) -> [Miss] {
    person.facts.labor.inForce(on: week.frame.week.monday) { rule -> Run? in
      guard case .kindRun(let kinds, let most) = rule else { return nil }
      return Run(kinds: kinds, most: most)
    }.flatMap { entry -> [Miss] in
      let shifts = person.labor.all.filter { $0.isOne(of: entry.value.kinds) }
      let days = Set(shifts.map(\.date.daysSinceEpoch))
      return person.labor.runs(from: person.labor.firstKnown, where: days.contains)
        .compactMap { miss($0, entry, monday: person.labor.monday) }
    }
  }

  private static func miss(_ run: DateRun, _ entry: Bound<Run>, monday: Int) -> Miss? {
    let most = entry.value.most
    let before = run.count(before: monday)
    let units = missed(run.count, Limits(least: nil, most: most), past: before)
    guard units > 0 else { return nil }
    let kinds = entry.value.kinds.joined(separator: " or ")
    return Miss(
      date: LocalDate(daysSinceEpoch: run.first + max(most, before)),
      units: Double(units),
      price: entry.price,
      detail: "\(counted(run.count, "date")) in a row of \(kinds) \(run.words); "
        + "at most \(most) allowed"
    )
  }
}
