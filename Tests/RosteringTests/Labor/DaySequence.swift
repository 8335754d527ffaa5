/// Rules on a sequence of days as they are stated, judged by reading it day by day with nothing kept in
/// between; days are 0 (off), 1 (early) or 2 (late).
struct DaySequence {
  /// One rule with its price per unit; `nil` where it is hard.
  enum Rule: Sendable {
    case work(least: Int, most: Int)
    case free(least: Int, most: Int)
    case kind(Int, most: Int)
    case rest(after: Int, days: Int)
    case order(after: Int, never: Int)
    case count(Int, least: Int, most: Int)
    case balance(most: Int)
    case whole([Int])
    case limit([Int])
    case pattern([Int?])
  }

  /// Days before the first, the last of them the one before it.
  let past: [Int]
  /// Whether each day is a blank one, those of the past first.
  let blanks: [Bool]

  /// Units by which the days, those of the past first, miss a rule.
  func missed(_ rule: Rule, by days: [Int]) -> Int {
    switch rule {
    case .work(let least, let most): runs(days, least, most) { $0 > 0 }
    case .free(let least, let most): runs(days, least, most) { $0 == 0 }
    case .kind(let kind, let most): runs(days, 0, most) { $0 == kind }
    case .rest(let kind, let least): rests(days, kind, least)
    case .order(let after, let never):
      days.indices.count {
        $0 >= max(1, past.count) && days[$0] == never && days[$0 - 1] == after
      }
    case .count(let kind, let least, let most):
      max(0, days.count { $0 == kind } - max(most, past.count { $0 == kind }))
        + max(0, least - days.count { $0 == kind })
    case .balance(let most): max(0, abs(difference(days)) - max(most, abs(difference(past))))
    case .whole(let dates):
      dates.contains { (days[past.count + $0] > 0) != (days[past.count + dates[0]] > 0) } ? 1 : 0
    case .limit(let dates): dates.contains { days[past.count + $0] > 0 } ? 1 : 0
    case .pattern(let asked):
      zip(days[past.count...], asked).count { day, asked in asked.map { $0 != day } ?? false }
    }
  }

  private func difference(_ days: [Int]) -> Int {
    days.count { $0 == 1 } - days.count { $0 == 2 }
  }

  private func rests(_ days: [Int], _ kind: Int, _ least: Int) -> Int {
    var missed = 0
    for day in past.count..<days.count where days[day] > 0 && days[day] != kind {
      guard let last = days[..<day].lastIndex(where: { $0 > 0 }), days[last] == kind else {
        continue
      }
      missed += max(0, least - (day - last - 1))
    }
    return missed
  }

  private func runs(_ days: [Int], _ least: Int, _ most: Int, _ isIn: (Int) -> Bool) -> Int {
    let lastPast = past.lastIndex { $0 > 0 }
    var (missed, first) = (0, 0)
    while first < days.count {
      guard isIn(days[first]) else {
        first += 1
        continue
      }
      let end = days[first...].firstIndex { !isIn($0) } ?? days.count
      // without a past shift nothing is known before the first day
      let start = lastPast == nil ? max(first, past.count) : first
      if end > start, end >= past.count {
        missed += units(start..<end, days, least, most, isKnown: lastPast != nil)
      }
      first = end
    }
    return missed
  }

  private func units(
    _ run: Range<Int>,
    _ days: [Int],
    _ least: Int,
    _ most: Int,
    isKnown: Bool
  ) -> Int {
    let pastPart = max(0, past.count - run.lowerBound)
    let holdsBlank = run.contains { blanks[$0] }
    let isBesideBlank =
      run.lowerBound > 0 && blanks[run.lowerBound - 1]
      || run.upperBound < days.count && blanks[run.upperBound]
    let isFirst = !isKnown && run.lowerBound <= past.count
    let isOpen = run.upperBound == days.count || isFirst || holdsBlank || isBesideBlank
    let isFree = days[run.lowerBound] == 0
    let many = isFree && holdsBlank ? 0 : max(0, run.count - max(most, pastPart))
    return many + (isOpen ? 0 : max(0, least - run.count))
  }
}
