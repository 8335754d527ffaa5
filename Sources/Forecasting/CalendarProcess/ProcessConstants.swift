/// The constants of the calendar process.
///
/// Variances are in units of q, the squared scale of a score; times are in days.
public struct ProcessConstants: Hashable, Sendable {
  /// Variance of the common level.
  var level = 100.0
  /// Variance that a weekday has of its own.
  var weekday = 9.0
  /// Variance over the month, and the days over which it changes.
  var month = (variance: 2.25, days: 6.0)
  /// Variance of the first open days and of the last two open days of a month.
  var monthEdge = 0.16
  /// Variance of the days after a closure; its decay per open day.
  var afterClosure = (variance: 0.64, decay: 0.4)
  /// Variance of the last open day before a closure.
  var beforeClosure = 0.16
  /// Variance of a special category.
  var special = 4.0
  /// Slow drift: variance and days until it falls to 1/e.
  var drift = (variance: 0.36, days: 60.0)
  /// Weather of the week: variance and days.
  var weather = (variance: 0.16, days: 3.0)
  /// Season of the year, for long histories: variance and days.
  var year = (variance: 1.0, days: 14.0)
  /// Variance of a day on its own.
  var noise = 0.16
  /// The inflation's prior: its weight in days and its standard deviation.
  var inflationPrior = (days: 20.0, deviation: 1.05)
  /// The prior's deviation for a history shorter than so many weeks, whose own errors say little.
  var shortHistory = (weeks: 8, deviation: 1.2)
  /// What a judged week counts relative to the one after it.
  var inflationDecay = 0.7
  /// How many past weeks are judged, and the weeks of training that each needs.
  var inflationWeeks = (judged: 5, training: 3)

  /// The constants in use.
  ///
  /// They are the published ones but for the drift and the inflation; decision 0011 says why.
  public static let standard = ProcessConstants()

  /// The constants of the reference implementation.
  static var published: ProcessConstants {
    var constants = ProcessConstants()
    constants.drift.variance = 0.25
    constants.inflationPrior = (20, 1.2)
    constants.inflationDecay = 1
    constants.shortHistory = (0, 1.2)
    constants.inflationWeeks = (8, 8)
    return constants
  }

  /// Compares every constant.
  public static func == (left: Self, right: Self) -> Bool { left.all == right.all }

  /// Hashes every constant.
  public func hash(into hasher: inout Hasher) { hasher.combine(all) }

  private var all: [Double] {
    [
      level, weekday, month.variance, month.days, monthEdge, afterClosure.variance,
      afterClosure.decay, beforeClosure, special, drift.variance, drift.days, weather.variance,
      weather.days, year.variance, year.days, noise, inflationPrior.days, inflationPrior.deviation,
      shortHistory.deviation, Double(shortHistory.weeks), inflationDecay,
      Double(inflationWeeks.judged), Double(inflationWeeks.training),
    ]
  }
}
