import Workforce

extension ForecastEvidence {
  /// How many weeks of past days are kept.
  private static let shownWeeks = 13

  /// What a choice rests on.
  ///
  /// `special` names the calendar entry of a date, if any.
  init(
    _ chosen: ChosenForecaster,
    past: [PastDay],
    special: (LocalDate) -> String?
  ) {
    var expected: [LocalDate: Double] = [:]
    let weeks = chosen.past.weeks.map { week -> Week in
      var result = Week(monday: week.monday, expected: 0, came: 0, absoluteError: 0)
      for (day, forecast) in zip(week.days, week.forecasts) {
        var sum = 0.0
        for (mean, count) in zip(forecast.means, day.arrivals) {
          guard let mean, let count else { continue }
          sum += mean
          result.came += count
          result.absoluteError += abs(mean - count)
        }
        result.expected += sum
        expected[day.date] = sum
      }
      return result
    }
    let from = past.last?.date.adding(days: 1 - 7 * Self.shownWeeks)
    self.init(
      days: past.filter { day in from.map { day.date >= $0 } ?? false }.map { day in
        Day(
          date: day.date,
          came: day.total,
          expected: expected[day.date],
          special: special(day.date)
        )
      },
      weeks: weeks,
      methods: chosen.comparison.entries.map { entry in
        Method(
          method: entry.method,
          intervalError: entry.intervalPercentageError,
          dayError: entry.dayPercentageError,
          skill: entry.skill
        )
      },
      lead: chosen.past.lead
    )
  }
}
