import Workforce

/// Errors of a method on past weeks.
struct Backtest {
  /// Errors per interval.
  var intervals = PastErrors()
  /// Errors per day.
  var days = PastErrors()

  /// Sets what was expected against what came.
  init(_ past: PastForecasts) {
    for (day, forecast) in past.days {
      var sum = (expected: 0.0, actual: 0.0)
      var isWhole = true
      for (mean, value) in zip(forecast.means, day.arrivals) {
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
