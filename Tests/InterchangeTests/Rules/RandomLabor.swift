import Workforce

/// Labor rules at random, no two of one topic and one rank.
struct RandomLabor {
  private var stream: RandomStream
  private let kinds = ["early", "late shift", "night"]

  init(seed: UInt64) { stream = RandomStream(seed: seed, name: "labor") }

  /// Up to so many entries for the people of `RichScenario`.
  mutating func entries(_ count: Int) -> [RuleEntry] {
    var entries: [RuleEntry] = []
    for _ in 0..<count {
      let entry = entry()
      let rank = rank(entry.scope)
      guard
        !entries.contains(where: {
          $0.rule.topic == entry.rule.topic && self.rank($0.scope) == rank
        })
      else { continue }
      entries.append(entry)
    }
    return entries
  }

  private func rank(_ scope: RuleScope) -> Int {
    if !scope.employees.isEmpty { return 3 }
    return scope.teams.isEmpty ? (scope.contracts.isEmpty ? 0 : 1) : 2
  }

  private mutating func entry() -> RuleEntry {
    let scopes = [
      RuleScope(), RuleScope(contracts: ["students"]), RuleScope(teams: ["red"]),
      RuleScope(employees: ["Ünal", "E,01"]),
      RuleScope(contracts: ["full_time"], teams: ["red"], employees: ["E,01"]),
    ]
    let from = LocalDate("2026-01-01")?.adding(days: stream.below(400))
    let hasFrom = stream.below(3) == 0
    let hasUntil = stream.below(3) == 0
    return RuleEntry(
      rule(stream.below(21)),
      scope: scopes[stream.below(scopes.count)],
      from: hasFrom ? from : nil,
      until: hasUntil ? from?.adding(days: stream.below(100)) : nil,
      price: stream.below(3) == 0 ? Double(1 + stream.below(400)) / 4 : nil,
      source: ["", "§ 7", "agreement: \"night\", no"][stream.below(3)]
    )
  }

  private mutating func rule(_ index: Int) -> LaborRule {
    switch index {
    case 0: return .minimumRest(hours(24))
    case 1: return .restBetween(after: some(), before: some(), hours(24))
    case 2: return .weeklyRest(hours(168))
    case 3: return .startChange(hours(24))
    case 4: return .kindRun(some(), most: stream.below(8))
    case 5: return .restAfter(some(), days: 1 + stream.below(5))
    case 6: return .kindOrder(after: some(), never: some())
    case 7: return .wholeWeekends
    case 8: return .weekendsInARow(most: stream.below(5))
    case 9: return .weekends(most: stream.below(5), weeks: 1 + stream.below(52))
    case 10:
      return .kindBalance("early", "night", most: stream.below(9), weeks: 1 + stream.below(52))
    case 11: return .monthlyOvertime(most: hours(60))
    case 12:
      return .mealBreak(over: hours(12), by: hours(12), least: .minutes(5 + stream.below(60)))
    case 13: return .startWindow(window(), weekdays: weekdays())
    default: return bounded(index)
    }
  }

  private mutating func bounded(_ index: Int) -> LaborRule {
    let days = bounds(1 + stream.below(3), stream.below(4))
    let times = bounds(hours(10), hours(10), sum: +)
    let weeks = 1 + stream.below(52)
    switch index {
    case 14: return .workRun(least: days.least, most: days.most)
    case 15: return .freeRun(least: days.least, most: days.most)
    case 16: return .weeklyDays(least: days.least, most: days.most)
    case 17: return .kindCount(some(), least: days.least, most: days.most, weeks: weeks)
    case 18: return .weeklyHours(least: times.least, most: times.most)
    case 19: return .periodHours(least: times.least, most: times.most, weeks: weeks)
    default: return .shiftHours(least: times.least, most: times.most)
    }
  }

  private mutating func bounds(_ low: Int, _ more: Int) -> (least: Int?, most: Int?) {
    bounds(low, more, sum: +)
  }

  /// A least, a most at or above it, or both.
  private mutating func bounds<Value>(_ low: Value, _ more: Value, sum: (Value, Value) -> Value)
    -> (
      least: Value?, most: Value?
    )
  {
    let which = stream.below(3)
    return (which == 1 ? nil : low, which == 2 ? nil : sum(low, more))
  }

  /// Quarters of an hour.
  private mutating func hours(_ most: Int) -> Duration { .minutes(15 * stream.below(4 * most + 1)) }

  private mutating func some() -> [String] {
    let first = stream.below(3)
    return stream.below(2) == 0 ? [kinds[first]] : [kinds[first], kinds[(first + 1) % 3]]
  }

  private mutating func window() -> ClockWindow {
    let times = [stream.below(1440), stream.below(1441)].compactMap { ClockTime(minutes: $0) }
    return ClockWindow(start: times[0], end: times[1])
  }

  private mutating func weekdays() -> [Weekday] {
    Weekday.allCases.filter { _ in stream.below(3) == 0 }
  }
}
