import Workforce

extension QueueWork {
  /// What each calendar entry of the week does to the forecast, by forecasting again without it.
  ///
  /// The past and the method stay the same, so that only the entry makes the difference.
  func calendarEffects(on forecast: QueueForecast) -> [CalendarEffect] {
    let acting = inputs.calendar.indices.filter { grid.dates.contains(inputs.calendar[$0].date) }
    guard let basis, !acting.isEmpty else { return [] }
    let plain = basis(self)
    return acting.compactMap { index in
      let entry = inputs.calendar[index]
      var fewer = inputs
      fewer.calendar.remove(at: index)
      guard let day = grid.dates.firstIndex(of: entry.date) else { return nil }
      let other = basis(QueueWork(inputs: fewer, queue: queue, grid: grid, cutoff: cutoff))
      let with = forecast.days.mean
      let without = with.indices.map {
        plain[$0] > 0 ? with[$0] * other[$0] / plain[$0] : other[$0]
      }
      let others = with.indices.filter { $0 != day }.reduce(0) { $0 + with[$1] - without[$1] }
      return CalendarEffect(
        date: entry.date,
        kind: entry.kind,
        name: entry.name,
        queue: queue.name,
        contactsWith: with[day],
        contactsWithout: without[day],
        contactsOnOtherDays: abs(others) < 1e-6 ? 0 : others
      )
    }
  }
}
