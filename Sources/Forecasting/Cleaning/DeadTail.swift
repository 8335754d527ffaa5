public import Workforce

/// Finds the date from which a history is dead: weeks of zeros or near-zeros at its end, as when
/// an export went on after the source had stopped.
public enum DeadTail {
  /// The first date of the dead tail; `nil` when the history is alive to its end.
  ///
  /// Near zero is below a tenth of the weekdays' usual levels, the 90 % quantiles of their totals.
  /// The tail begins with the first near-zero day of the last run of five-day windows that are
  /// each near zero as a whole; it counts when at least 30 contacts would have been usual in it.
  /// `days` are the open days with records, ascending.
  public static func start(
    of days: [(date: LocalDate, weekday: Weekday, total: Double)]
  ) -> LocalDate? {
    let levels = Weekday.allCases.map { weekday in
      let totals = days.filter { $0.weekday == weekday }.map(\.total).sorted()
      return totals.isEmpty ? 0 : quantile(0.9, ofSorted: totals)
    }
    let usual = days.map { levels[$0.weekday.rawValue - 1] }
    var first = days.count
    while first >= 1, isNearZero(days, usual, (first - 1)..<min(first + 4, days.count)) {
      first -= 1
    }
    while first < days.count, days[first].total >= 0.1 * usual[first] { first += 1 }
    guard days.count - first >= 5, usual[first...].reduce(0, +) >= 30 else { return nil }
    return days[first].date
  }

  private static func isNearZero(
    _ days: [(date: LocalDate, weekday: Weekday, total: Double)],
    _ usual: [Double],
    _ window: Range<Int>
  ) -> Bool {
    days[window].reduce(0) { $0 + $1.total } <= 0.1 * usual[window].reduce(0, +)
  }
}
