/// How much wider than a fit says errors were: a mean square of standardized errors, each drawn to
/// within ±3, with earlier ones assumed.
struct Inflation {
  private var squares: Double
  private var days: Double

  /// Begins as if `days` errors with a sum of squares of `squares` had been seen.
  init(days: Double, squares: Double) {
    self.days = days
    self.squares = squares
  }

  /// Counts an error in standard deviations.
  mutating func add(_ error: Double, weight: Double = 1) {
    squares += weight * min(error * error, 9)
    days += weight
  }

  /// The factor on the standard deviation.
  var factor: Double { (squares / days).squareRoot() }
}
