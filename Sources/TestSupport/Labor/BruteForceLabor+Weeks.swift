import Workforce

/// Rules on a week and on the weeks up to it.
extension BruteForceLabor {
  /// By how much a rule on the week is missed.
  func weekUnits(_ rule: LaborRule, _ days: [BruteForceWork?]) -> Double {
    switch rule {
    case .weeklyRest(let hours):
      return max(0, hours.inHours - longestRest(days))
    case .workRun(let least, let most):
      return runUnits(days.map { $0 != nil }, least: least, most: most, isFree: false)
    case .freeRun(let least, let most):
      let first = days.prefix(monday).firstIndex { $0 != nil } ?? monday
      let flags = days.indices.map { $0 >= first && days[$0] == nil }
      return runUnits(flags, least: least, most: most, isFree: true)
    case .kindRun(let kinds, let most):
      let wanted = bits(kinds)
      let flags = days.map { ($0?.kinds ?? 0) & wanted != 0 }
      return runUnits(flags, least: nil, most: most, isFree: false)
    case .restAfter(let kinds, let least):
      return restAfterUnits(bits(kinds), least, days)
    case .wholeWeekends:
      let dates = weekend(0).filter { !isBlank[$0] }
      let worked = dates.count { days[$0] != nil }
      return worked == 0 || worked == dates.count ? 0 : 1
    case .weekendsInARow(let most):
      var count = 0
      while count <= monday / 7, isWeekendWorked(count, days) { count += 1 }
      return Double(max(0, count - max(most, count - 1)))
    case .weekends(let most, let weeks):
      let earlier = (1..<max(1, weeks)).count { isWeekendWorked($0, days) }
      let now = isWeekendWorked(0, days) ? 1 : 0
      return Double(max(0, earlier + now - max(most, earlier)))
    default:
      return periodUnits(rule, days)
    }
  }

  private func periodUnits(_ rule: LaborRule, _ days: [BruteForceWork?]) -> Double {
    switch rule {
    case .kindCount(let kinds, let least, let most, let weeks):
      let count = count(bits(kinds), days, weeks: weeks)
      let before = count - self.count(bits(kinds), days, weeks: 1)
      let first = week.monday.adding(days: -7 * (weeks - 1))
      let isHere =
        (employee.hired ?? first) <= first && employee.leaves.map { $0 >= week.dates[6] } ?? true
      return Double(
        max(0, count - max(most ?? .max, before), isHere ? (least ?? 0) - count : 0)
      )
    case .kindBalance(let one, let other, let most, let weeks):
      let difference =
        count(bits([one]), days, weeks: weeks) - count(bits([other]), days, weeks: weeks)
      let now = count(bits([one]), days, weeks: 1) - count(bits([other]), days, weeks: 1)
      return Double(max(0, abs(difference) - max(most, abs(difference - now))))
    case .periodHours(let least, let most, let weeks):
      let first = monday - 7 * (weeks - 1)
      let there = (first..<monday + 7).count { !isBlank[$0] }
      let share = employee.fullTimeEquivalent.value * Double(there) / Double(7 * weeks)
      let paid = days[first...].reduce(0) { $0 + ($1?.paid ?? 0) }
      let before = days[first..<monday].reduce(0) { $0 + ($1?.paid ?? 0) }
      let low = least.map { Int(($0.inMinutes * share).rounded()) } ?? 0
      let high = most.map { Int(($0.inMinutes * share).rounded()) } ?? .max
      return Double(max(0, low - paid, paid - max(high, before))) / 60
    // monthly overtime needs the week's own, which is credited: judged with the limits
    default:
      return 0
    }
  }

  /// Hours by which the overtime of a month is too much, with this week's own.
  func monthlyUnits(_ most: Duration, overtime: Int, _ days: [BruteForceWork?]) -> Double {
    let usual = (contract.overtimeAfter.inMinutes * employee.fullTimeEquivalent.value).rounded()
    var before = 0
    for back in 1...5 where back * 7 <= monday {
      let (earlier, now) = (week.adding(weeks: -back).monday, week.monday)
      let months = [earlier, now].map { $0.adding(days: 3).components.month }
      guard months[0] == months[1] else { continue }
      let first = monday - 7 * back
      before += max(0, days[first..<first + 7].reduce(0) { $0 + ($1?.paid ?? 0) } - Int(usual))
    }
    return Double(max(0, before + overtime - max(most.wholeMinutes, before))) / 60
  }

  // MARK: Runs

  private func runUnits(_ flags: [Bool], least: Int?, most: Int?, isFree: Bool) -> Double {
    let knowsPast = past.contains { $0 != nil }
    var units = 0
    var first = 0
    while first < flags.count {
      guard flags[first] else {
        first += 1
        continue
      }
      var next = first
      while next < flags.count, flags[next] { next += 1 }
      let run = first..<next
      let around = max(0, first - 1)...next
      let isOpen =
        next == flags.count || (run.contains(monday) && !knowsPast)
        || around.contains { isBlank[$0] }
      let hasMost = !isFree || !run.contains { isBlank[$0] }
      if next >= monday {
        let before = max(0, min(next, monday) - first)
        if let most, hasMost { units += max(0, run.count - max(most, before)) }
        if let least, !isOpen { units += max(0, least - run.count) }
      }
      first = next
    }
    return Double(units)
  }

  private func restAfterUnits(_ kinds: Int, _ least: Int, _ days: [BruteForceWork?]) -> Double {
    var units = 0
    for day in monday..<days.count {
      guard let work = days[day], work.kinds & kinds == 0,
        let last = days[..<day].lastIndex(where: { $0 != nil }),
        let earlier = days[last], earlier.kinds & kinds != 0
      else { continue }
      units += max(0, least - (day - last - 1))
    }
    return Double(units)
  }

  /// Hours of the longest stretch of the week without a shift.
  private func longestRest(_ days: [BruteForceWork?]) -> Double {
    let end = zone.startOfDay(week.monday.adding(days: 7))
    var free = zone.startOfDay(week.monday)
    var longest = 0
    for work in days.compactMap(\.self) {
      longest = max(longest, min(work.start, end).minutes(since: free))
      free = max(free, work.end)
    }
    return Double(max(longest, end.minutes(since: free))) / 60
  }

  // MARK: Counts

  /// Positions of a weekend's dates so many weeks ago.
  private func weekend(_ back: Int) -> [Int] {
    (0..<7).filter { inputs.settings.labor.weekend.contains(week.dates[$0].weekday) }
      .map { monday - 7 * back + $0 }
  }

  private func isWeekendWorked(_ back: Int, _ days: [BruteForceWork?]) -> Bool {
    weekend(back).contains { days.indices.contains($0) && days[$0] != nil }
  }

  private func count(_ kinds: Int, _ days: [BruteForceWork?], weeks: Int) -> Int {
    days[(monday - 7 * (weeks - 1))...].count { ($0?.kinds ?? 0) & kinds != 0 }
  }
}
