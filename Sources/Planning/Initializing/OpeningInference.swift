import Workforce

/// When a center is open, read off from when contacts come.
///
/// A weekday is open when half of its dates have contacts and its mean is at least 2 % of the
/// busiest weekday's. A window grows outward from its busiest interval as long as the next hour
/// has contacts on a tenth of the dates, at least two; so a handful of stray contacts does not
/// widen it. Windows of 23 hours and more are whole days.
struct OpeningInference {
  /// Counts of a date by interval of the wall clock.
  struct Day {
    var date: LocalDate
    var counts: [Double]
    var total: Double { counts.reduce(0, +) }
  }

  let stepMinutes: Int
  /// Dates from the first to the last with contacts, none left out.
  let days: [Day]

  /// The opening hours; no window at all for a history without contacts.
  var openingHours: OpeningHours {
    let found = harmonized(withoutNights(Weekday.allCases.map { edges(of: $0) }))
    let isEndless = found.filter { $0 == [0..<1440] }.count >= 5 && found.allSatisfy { !$0.isEmpty }
    let windows = found.map { ranges in
      (isEndless ? [0..<1440] : ranges).compactMap { range -> ClockWindow? in
        let end = range.upperBound > 1440 ? range.upperBound - 1440 : range.upperBound
        guard let from = ClockTime(minutes: range.lowerBound), let to = ClockTime(minutes: end)
        else { return nil }
        return ClockWindow(start: from, end: to)
      }
    }
    return OpeningHours(windows: windows)
  }

  private func dates(_ weekday: Weekday) -> [Day] {
    days.filter { $0.date.weekday == weekday }
  }

  private func mean(_ weekday: Weekday) -> Double {
    let own = dates(weekday)
    return own.isEmpty ? 0 : own.reduce(0) { $0 + $1.total } / Double(own.count)
  }

  private func isOpen(_ weekday: Weekday) -> Bool {
    let own = dates(weekday)
    let busiest = Weekday.allCases.map { mean($0) }.max() ?? 0
    return own.filter { $0.total > 0 }.count * 2 >= own.count && mean(weekday) > 0.02 * busiest
  }

  /// Windows in minutes from the weekday's midnight, ascending; none when closed.
  ///
  /// Each holds at least 5 % of the contacts and has an hour without regular contacts around it.
  private func edges(of weekday: Weekday) -> [Range<Int>] {
    guard isOpen(weekday) else { return [] }
    let own = dates(weekday)
    let sums = (0..<1440 / stepMinutes).map { cell in own.reduce(0) { $0 + $1.counts[cell] } }
    var rest = sums
    var windows: [Range<Int>] = []
    for _ in 0..<6 where windows.count < 3 {
      guard let peak = rest.indices.max(by: { rest[$0] < rest[$1] }), rest[peak] > 0 else { break }
      let taken = windows.map { $0.lowerBound / stepMinutes..<$0.upperBound / stepMinutes }
      let window = window(own, around: peak, besides: taken)
      let share = rest[window].reduce(0, +)
      for cell in window { rest[cell] = 0 }
      guard share >= 0.05 * sums.reduce(0, +) else { continue }
      windows.append(window.lowerBound * stepMinutes..<window.upperBound * stepMinutes)
    }
    if windows.contains(where: { $0.count >= 23 * 60 }) { return [0..<1440] }
    return windows.sorted { $0.lowerBound < $1.lowerBound }
  }

  private func window(
    _ own: [Day],
    around peak: Int,
    besides taken: [Range<Int>]
  ) -> Range<Int> {
    let hour = 60 / stepMinutes
    let low = taken.map(\.upperBound).filter { $0 <= peak }.max() ?? 0
    let high = taken.map(\.lowerBound).filter { $0 > peak }.min() ?? 1440 / stepMinutes
    var first = peak
    while first > low, isRegular(own, max(low, first - hour)..<first) { first -= 1 }
    var end = peak + 1
    while end < high, isRegular(own, end..<min(high, end + hour)) { end += 1 }
    return first..<end
  }

  /// Gives a window that begins at midnight, up to eight hours long, to the day before when that
  /// day is open until midnight.
  private func withoutNights(_ edges: [[Range<Int>]]) -> [[Range<Int>]] {
    var result = edges
    for day in edges.indices {
      let next = (day + 1) % 7
      guard let evening = edges[day].last, evening.upperBound == 1440, evening.lowerBound > 0,
        let night = edges[next].first, night.lowerBound == 0, night.count <= 8 * 60
      else { continue }
      result[day][result[day].count - 1] = evening.lowerBound..<1440 + night.upperBound
      result[next].removeFirst()
    }
    return result
  }

  private func isRegular(_ own: [Day], _ cells: Range<Int>) -> Bool {
    let busy = own.filter { day in cells.contains { day.counts[$0] > 0 } }.count
    let open = own.filter { $0.total > 0 }.count
    return busy >= max(1, min(2, open)) && busy * 10 >= open
  }

  /// Gives the working days the same start and end where they differ by an hour at most.
  private func harmonized(_ edges: [[Range<Int>]]) -> [[Range<Int>]] {
    let working = edges[0..<5].filter { $0.count == 1 }.map { $0[0] }
    guard let start = mostCommon(working.map(\.lowerBound), earliest: true),
      let end = mostCommon(working.map(\.upperBound), earliest: false)
    else { return edges }
    return edges.enumerated().map { index, ranges in
      guard index < 5, ranges.count == 1, let range = ranges.first else { return ranges }
      let low = abs(range.lowerBound - start) <= 60 ? start : range.lowerBound
      let high = abs(range.upperBound - end) <= 60 ? end : range.upperBound
      return [low..<high]
    }
  }

  private func mostCommon(_ values: [Int], earliest: Bool) -> Int? {
    let counts = values.map { value in values.filter { $0 == value }.count }
    guard let most = counts.max() else { return nil }
    let best = zip(values, counts).filter { $0.1 == most }.map(\.0)
    return earliest ? best.min() : best.max()
  }
}
