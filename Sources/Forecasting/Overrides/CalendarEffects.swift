import Workforce

extension QueueWork {
  /// Days before and after the week in which a closure or a make-up day may move its contacts:
  /// three open days after a closure, the last one before it.
  private static let reach = 14

  /// What each calendar entry of the week does to the forecast, by forecasting again without it;
  /// and what closures and make-up days near the week do to it, where they do anything.
  ///
  /// The past and the method stay the same, so that only the entry makes the difference.
  func calendarEffects(on forecast: QueueForecast) -> [CalendarEffect] {
    let acting = inputs.calendar.indices.filter { mayAct(inputs.calendar[$0], on: forecast) }
    guard let basis, !acting.isEmpty else { return [] }
    let plain = basis(self)
    return acting.compactMap { index in
      let entry = inputs.calendar[index]
      var fewer = inputs
      fewer.calendar.remove(at: index)
      let day = grid.dates.firstIndex(of: entry.date)
      let other = basis(QueueWork(inputs: fewer, queue: queue, grid: grid, cutoff: cutoff))
      let with = forecast.days.mean
      let without = with.indices.map {
        plain[$0] > 0 ? with[$0] * other[$0] / plain[$0] : other[$0]
      }
      let others = with.indices.filter { $0 != day }.reduce(0) { $0 + with[$1] - without[$1] }
      guard day != nil || abs(others) >= Self.least else { return nil }
      return CalendarEffect(
        date: entry.date,
        kind: entry.kind,
        name: entry.name,
        queue: queue.name,
        contactsWith: day.map { with[$0] } ?? 0,
        contactsWithout: day.map { without[$0] } ?? 0,
        contactsOnOtherDays: abs(others) < 1e-6 ? 0 : others
      )
    }
  }

  /// Contacts below which an entry outside the week is not worth a word.
  private static let least = 0.5

  /// Whether a forecast may differ without an entry; outside the week only closures and make-up
  /// days matter, and only to the method that knows the days around them.
  private func mayAct(_ entry: CalendarEntry, on forecast: QueueForecast) -> Bool {
    if grid.dates.contains(entry.date) { return true }
    guard let first = grid.dates.first, let last = grid.dates.last,
      forecast.method == .calendarProcess, entry.kind == .closed || entry.kind == .makeUpDay
    else { return false }
    return first.adding(days: -Self.reach) <= entry.date
      && entry.date <= last.adding(days: Self.reach)
  }
}
