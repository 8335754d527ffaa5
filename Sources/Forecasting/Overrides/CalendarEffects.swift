import Workforce

extension QueueWork {
  /// What each calendar entry of the week does to the forecast, by forecasting again without it.
  ///
  /// The past and the method stay the same, so that only the entry makes the difference.
  func calendarEffects(on forecast: QueueForecast) -> [CalendarEffect] {
    inputs.calendar.indices.compactMap { index in
      let entry = inputs.calendar[index]
      guard let day = grid.dates.firstIndex(of: entry.date),
        let without = dayMeans(withoutEntry: index)
      else { return nil }
      let with = forecast.days.mean
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

  /// Contacts per day with a calendar that lacks one entry; `nil` before the first forecast.
  private func dayMeans(withoutEntry index: Int) -> [Double]? {
    guard let basis else { return nil }
    var inputs = inputs
    inputs.calendar.remove(at: index)
    return basis(QueueWork(inputs: inputs, queue: queue, grid: grid, cutoff: cutoff))
  }
}
