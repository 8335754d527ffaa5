import Workforce

/// What a method would have said for past weeks, from what was known then.
struct Backtest {
  /// Errors per interval.
  var intervals = PastErrors()
  /// Errors per day.
  var days = PastErrors()

  /// Repeats the last weeks, up to eight, each from the days that lie `lead` weeks before it.
  ///
  /// Special days are known to the method but not judged: their errors say nothing about ordinary
  /// days, and not every method forecasts them.
  ///
  /// - Parameters:
  ///   - forecaster: The method.
  ///   - past: All usable days, ascending.
  ///   - calendar: On which dates the queue is open.
  ///   - lead: Weeks from the Monday after the known days to the judged week's end; 1 is the next
  ///     week.
  init(
    _ forecaster: any Forecaster,
    past: [PastDay],
    calendar: DayCalendar,
    lead: Int
  ) {
    guard let first = past.first, let last = past.last else { return }
    let lastWeek = ISOWeek(containing: last.date)
    for back in 0..<8 {
      let week = lastWeek.adding(weeks: -back)
      let cutoff = week.adding(weeks: 1 - lead).monday
      guard cutoff > first.date else { break }
      let known = Array(past.prefix { $0.date < cutoff })
      let judged = past.filter { $0.isOrdinary && ISOWeek(containing: $0.date) == week }
      guard !known.isEmpty, !judged.isEmpty else { continue }
      judge(forecaster, judged, after: known, calendar)
    }
  }

  private mutating func judge(
    _ forecaster: any Forecaster,
    _ judged: [PastDay],
    after known: [PastDay],
    _ calendar: DayCalendar
  ) {
    let targets = judged.map { day in
      TargetDay(
        date: day.date,
        weekday: day.weekday,
        isOpen: day.arrivals.map { $0 != nil },
        special: day.special
      )
    }
    let forecast = forecaster.forecast(targets, after: known, calendar: calendar)
    for (day, means) in zip(judged, forecast.means) {
      var sum = (expected: 0.0, actual: 0.0)
      var isWhole = true
      for (mean, value) in zip(means, day.arrivals) {
        guard let value else { continue }
        guard let mean else {
          isWhole = false
          continue
        }
        intervals.append(mean, value)
        sum = (sum.expected + mean, sum.actual + value)
      }
      if isWhole { days.append(sum.expected, sum.actual) }
    }
  }
}
