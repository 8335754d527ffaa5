extension BacktestResult {
  /// Contacts that came and that were expected in a week in which almost nothing came; `nil`
  /// otherwise.
  ///
  /// As with a dead tail of a history, almost nothing is at most a tenth of what every method
  /// expected, where that is at least 30 contacts on at least five judged days.
  public func almostNothing(in week: BacktestWeek) -> (came: Double, expected: Double)? {
    let judged = week.forecasts.compactMap { forecast in
      forecast.intervals.last?.filter { $0.actual != nil }
    }
    let expected = judged.map { $0.reduce(0) { $0 + $1.mean } }.min() ?? 0
    guard let first = judged.first, expected >= 30 else { return nil }
    let dates = Set(first.map { zone.local(at: $0.start).date })
    let came = first.reduce(0) { $0 + ($1.actual ?? 0) }
    return dates.count >= 5 && came <= 0.1 * expected ? (came, expected) : nil
  }
}
