import Workforce

/// Says which last intervals of the day seem to cover less time than the others.
///
/// A row of half-hours up to 21:00 in a center that closes at 21:05 ends in an interval with a
/// sixth of the contacts of the one before.
struct PartialIntervals {
  var hours: OpeningHours
  var days: [OpeningInference.Day]
  var stepMinutes: Int

  /// Below this share of the interval before, the last one is called partial.
  private static let share = 0.4
  /// The interval before must not fall off itself, or the day just ends slowly.
  private static let steady = 0.6

  var notes: [Diagnostic] {
    let found = Weekday.allCases.compactMap { weekday in
      hours.windows(on: weekday).last.flatMap { partial(weekday, $0) }
    }
    guard let first = found.first else { return [] }
    let names = found.map(\.weekday.abbreviation).joined(separator: " ")
    let percent = Int((first.share * 100).rounded())
    let minutes = max(1, Int((first.share * Double(stepMinutes)).rounded()))
    return [
      BareSeries.note(
        "the last interval of the day (\(names), \(first.start)) holds \(percent) % of the contacts"
          + " of the one before: it is taken as partial, open for about \(minutes) of its"
          + " \(stepMinutes) minutes"
      )
    ]
  }

  private func partial(
    _ weekday: Weekday,
    _ window: ClockWindow
  ) -> (weekday: Weekday, start: ClockTime, share: Double)? {
    guard !window.crossesMidnight, window.end.minutes - window.start.minutes >= 3 * stepMinutes,
      window.end.minutes < 1440,
      let start = ClockTime(minutes: window.end.minutes - stepMinutes)
    else { return nil }
    let last = start.minutes / stepMinutes
    let own = days.filter { $0.date.weekday == weekday }
    let sums = (last - 2...last).map { cell in own.reduce(0) { $0 + $1.counts[cell] } }
    guard sums[1] >= Self.steady * sums[0], sums[1] >= 5 * Double(own.count), sums[2] > 0,
      sums[2] < Self.share * sums[1]
    else { return nil }
    return (weekday, start, sums[2] / sums[1])
  }
}
