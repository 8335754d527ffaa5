/// Checks a roster against a nurse instance and recomputes its cost; knows nothing of the engine.
struct NrpChecker {
  let instance: NrpInstance

  /// What the checker found.
  struct Verdict: Hashable, Sendable, Encodable {
    /// Broken rules in words, by person and date.
    let broken: [String]
    /// Weights of requests that were not granted.
    let requests: Int
    /// Weights of people too few.
    let under: Int
    /// Weights of people too many.
    let over: Int

    var cost: Int { requests + under + over }
  }

  /// The verdict on a roster.
  func verdict(on roster: NrpRoster) -> Verdict {
    var broken: [String] = []
    for (person, row) in zip(instance.people, roster.days) {
      broken += (totals(person, row) + days(person, row) + runs(person, row))
        .map { "employee \(person.name): \($0)" }
    }
    let missed = instance.wanted.filter { roster.days[$0.person][$0.day] != $0.kind }
    let unwelcome = instance.unwanted.filter { roster.days[$0.person][$0.day] == $0.kind }
    var (under, over) = (0, 0)
    for cover in instance.cover {
      let count = roster.days.count { $0[cover.day] == cover.kind }
      under += max(0, cover.required - count) * cover.underWeight
      over += max(0, count - cover.required) * cover.overWeight
    }
    return Verdict(
      broken: broken,
      requests: (missed + unwelcome).reduce(0) { $0 + $1.weight },
      under: under,
      over: over
    )
  }

  /// Minutes, shifts of each kind, weekends.
  private func totals(_ person: NrpInstance.Person, _ row: [Int]) -> [String] {
    var broken: [String] = []
    let minutes = row.reduce(0) { $0 + ($1 < 0 ? 0 : instance.kinds[$1].minutes) }
    if minutes > person.mostMinutes {
      broken.append("\(minutes) minutes, at most \(person.mostMinutes)")
    }
    if minutes < person.leastMinutes {
      broken.append("\(minutes) minutes, at least \(person.leastMinutes)")
    }
    for (kind, most) in person.mostOfKind.enumerated() {
      let count = row.count { $0 == kind }
      if count > most {
        broken.append("\(count) shifts \(instance.kinds[kind].name), at most \(most)")
      }
    }
    let weeks = Set(row.indices.filter { NrpInstance.isWeekend($0) && row[$0] >= 0 }.map { $0 / 7 })
    if weeks.count > person.mostWeekends {
      broken.append("\(weeks.count) weekends with work, at most \(person.mostWeekends)")
    }
    return broken
  }

  /// Days off and shifts that may not follow each other.
  private func days(_ person: NrpInstance.Person, _ row: [Int]) -> [String] {
    var broken = person.daysOff.filter { row[$0] >= 0 }.map { "day \($0) must be off" }
    for day in row.indices.dropFirst() where row[day - 1] >= 0 && row[day] >= 0 {
      let (earlier, later) = (instance.kinds[row[day - 1]], instance.kinds[row[day]])
      if earlier.forbiddenNext.contains(row[day]) {
        broken.append("day \(day): shift \(later.name) cannot follow \(earlier.name)")
      }
    }
    return broken
  }

  /// Runs of shifts and of days off; those that touch an end may go on outside.
  private func runs(_ person: NrpInstance.Person, _ row: [Int]) -> [String] {
    var broken: [String] = []
    var first = 0
    while first < row.count {
      let isWork = row[first] >= 0
      let end = row[first...].firstIndex { ($0 >= 0) != isWork } ?? row.count
      let (length, isInside) = (end - first, first > 0 && end < row.count)
      if isWork, length > person.mostConsecutive {
        broken.append(
          "day \(first): \(length) shifts in a row, at most \(person.mostConsecutive)"
        )
      }
      if isWork, isInside, length < person.leastConsecutive {
        broken.append(
          "day \(first): \(length) shifts in a row, at least \(person.leastConsecutive)"
        )
      }
      if !isWork, isInside, length < person.leastDaysOff {
        broken.append(
          "day \(first): \(length) days off in a row, at least \(person.leastDaysOff)"
        )
      }
      first = end
    }
    return broken
  }
}
