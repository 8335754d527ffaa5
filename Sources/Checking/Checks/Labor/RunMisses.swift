import Workforce

/// Judges runs of dates by their least and most.
struct RunMisses {
  let person: CheckedPerson
  let entry: Bound<Limits<Int>>
  /// What dates of a run are called, in the singular.
  let noun: String
  /// True for dates without a shift: then a blank one lifts the most.
  let isFree: Bool

  func misses(_ run: DateRun) -> [Miss] {
    var limits = entry.value
    if isFree, (run.first...run.last).contains(where: isBlank) { limits.most = nil }
    if isOpen(run) { limits.least = nil }
    let monday = person.labor.monday
    let units = missed(run.count, limits, past: run.count(before: monday))
    guard units > 0 else { return [] }
    let isShort = run.count < (limits.least ?? 0)
    let day = isShort ? run.last : run.first + max(limits.most ?? 0, run.count(before: monday))
    return [
      Miss(
        date: LocalDate(daysSinceEpoch: max(monday, day)),
        units: Double(units),
        price: entry.price,
        detail: "\(counted(run.count, noun)) in a row \(run.words); \(words(entry.value))"
      )
    ]
  }

  /// True for a run that may be longer than it looks.
  private func isOpen(_ run: DateRun) -> Bool {
    let labor = person.labor
    return run.last == labor.sunday || (run.first == labor.monday && labor.past.isEmpty)
      || (run.first - 1...run.last + 1).contains(where: isBlank)
  }

  private func isBlank(_ day: Int) -> Bool {
    person.facts.isBlank(LocalDate(daysSinceEpoch: day))
  }
}
